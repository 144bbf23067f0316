import { basename } from 'node:path';
import type { Database, Photos } from '@lumiku/app-kit';
import type { DetectedFigure, PoseDetection } from '@lumiku/contract';
import {
  DISTINCT_POSE_SHIFT,
  type PoseShape,
  poseShape,
  poseShift,
  type SolvedPose,
} from '@lumiku/pose-kit';
import { and, eq, isNull, max } from 'drizzle-orm';
import { shapeFacets } from '../own-poses.ts';
import type { PoseIndex } from '../pose-index.ts';
import { poseImportFiles, poseTemplates } from '../tables.ts';
import type { ImportFile } from './import-folder.ts';
import type { ImportLabel } from './import-labels.ts';
import {
  isSkipReason,
  preparePicture,
  readImportFile,
  Skipped,
  type SkipReason,
} from './import-picture.ts';

/** What became of one file. */
export interface ImportOutcome {
  readonly path: string;
  readonly outcome: 'imported' | 'skipped' | 'done before';
  readonly reason?: SkipReason;
  readonly detail?: string;
  readonly poseId?: string;
}

export interface ImportDeps {
  readonly db: Database;
  readonly photos: Pick<Photos, 'detectPoses'>;
  readonly index: PoseIndex;
}

const SCORE_LEAST = 0.55;
/** Elbows, wrists, hips, knees and ankles: all must be in a picture that makes a template. */
const LIMBS = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];
/** Somebody much smaller in the background does not spoil a picture. */
const BACKGROUND_SHARE = 0.35;

/**
 * Makes templates of pictures, one after another; each is written, or noted as skipped, in one transaction, so an
 * import that is interrupted goes on where it was. Pictures are not kept.
 */
export async function* importPoses(
  deps: ImportDeps,
  files: readonly ImportFile[],
  labelOf: (path: string) => ImportLabel,
  signal: AbortSignal,
): AsyncGenerator<ImportOutcome> {
  const shapes = await listedShapes(deps.db);
  const [last] = await deps.db.select({ at: max(poseTemplates.position) }).from(poseTemplates);
  let position = (last?.at ?? 0) + 1;
  for (const file of files) {
    if (signal.aborted) return;
    const shelf = { shapes, position };
    const outcome = await importOne(deps, file, labelOf(file.path), shelf, signal).catch(
      (error: unknown) => {
        // Stopped while it was looked at: nothing of it was written, the next run begins with it.
        if (signal.aborted && error === signal.reason) return null;
        throw error;
      },
    );
    if (!outcome) return;
    if (outcome.outcome === 'imported') position += 1;
    yield outcome;
  }
}

interface Shelf {
  readonly shapes: { id: string; shape: PoseShape }[];
  readonly position: number;
}

async function importOne(
  deps: ImportDeps,
  file: ImportFile,
  label: ImportLabel,
  shelf: Shelf,
  signal: AbortSignal,
): Promise<ImportOutcome> {
  const { path } = file;
  let digest = '';
  try {
    const read = await readImportFile(file);
    digest = read.digest;
    const [before] = await deps.db
      .select()
      .from(poseImportFiles)
      .where(eq(poseImportFiles.digest, digest));
    if (before) {
      if (before.path === path) {
        const { reason, poseId } = before;
        return { path, outcome: 'done before', detail: reason ?? '', poseId: poseId ?? '' };
      }
      throw new Skipped(...reasonOfCopy(before));
    }
    const picture = await preparePicture(read.bytes, read.maskBytes);
    const figure = judged(await deps.photos.detectPoses(picture, signal));
    const poseId = await keep(deps, { file, label, figure, digest }, shelf);
    return { path, outcome: 'imported', poseId };
  } catch (error) {
    if (!(error instanceof Skipped)) throw error;
    const { reason, detail } = error;
    if (digest !== '') await note(deps.db, digest, path, reason, detail);
    return { path, outcome: 'skipped', reason, detail };
  }
}

/** A copy of what made no pose is skipped for the same reason, any other one for being a copy. */
function reasonOfCopy(before: typeof poseImportFiles.$inferSelect): [SkipReason, string] {
  const [reason = ''] = (before.reason ?? '').split(': ');
  const isToldBefore = before.outcome === 'skipped' && isSkipReason(reason);
  return [isToldBefore ? reason : 'same_file', `the same file as ${before.path}`];
}

/** The one person a picture is of, seen well enough to make a template. @throws Skipped */
function judged({ people, problems }: PoseDetection): DetectedFigure {
  const [figure, ...others] = people;
  if (!figure) throw new Skipped('nobody');
  const area = ({ box }: DetectedFigure): number => box.width * box.height;
  const rivals = others.filter((other) => area(other) > BACKGROUND_SHARE * area(figure));
  if (rivals.length > 0) throw new Skipped('several_people', String(rivals.length + 1));
  if (problems.some(({ code }) => code === 'upside_down')) throw new Skipped('upside_down');
  if (LIMBS.some((point) => !figure.keypoints[point])) throw new Skipped('half_body');
  if (figure.score < SCORE_LEAST) throw new Skipped('unsure', figure.score.toFixed(2));
  return figure;
}

interface Kept {
  readonly file: ImportFile;
  readonly label: ImportLabel;
  readonly figure: DetectedFigure;
  readonly digest: string;
}

async function keep(deps: ImportDeps, kept: Kept, shelf: Shelf): Promise<string> {
  const { file, label, figure, digest } = kept;
  const { joints, frames, hands, support, camera } = figure.joints;
  const solved: SolvedPose = { joints, frames, hands, support };
  const shape = poseShape(solved);
  const twin = shelf.shapes.find(
    (other) => poseShift(shape, other.shape, DISTINCT_POSE_SHIFT) < DISTINCT_POSE_SHIFT,
  );
  if (twin) throw new Skipped('like_another', twin.id);
  const id = `import-${digest.slice(0, 16)}`;
  const facets = shapeFacets({ solved, ...camera, gender: label.gender ?? 'any' }, deps.index);
  const name = label.name ?? nameOf(file.path);
  await deps.db.transaction(async (tx) => {
    await tx
      .insert(poseTemplates)
      .values({
        ...facets,
        ...(label.category && { category: label.category }),
        id,
        names: { en: name, id: label.nameId ?? name },
        tags: [...new Set(label.tags)],
        position: shelf.position,
        source: 'import',
      })
      .onConflictDoNothing();
    await tx
      .insert(poseImportFiles)
      .values({ digest, path: file.path, outcome: 'imported', poseId: id })
      .onConflictDoNothing();
  });
  shelf.shapes.push({ id, shape });
  return id;
}

async function note(
  db: Database,
  digest: string,
  path: string,
  reason: SkipReason,
  detail: string,
): Promise<void> {
  await db
    .insert(poseImportFiles)
    .values({ digest, path, outcome: 'skipped', reason: detail ? `${reason}: ${detail}` : reason })
    .onConflictDoNothing();
}

async function listedShapes(db: Database): Promise<{ id: string; shape: PoseShape }[]> {
  const rows = await db
    .select({ id: poseTemplates.id, solved: poseTemplates.solved })
    .from(poseTemplates)
    .where(and(isNull(poseTemplates.ownerId), eq(poseTemplates.isRetired, false)));
  return rows.map(({ id, solved }) => ({ id, shape: poseShape(solved) }));
}

/** `photos/Red_dress-03.jpg` becomes `Red dress 03`. */
function nameOf(path: string): string {
  const stem = basename(path).replace(/\.[^.]+$/, '');
  const words = stem
    .replace(/[_\-.]+/g, ' ')
    .trim()
    .slice(0, 90);
  return words === '' ? 'Imported pose' : words.charAt(0).toUpperCase() + words.slice(1);
}
