import type { Database } from '@lumiku/app-kit';
import {
  createViewSearch,
  type FlatSkeleton,
  mirrorSolvedPose,
  type SolvedPose,
} from '@lumiku/pose-kit';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { poseTemplates } from './tables.ts';

/** A listed pose that looks like a skeleton, from the side it does. */
export interface LikePose {
  readonly id: string;
  readonly mirror: boolean;
  /** Degrees. */
  readonly yaw: number;
  /** Whether it looks clearly less like it from its own camera. */
  readonly isTurned: boolean;
  /** 0 is the same picture. */
  readonly distance: number;
  /** Mirrored where it is. */
  readonly solved: SolvedPose;
}

/** Listed poses by how they look from any side. */
export interface PoseViews {
  /** Nearest first; none when the skeleton has too few bones. */
  nearest(skeleton: FlatSkeleton, limit: number): LikePose[];
}

/** Reads every listed pose; some tens of milliseconds a thousand, so it is done when first needed. */
export async function readPoseViews(db: Database): Promise<PoseViews> {
  const rows = await db
    .select({ id: poseTemplates.id, yaw: poseTemplates.yaw, solved: poseTemplates.solved })
    .from(poseTemplates)
    .where(and(eq(poseTemplates.isRetired, false), isNull(poseTemplates.ownerId)))
    .orderBy(asc(poseTemplates.position), asc(poseTemplates.id));
  const search = createViewSearch(rows);
  return {
    nearest: (skeleton, limit) =>
      search.nearest(skeleton, limit).flatMap(({ index, ...view }) => {
        const row = rows[index];
        if (!row) return [];
        const solved = view.mirror ? mirrorSolvedPose(row.solved) : row.solved;
        return [{ ...view, id: row.id, solved }];
      }),
  };
}
