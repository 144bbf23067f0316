import { anchorOn } from './anchor-on.ts';
import type { ArmSpec } from './pose-spec.ts';
import { readAnatomy } from './read-anatomy.ts';
import type { Rig } from './rig.ts';
import { otherSide, type Side } from './side.ts';
import { type SolvedArm, solveArm } from './solve-arm.ts';
import type { SolvedPose } from './solved-pose.ts';

/** An arm put where a spec wants it, on a body that already stands: a hand on the hip of this very hip. */
export function placeArm(pose: SolvedPose, side: Side, arm: ArmSpec, rig: Rig): SolvedArm {
  const anatomy = readAnatomy(pose);
  return solveArm(
    {
      side,
      rig,
      chestFrame: pose.frames.chest,
      shoulderMiddle: anatomy.trunk.shoulderMiddle,
      anchors: (attach) => anchorOn(anatomy, side, attach, anatomy.arms[otherSide(side)]),
    },
    arm,
  );
}
