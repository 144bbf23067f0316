import type { PoseJoints } from '@lumiku/contract';
import { PoseSpec, RIGS, solvePose } from '@lumiku/pose-kit';
import { writePose } from './puppet/write-pose.ts';

const ARM = { free: { out: 9, forward: 4, inward: 10, bend: 14 }, turn: 20, wrist: 6 };

/** Somebody who simply stands: where a pose from scratch begins. */
export function standingPose(gender: PoseJoints['gender'] = 'any'): PoseJoints {
  const spec = PoseSpec.parse({
    pelvis: {},
    chest: {},
    head: {},
    weight: 0.5,
    kneeBend: 4,
    legs: { left: { at: [0.055, 0] }, right: { at: [-0.055, 0] } },
    arms: { left: ARM, right: ARM },
    support: 'none',
  });
  const pose = solvePose(spec, RIGS[gender === 'any' ? 'neutral' : gender]);
  return writePose({
    pose,
    gender,
    hidden: [],
    picture: { yaw: 0, pitch: 4, framing: 'full' },
  });
}
