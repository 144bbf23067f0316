// Holds every engine to the contract beside its service and prints what came of it: bun tools/engine-tables.ts [engine…].
// With --write the tables of docs/engines.md are made anew; every engine runs then.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CONTRACT_CASES } from '../engines/testing/contract-cases.ts';
import type { EngineHarness } from '../engines/testing/engine-harness.ts';
import { casesFor, runCase } from '../engines/testing/run-case.ts';

const root = join(import.meta.dir, '..');
const PAGE = 'docs/engines.md';
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false } },
});

interface Column {
  readonly id: string;
  /** By case: `ok`, why it does not apply, or what went wrong. */
  readonly cells: ReadonlyMap<string, Cell>;
}
type Cell = { readonly mark: 'holds' | 'fails' } | { readonly mark: 'none'; readonly why: string };

async function harnesses(): Promise<EngineHarness[]> {
  const paths = await Array.fromAsync(
    new Bun.Glob('engines/*/testing/harness.ts').scan({ cwd: root }),
  );
  const wanted = paths
    .toSorted()
    .filter((path) => positionals.length === 0 || positionals.includes(path.split('/')[1] ?? ''));
  return await Promise.all(
    wanted.map(async (path) => {
      const { harness }: { harness: EngineHarness } = await import(join(root, path));
      return harness;
    }),
  );
}

async function hold(harness: EngineHarness): Promise<Column> {
  const cells = new Map<string, Cell>();
  for (const { one, reason, engine } of await casesFor(harness)) {
    if (reason !== null) {
      cells.set(one.name, { mark: 'none', why: reason });
      continue;
    }
    const wrong = await runCase(harness, one, engine).then(
      () => null,
      (error: unknown) => error,
    );
    cells.set(one.name, { mark: wrong === null ? 'holds' : 'fails' });
    if (wrong !== null) console.error(`${harness.id}, ${one.name}: ${String(wrong)}`);
  }
  return { id: harness.id, cells };
}

/** Cases down, engines across; reasons below, each once. */
function contractTable(columns: readonly Column[]): string {
  const reasons: string[] = [];
  const note = (why: string): number => {
    if (!reasons.includes(why)) reasons.push(why);
    return reasons.indexOf(why) + 1;
  };
  const rows = CONTRACT_CASES.map(({ name }) => {
    const cells = columns.map(({ cells: all }) => {
      const cell = all.get(name);
      if (cell?.mark === 'none') return `– ${note(cell.why)}`;
      return cell?.mark === 'holds' ? '✓' : '**fails**';
    });
    return `| ${[name, ...cells].join(' | ')} |`;
  });
  const head = ['case', ...columns.map(({ id }) => id)];
  return [
    `| ${head.join(' | ')} |`,
    `| ${head.map(() => '---').join(' | ')} |`,
    ...rows,
    '',
    ...reasons.map((why, index) => `${index + 1}. ${why}`),
  ].join('\n');
}

const killTable = (all: readonly EngineHarness[]): string =>
  [
    '| engine | killed between accept and answer | killed between accept and result |',
    '| --- | --- | --- |',
    ...all
      .filter(({ id }) => id !== 'local')
      .map(
        ({ id, whenKilled }) =>
          `| ${id} | ${whenKilled.beforeAnswer} | ${whenKilled.beforeResult} |`,
      ),
  ].join('\n');

async function write(tables: Readonly<Record<string, string>>): Promise<void> {
  const file = Bun.file(join(root, PAGE));
  let text = await file.text();
  for (const [name, table] of Object.entries(tables)) {
    const place = new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- /${name} -->)`);
    if (!place.test(text)) throw new Error(`${PAGE} has no place for ${name}.`);
    text = text.replace(
      place,
      (_, before: string, after: string) => `${before}\n\n${table}\n\n${after}`,
    );
  }
  await Bun.write(file, text);
}

const columns: Column[] = [];
const all = await harnesses();
for (const harness of all) columns.push(await hold(harness));
const contract = contractTable(columns);
if (values.write && positionals.length === 0) await write({ contract, kill: killTable(all) });
console.log(contract);
const fails = columns.some(({ cells }) => [...cells.values()].some(({ mark }) => mark === 'fails'));
process.exit(fails ? 1 : 0);
