import type { Database, Log, Poses, PoseWish } from '@lumiku/app-kit';
import type { PoseTemplate } from '@lumiku/contract';
import { mirrorSolvedPose, type SolvedPose } from '@lumiku/pose-kit';
import { and, asc, count, eq, isNull } from 'drizzle-orm';
import { poseNotFound } from './pose-faults.ts';
import { createPoseIndex, type PoseIndex } from './pose-index.ts';
import { indexedPose, LISTED, templateOf } from './pose-rows.ts';
import { keypointsOf, viewAt } from './pose-shape.ts';
import { type PoseViews, readPoseViews } from './pose-views.ts';
import { seedPoses } from './seed-poses.ts';
import { poseRecents, poseTemplates } from './tables.ts';

export type WorkedOutPose = PoseTemplate & { solved: SolvedPose; yaw: number; pitch: number };

export interface PosesRoom extends Poses {
  /** Seeds the library when it changed and reads it; before the first request. */
  start(): Promise<void>;
  /** Reads the listed poses again, after an import. */
  refresh(): Promise<void>;
  readonly index: PoseIndex;
  /** Looks now and then whether another process imported poses, and reads them when it did. */
  noticeImports(): void;
  /** Listed poses by how they look; read when first asked for. */
  views(): Promise<PoseViews>;
}

const LOOK_EVERY_MS = 30_000;

/** The pose library: listed from memory, worked out from the table. */
export function createPoses(deps: { db: Database; log: Log }): PosesRoom {
  const { db, log } = deps;
  let index = createPoseIndex([]);
  let views: Promise<PoseViews> | undefined;
  const refresh = async (): Promise<void> => {
    const rows = await db
      .select(LISTED)
      .from(poseTemplates)
      .where(and(eq(poseTemplates.isRetired, false), isNull(poseTemplates.ownerId)))
      .orderBy(asc(poseTemplates.position), asc(poseTemplates.id));
    index = createPoseIndex(rows.map(indexedPose));
    views = undefined;
  };
  let importsKnown = 0;
  let lookedAt = 0;
  const countImports = async (): Promise<number> => {
    const [found] = await db
      .select({ imports: count() })
      .from(poseTemplates)
      .where(and(eq(poseTemplates.source, 'import'), eq(poseTemplates.isRetired, false)));
    return found?.imports ?? 0;
  };
  return {
    noticeImports() {
      if (performance.now() - lookedAt < LOOK_EVERY_MS) return;
      lookedAt = performance.now();
      countImports()
        .then(async (imports) => {
          if (imports === importsKnown) return;
          importsKnown = imports;
          await refresh();
        })
        .catch((error: unknown) => log.warn({ err: error }, 'Could not look for imported poses.'));
    },
    get index() {
      return index;
    },
    refresh,
    views: () => {
      views ??= readPoseViews(db).catch((error: unknown) => {
        views = undefined;
        throw error;
      });
      return views;
    },
    async start() {
      await seedPoses(db, log);
      importsKnown = await countImports();
      await refresh();
    },
    async get(id, userId, wish = {}): Promise<WorkedOutPose> {
      const [row] = await db.select().from(poseTemplates).where(eq(poseTemplates.id, id));
      const isTheirs = row?.ownerId === null || row?.ownerId === userId;
      // A deleted own pose is gone but for the pictures that were made with it.
      const isGone = row?.ownerId !== null && row?.isRetired && !wish.evenDeleted;
      if (!row || !isTheirs || isGone) throw poseNotFound();
      const { solved, yaw, pitch } = row;
      return turned({ ...templateOf(row), solved, yaw, pitch }, wish);
    },
    async noteUse(id, userId) {
      const usedAt = new Date();
      await db
        .insert(poseRecents)
        .values({ userId, poseId: id, usedAt })
        .onConflictDoUpdate({
          target: [poseRecents.userId, poseRecents.poseId],
          set: { usedAt },
        });
    },
  };
}

/** The pose mirrored and seen from another side, as far as that is wished. */
function turned(pose: WorkedOutPose, { mirror = false, yaw }: PoseWish): WorkedOutPose {
  if (!mirror && yaw === undefined) return pose;
  const seen = {
    solved: mirror ? mirrorSolvedPose(pose.solved) : pose.solved,
    yaw: yaw ?? (mirror ? 0 - pose.yaw : pose.yaw),
    pitch: pose.pitch,
    framing: pose.framing,
  };
  return { ...pose, ...seen, view: viewAt(seen.yaw), keypoints: keypointsOf(seen) };
}
