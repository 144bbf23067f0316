import type { PoseCamera } from '../camera.ts';
import { type Keypoint, projectCoco18 } from '../coco18.ts';
import type { SolvedPose } from '../solved-pose.ts';
import { type HandsAndFace, projectHandsAndFace } from './hands-and-face.ts';

/** What is wanted beyond the 18 points of the body. */
export interface SkeletonDetails {
  readonly hands?: boolean | undefined;
  readonly face?: boolean | undefined;
}

/** What a camera sees of a pose, as skeletons are drawn and written: the body, and of hands and face what is wanted. */
export function seenSkeleton(
  pose: SolvedPose,
  camera: PoseCamera,
  { hands = false, face = false }: SkeletonDetails = {},
): { keypoints: (Keypoint | null)[]; details: Partial<HandsAndFace> | undefined } {
  const keypoints = projectCoco18(pose, camera);
  if (!hands && !face) return { keypoints, details: undefined };
  const seen = projectHandsAndFace(pose, camera);
  const details: Partial<HandsAndFace> = {
    ...(hands && { leftHand: seen.leftHand, rightHand: seen.rightHand }),
    ...(face && { face: seen.face }),
  };
  return { keypoints, details };
}
