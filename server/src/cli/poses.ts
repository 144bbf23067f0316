import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Log } from '@lumiku/app-kit';
import { Fault } from '@lumiku/contract';
import { stringify } from 'csv-stringify/sync';
import { createEyes } from '../compose.ts';
import type { Config } from '../config/index.ts';
import { createPhotos } from '../photos/index.ts';
import {
  createPoses,
  type ImportOutcome,
  importPoses,
  readImportFolder,
  readImportLabels,
  SKIP_REASONS,
  skippedBy,
} from '../poses/index.ts';
import { withDatabase } from './with-database.ts';

const SILENT: Log = { info() {}, warn() {}, error() {} };
const BAR_CELLS = 24;
const EXAMPLES = 3;

/** The operator's own pictures become templates. Interrupted, it goes on where it was. @throws Fault IMPORT_… */
export async function importPoseFolder(
  config: Config,
  wanted: { folder: string; report: string | undefined },
  signal: AbortSignal,
): Promise<void> {
  const root = resolve(wanted.folder);
  const { files, labels, closed } = await readImportFolder(root);
  const labelOf = labels === null ? () => ({ tags: [] }) : await readImportLabels(labels);
  if (files.length === 0 && closed.length === 0) throw nothingToImport(root);
  const outcomes: ImportOutcome[] = closed.map(({ path, error }) => {
    const { reason, detail } = skippedBy(error);
    return { path, outcome: 'skipped', reason, detail };
  });
  const vision = createEyes(config, SILENT);
  try {
    await withDatabase(config, async ({ db }) => {
      const poses = createPoses({ db, log: SILENT });
      await poses.start();
      const deps = { db, photos: createPhotos({ vision }), index: poses.index };
      const bar = progressBar(files.length);
      for await (const outcome of importPoses(deps, files, labelOf, signal)) {
        outcomes.push(outcome);
        bar.step(outcome);
      }
      bar.end();
    });
  } finally {
    await vision.close();
  }
  await report(outcomes, wanted.report ?? reportFile(config), signal.aborted);
}

function nothingToImport(root: string): Fault {
  return new Fault({
    code: 'IMPORT_FOLDER_EMPTY',
    status: 422,
    message: `There are no files in ${root}.`,
    fix: 'Name the folder that holds the pictures.',
  });
}

/** Redraws one line on a terminal; elsewhere prints a line every fifty files. */
function progressBar(total: number) {
  const counts = { imported: 0, skipped: 0, 'done before': 0 };
  let startedAt = performance.now();
  let done = 0;
  const text = (): string => {
    const cells = Math.round((BAR_CELLS * done) / Math.max(1, total));
    const looked = Math.max(1, done - counts['done before']);
    const left = ((performance.now() - startedAt) / looked) * (total - done);
    const minutes = Math.ceil(left / 60_000);
    return `[${'#'.repeat(cells)}${'.'.repeat(BAR_CELLS - cells)}] ${done}/${total}  ${counts.imported} imported, ${
      counts.skipped
    } skipped, ${counts['done before']} done before${done < total ? `, about ${minutes} min left` : ''}`;
  };
  return {
    step(outcome: ImportOutcome): void {
      done += 1;
      counts[outcome.outcome] += 1;
      // What an earlier run did takes no time and tells nothing of the rest.
      if (done === counts['done before']) startedAt = performance.now();
      if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${text()}`);
      else if (done % 50 === 0 || done === total) console.log(text());
    },
    end(): void {
      if (process.stdout.isTTY) process.stdout.write('\n');
    },
  };
}

function reportFile(config: Config): string {
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  return join(config.database.dataDir, 'imports', `poses-${stamp}.csv`);
}

/** Says what was made and what was not and why; the whole list goes into a table. */
async function report(
  outcomes: readonly ImportOutcome[],
  file: string,
  isInterrupted: boolean,
): Promise<void> {
  const of = (kind: ImportOutcome['outcome']) => outcomes.filter(({ outcome }) => outcome === kind);
  const skipped = of('skipped');
  console.log(
    `${of('imported').length} poses imported, ${skipped.length} files skipped, ${of('done before').length} done before.`,
  );
  for (const [reason, words] of Object.entries(SKIP_REASONS)) {
    const these = skipped.filter((outcome) => outcome.reason === reason);
    if (these.length === 0) continue;
    const examples = these.slice(0, EXAMPLES).map(({ path }) => path);
    const more = these.length > EXAMPLES ? ', …' : '';
    console.log(`  ${these.length} because ${words}: ${examples.join(', ')}${more}`);
  }
  await mkdir(dirname(file), { recursive: true });
  const columns = ['path', 'outcome', 'reason', 'detail', 'poseId'];
  await writeFile(file, stringify([...outcomes], { header: true, columns }));
  console.log(`The whole list: ${file}`);
  if (isInterrupted) console.log('Interrupted. Run the same command again to go on.');
}
