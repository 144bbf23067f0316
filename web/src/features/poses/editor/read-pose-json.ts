import { PoseJoints } from '@lumiku/contract';
import { poseApi } from '@lumiku/pose-finder';
import { liftSkeleton, parseOpenposeJson, rigFor } from '@lumiku/pose-kit';

/**
 * A pose from text: as this editor writes it in three dimensions, or as OpenPose JSON, whose flat skeleton gets its
 * depth from the pose of the library that looks most like it.
 * @param kept what the text does not say: the body, and from where the picture is taken
 * @throws Fault, ApiFault with what is wrong and how to mend it
 */
export async function readPoseJson(
  text: string,
  kept: Pick<PoseJoints, 'camera' | 'gender' | 'hands'>,
  person?: number,
): Promise<PoseJoints> {
  const whole = PoseJoints.safeParse(jsonOrNull(text));
  if (whole.success) return whole.data;
  const { keypoints } = parseOpenposeJson(text, { person });
  const [like] = await poseApi.search(keypoints, 1);
  if (!like) throw new Error('A search that finds nothing is refused.');
  const solved = await poseApi.joints(like.pose.id, { mirror: like.mirror });
  const lifted = liftSkeleton(keypoints, { solved, yaw: like.yaw }, rigFor(kept.gender));
  const { joints, frames, support } = lifted.solved;
  return PoseJoints.parse({
    ...{ joints, frames, support },
    ...{ hands: kept.hands, gender: kept.gender },
    camera: { ...kept.camera, yaw: Math.round(lifted.yaw * 10) / 10, pitch: 0 },
    hidden: keypoints.flatMap((point, index) => (point ? [] : [index])),
  });
}

/** How many skeletons the text shows; 1 where it is none. */
export function peopleIn(text: string): number {
  const file = jsonOrNull(text);
  const frame: unknown = Array.isArray(file) ? file[0] : file;
  const people = typeof frame === 'object' && frame !== null && 'people' in frame && frame.people;
  return Array.isArray(people) ? Math.max(1, people.length) : 1;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
