import type { Turn } from './mat3.ts';
import type { LegSpec, PoseSpec } from './pose-spec.ts';

function mirrorTurn<T extends Turn>(turn: T): T {
  return { ...turn, yaw: 0 - turn.yaw, roll: 0 - turn.roll };
}

function mirrorLeg(leg: LegSpec): LegSpec {
  return { ...leg, at: [0 - leg.at[0], leg.at[1]] };
}

/** The same pose with left and right exchanged. Mirroring twice gives the pose back. */
export function mirrorPose(spec: PoseSpec): PoseSpec {
  const pelvis = mirrorTurn(spec.pelvis);
  return {
    ...spec,
    pelvis: pelvis.x === undefined ? pelvis : { ...pelvis, x: 0 - pelvis.x },
    chest: mirrorTurn(spec.chest),
    head: mirrorTurn(spec.head),
    weight: 1 - spec.weight,
    legs: { left: mirrorLeg(spec.legs.right), right: mirrorLeg(spec.legs.left) },
    arms: { left: spec.arms.right, right: spec.arms.left },
  };
}
