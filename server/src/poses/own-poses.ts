import { randomUUID } from 'node:crypto';
import type { Database } from '@lumiku/app-kit';
import type { PoseTemplate } from '@lumiku/contract';
import { poseEmbedding } from '@lumiku/pose-kit';
import { and, count, desc, eq } from 'drizzle-orm';
import type { ChangePoseInput, CreatePoseInput, GivenPose } from './own-pose-input.ts';
import { givenPose } from './own-pose-input.ts';
import { poseNotFound, tooManyPoses } from './pose-faults.ts';
import type { PoseIndex } from './pose-index.ts';
import { LISTED, templateOf } from './pose-rows.ts';
import { shapeColumns, viewAt } from './pose-shape.ts';
import type { PoseViews } from './pose-views.ts';
import { poseFavourites, posePictures, poseTemplates } from './tables.ts';

export interface OwnPosesDeps {
  readonly db: Database;
  /** Of the library, which names what an own pose is like. */
  readonly index: () => PoseIndex;
  readonly views: () => Promise<PoseViews>;
}

export const OWN_POSES_MAX = 1_000;

/** How a pose looks, and what the library calls poses that look like it. */
export function shapeFacets(given: GivenPose, index: PoseIndex) {
  const { solved, yaw, pitch, framing, gender } = given;
  const [like] = index.nearest(poseEmbedding(solved, { yaw, pitch }), 1);
  return {
    ...shapeColumns({ solved, yaw, pitch, framing }),
    solved,
    yaw,
    pitch,
    framing,
    gender,
    view: viewAt(yaw),
    support: solved.support,
    category: like?.category ?? ('standing' as const),
    arms: like?.arms ?? 'arms_down',
    difficulty: like?.difficulty ?? ('medium' as const),
  };
}

/** @throws Fault POSE_SOURCE_UNCLEAR, POSE_OPENPOSE_INVALID, POSE_JOINTS_INVALID, POSE_LIMIT_REACHED (409) */
export async function createOwnPose(
  deps: OwnPosesDeps,
  userId: string,
  input: CreatePoseInput,
): Promise<PoseTemplate> {
  const given = await givenPose(input, deps.views);
  const [owned] = await deps.db
    .select({ poses: count() })
    .from(poseTemplates)
    .where(isLivingOwn(userId));
  if ((owned?.poses ?? 0) >= OWN_POSES_MAX) throw tooManyPoses(OWN_POSES_MAX);
  const [row] = await deps.db
    .insert(poseTemplates)
    .values({
      ...shapeFacets(given, deps.index()),
      id: `own-${randomUUID()}`,
      names: { en: input.name, id: input.name },
      tags: input.tags ?? [],
      position: 0,
      source: 'own',
      ownerId: userId,
    })
    .returning();
  if (!row) throw new Error('the pose was not written');
  return templateOf(row);
}

/** Changes what is given and leaves the rest. @throws Fault POSE_NOT_FOUND and those of `createOwnPose` */
export async function changeOwnPose(
  deps: OwnPosesDeps,
  own: { userId: string; id: string },
  input: ChangePoseInput,
): Promise<PoseTemplate> {
  const [old] = await deps.db.select().from(poseTemplates).where(isOwn(own));
  if (!old) throw poseNotFound();
  const { name, tags, openpose, joints, gender, framing } = input;
  const given =
    openpose === undefined && joints === undefined
      ? { ...old, gender: gender ?? old.gender, framing: framing ?? old.framing }
      : await givenPose(input, deps.views);
  const [row] = await deps.db
    .update(poseTemplates)
    .set({
      ...shapeFacets(given, deps.index()),
      ...(name !== undefined && { names: { en: name, id: name } }),
      ...(tags && { tags }),
    })
    .where(isOwn(own))
    .returning();
  if (!row) throw poseNotFound();
  await deps.db.delete(posePictures).where(eq(posePictures.poseId, own.id));
  return templateOf(row);
}

/**
 * Takes an own pose out of every list. Its row stays, so that finished pictures still show the pose they were made
 * with; it goes with the account. @throws Fault POSE_NOT_FOUND
 */
export async function deleteOwnPose(
  db: Database,
  own: { userId: string; id: string },
): Promise<void> {
  const [row] = await db
    .update(poseTemplates)
    .set({ isRetired: true })
    .where(isOwn(own))
    .returning({ id: poseTemplates.id });
  if (!row) throw poseNotFound();
  await db.delete(poseFavourites).where(eq(poseFavourites.poseId, own.id));
}

/** A person's own poses, the newest first. */
export async function readOwnPoses(db: Database, userId: string) {
  return await db
    .select(LISTED)
    .from(poseTemplates)
    .where(isLivingOwn(userId))
    .orderBy(desc(poseTemplates.createdAt), desc(poseTemplates.id));
}

function isLivingOwn(userId: string) {
  return and(eq(poseTemplates.ownerId, userId), eq(poseTemplates.isRetired, false));
}

function isOwn({ userId, id }: { userId: string; id: string }) {
  return and(eq(poseTemplates.id, id), isLivingOwn(userId));
}
