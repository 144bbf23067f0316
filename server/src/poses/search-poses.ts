import type { PoseDetection, PoseSearch } from '@lumiku/contract';
import { type FlatSkeleton, parseOpenposeJson } from '@lumiku/pose-kit';
import { z } from 'zod';
import type { PosesRoom } from './create-poses.ts';
import { nobodyInPhoto, personUnknown, searchEmpty, skeletonTooSmall } from './pose-faults.ts';

const Coordinate = z.number().min(-100_000).max(100_000);
const Point = z.union([
  z.tuple([Coordinate, Coordinate]),
  z.tuple([Coordinate, Coordinate, z.number()]),
]);

/** What to look for: a skeleton, whole or in part. */
export const SearchPosesInput = z.object({
  /** COCO-18, x to the right and y down, in any unit that is the same for both; null is missing. */
  keypoints: z.array(Point.nullable()).length(18).optional(),
  openpose: z.unknown().optional(),
  /** Of the OpenPose file or of the photo, from 0. */
  person: z.coerce.number().int().min(0).max(99).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(24),
});
export type SearchPosesInput = z.infer<typeof SearchPosesInput>;

/** Listed poses that look like a skeleton from any side, mirrored or not, the nearest first. */
export async function searchBySkeleton(
  poses: PosesRoom,
  skeleton: FlatSkeleton,
  limit: number,
): Promise<PoseSearch['data']> {
  const found = (await poses.views()).nearest(skeleton, limit);
  if (found.length === 0) throw skeletonTooSmall();
  return found.flatMap(({ id, mirror, yaw, isTurned, distance }) => {
    const pose = poses.index.find(id);
    const rounded = Math.round(distance * 1e4) / 1e4;
    return pose ? [{ pose, mirror, yaw, isTurned, distance: rounded }] : [];
  });
}

/** The skeleton a person drew or sent. @throws Fault POSE_SEARCH_EMPTY (400), POSE_OPENPOSE_INVALID (422) */
export function skeletonOf({ keypoints, openpose, person }: SearchPosesInput): FlatSkeleton {
  if (!keypoints && openpose === undefined) throw searchEmpty();
  if (!keypoints) return parseOpenposeJson(openpose, { person }).keypoints;
  return keypoints.map((point) => point && { x: point[0], y: point[1] });
}

/** The skeleton of one person in a photo. @throws Fault POSE_NOBODY_SEEN, POSE_PERSON_UNKNOWN (422) */
export function skeletonInPhoto(seen: PoseDetection, person = 0): FlatSkeleton {
  if (seen.people.length === 0) throw nobodyInPhoto();
  const figure = seen.people[person];
  if (!figure) throw personUnknown(person, seen.people.length);
  return figure.keypoints.map(
    (point) => point && { x: point[0] * seen.width, y: point[1] * seen.height },
  );
}
