import type { Database, Log, Poses } from '@lumiku/app-kit';
import { Fault, type PoseTemplate } from '@lumiku/contract';
import type { SolvedPose } from '@lumiku/pose-kit';
import { asc, eq } from 'drizzle-orm';
import { createPoseIndex, type PoseIndex } from './pose-index.ts';
import { seedPoses } from './seed-poses.ts';
import { poseTemplates } from './tables.ts';

export type WorkedOutPose = PoseTemplate & { solved: SolvedPose; yaw: number; pitch: number };

export interface PosesRoom extends Poses {
  /** Seeds the library when it changed and reads it; before the first request. */
  start(): Promise<void>;
  readonly index: PoseIndex;
}

const LISTED = {
  id: poseTemplates.id,
  names: poseTemplates.names,
  category: poseTemplates.category,
  view: poseTemplates.view,
  framing: poseTemplates.framing,
  gender: poseTemplates.gender,
  arms: poseTemplates.arms,
  support: poseTemplates.support,
  difficulty: poseTemplates.difficulty,
  tags: poseTemplates.tags,
  keypoints: poseTemplates.keypoints,
  version: poseTemplates.version,
  embedding: poseTemplates.embedding,
};

/** The pose library: listed from memory, worked out from the table. */
export function createPoses(deps: { db: Database; log: Log }): PosesRoom {
  let index = createPoseIndex([]);
  return {
    get index() {
      return index;
    },
    async start() {
      await seedPoses(deps.db, deps.log);
      const rows = await deps.db
        .select(LISTED)
        .from(poseTemplates)
        .where(eq(poseTemplates.isRetired, false))
        .orderBy(asc(poseTemplates.position), asc(poseTemplates.id));
      index = createPoseIndex(
        rows.map((row) => ({ template: templateOf(row), embedding: row.embedding })),
      );
    },
    async get(id): Promise<WorkedOutPose> {
      const [row] = await deps.db.select().from(poseTemplates).where(eq(poseTemplates.id, id));
      if (!row) throw poseNotFound();
      return { ...templateOf(row), solved: row.solved, yaw: row.yaw, pitch: row.pitch };
    },
  };
}

/** A pose as the API shows it. Addresses carry its version, so what is behind them never changes. */
function templateOf(
  row: Pick<typeof poseTemplates.$inferSelect, Exclude<keyof typeof LISTED, 'embedding'>>,
): PoseTemplate {
  const address = `/api/poses/${row.id}`;
  const { version } = row;
  return {
    id: row.id,
    name: row.names.en,
    names: row.names,
    category: row.category,
    view: row.view,
    framing: row.framing,
    gender: row.gender,
    arms: row.arms,
    support: row.support,
    difficulty: row.difficulty,
    tags: row.tags,
    thumbnailUrl: `${address}/thumbnail.webp?v=${version}`,
    controlUrl: `${address}/control.png?v=${version}`,
    openposeUrl: `${address}/openpose.json?v=${version}`,
    keypoints: row.keypoints,
  };
}

export function poseNotFound(): Fault {
  return new Fault({
    code: 'POSE_NOT_FOUND',
    status: 404,
    message: 'This pose does not exist.',
    fix: 'Pick one from GET /api/poses.',
  });
}
