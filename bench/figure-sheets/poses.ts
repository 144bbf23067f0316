import type { Look } from '@lumiku/contract';
import { PoseSpec, type PoseSpecInput, RIGS, type SolvedPose, solvePose } from '@lumiku/pose-kit';
import { poseLibrary } from '@lumiku/poses';

const hanging = { free: { out: 9, forward: 3, inward: 10, bend: 14 } };
const standing: PoseSpecInput = {
  pelvis: {},
  chest: {},
  head: { roll: 2 },
  weight: 0.5,
  kneeBend: 4,
  legs: { left: { at: [0.06, 0] }, right: { at: [-0.06, 0] } },
  arms: { left: hanging, right: hanging },
  support: 'none',
};

const rigOf = (gender: Look['gender']) => (gender === 'unisex' ? RIGS.neutral : RIGS[gender]);

/** Somebody standing at ease, for looking at what they wear. */
export const atEase = (gender: Look['gender']): SolvedPose =>
  solvePose(PoseSpec.parse(standing), rigOf(gender));

/** A pose of the library by its id, for a body of this gender. @throws Error when there is none */
export function libraryPose(id: string, gender: Look['gender']) {
  const pose = poseLibrary.find((known) => known.id === id);
  if (!pose) throw new Error(`The library has no pose "${id}".`);
  return { pose: solvePose(pose.spec, rigOf(gender)), camera: pose.camera };
}
