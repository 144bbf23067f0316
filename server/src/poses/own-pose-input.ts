import { PoseFraming, PoseGender, PoseJoints } from '@lumiku/contract';
import { liftSkeleton, parseOpenposeJson, rigFor } from '@lumiku/pose-kit';
import { z } from 'zod';
import { checkJoints } from './check-joints.ts';
import { poseSourceUnclear, skeletonTooSmall } from './pose-faults.ts';
import { keypointsOf, type SeenPose } from './pose-shape.ts';
import type { PoseViews } from './pose-views.ts';

const Name = z.string().trim().min(1, 'Give the pose a name.').max(100, 'At most 100 letters.');
const Tags = z.array(z.string().regex(/^[a-z0-9_-]{1,40}$/)).max(12);

/** A pose of one's own: its name, and its skeleton either as OpenPose JSON or as the editor's joints. */
export const CreatePoseInput = z.object({
  name: Name,
  openpose: z.unknown().optional(),
  joints: PoseJoints.optional(),
  /** Which person of the OpenPose file, from 0; needed when it shows several. */
  person: z.number().int().min(0).max(99).optional(),
  gender: PoseGender.optional(),
  framing: PoseFraming.optional(),
  tags: Tags.optional(),
});
export type CreatePoseInput = z.infer<typeof CreatePoseInput>;

export const ChangePoseInput = CreatePoseInput.extend({ name: Name.optional() });
export type ChangePoseInput = z.infer<typeof ChangePoseInput>;

/** A pose as it will be kept. */
export interface GivenPose extends SeenPose {
  readonly gender: PoseGender;
}

/**
 * The pose a person gave, worked out. A flat skeleton is lifted by the library pose it looks most like; points it
 * lacks stay hidden in the control image.
 * @throws Fault POSE_SOURCE_UNCLEAR (400), POSE_OPENPOSE_INVALID, POSE_JOINTS_INVALID (422)
 */
export async function givenPose(
  input: ChangePoseInput,
  views: () => Promise<PoseViews>,
): Promise<GivenPose> {
  const hasOpenpose = input.openpose !== undefined;
  if (hasOpenpose === (input.joints !== undefined)) throw poseSourceUnclear(hasOpenpose);
  if (input.joints) {
    const { camera, gender } = input.joints;
    return {
      solved: checkJoints(input.joints),
      ...camera,
      framing: input.framing ?? camera.framing,
      gender: input.gender ?? gender,
    };
  }
  const { keypoints } = parseOpenposeJson(input.openpose, { person: input.person });
  const gender = input.gender ?? 'any';
  const [prior] = (await views()).nearest(keypoints, 1);
  if (!prior) throw skeletonTooSmall();
  const lifted = liftSkeleton(keypoints, prior, rigFor(gender));
  const hidden = keypoints.flatMap((point, index) => (point ? [] : [index]));
  const seen = {
    solved: { ...lifted.solved, ...(hidden.length > 0 && { hidden }) },
    yaw: Math.round(lifted.yaw * 10) / 10,
    pitch: 0,
  };
  return { ...seen, framing: input.framing ?? closestFraming(seen), gender };
}

const FRAMINGS = ['half', 'three_quarter', 'full'] as const;

/** The closest framing that cuts off no point the skeleton has. */
function closestFraming(pose: Omit<SeenPose, 'framing'>): PoseFraming {
  const wanted = keypointsOf({ ...pose, framing: 'full' });
  const shows = (framing: PoseFraming): boolean =>
    keypointsOf({ ...pose, framing }).every((point, index) => point || !wanted[index]);
  return FRAMINGS.find(shows) ?? 'full';
}
