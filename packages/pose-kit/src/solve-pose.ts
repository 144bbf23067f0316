import { anchorOn } from './anchor-on.ts';
import { limbJoints } from './limb-joints.ts';
import { fromTurn } from './mat3.ts';
import { placePelvis } from './place-pelvis.ts';
import type { ArmSpec, PoseSpec } from './pose-spec.ts';
import type { Rig } from './rig.ts';
import type { Side } from './side.ts';
import { contactOf, type SolvedArm, solveArm } from './solve-arm.ts';
import { type SolvedLeg, solveLeg } from './solve-leg.ts';
import { solveTrunk, type Trunk } from './solve-trunk.ts';
import type { SolvedPose } from './solved-pose.ts';

/** A pose with what the checks need beyond joints and frames. */
export interface PoseAnatomy {
  readonly trunk: Trunk;
  readonly legs: Readonly<Record<Side, SolvedLeg>>;
  readonly arms: Readonly<Record<Side, SolvedArm>>;
}

function touchesOtherArm(arm: ArmSpec): boolean {
  if ('free' in arm) return false;
  const { attach } = contactOf(arm);
  return attach === 'otherUpperArm' || attach === 'otherForearm';
}

/** Limb by limb: pelvis over the feet, legs, spine and head, then the arms (a touched arm before the one touching). */
export function solveAnatomy(spec: PoseSpec, rig: Rig): PoseAnatomy {
  const pelvis = placePelvis(spec, rig);
  const pelvisFrame = fromTurn(spec.pelvis);
  const legs = {
    left: solveLeg('left', spec.legs.left, rig, pelvis, pelvisFrame),
    right: solveLeg('right', spec.legs.right, rig, pelvis, pelvisFrame),
  };
  const trunk = solveTrunk(spec, rig, pelvis);
  const parts = { trunk, legs };
  const solve = (side: Side, other?: SolvedArm): SolvedArm =>
    solveArm(
      {
        side,
        rig,
        chestFrame: trunk.frames.chest,
        shoulderMiddle: trunk.shoulderMiddle,
        anchors: (attach) => anchorOn(parts, side, attach, other),
      },
      spec.arms[side],
    );
  if (touchesOtherArm(spec.arms.left)) {
    const right = solve('right');
    return { trunk, legs, arms: { left: solve('left', right), right } };
  }
  const left = solve('left');
  return { trunk, legs, arms: { left, right: solve('right', left) } };
}

/**
 * Works a pose out for a body: all joints and frames of `SolvedPose`, lengths in fractions of stature.
 * @throws Fault POSE_ARMS_CIRCULAR when both arms are fixed to each other.
 */
export function solvePose(spec: PoseSpec, rig: Rig): SolvedPose {
  const { trunk, legs, arms } = solveAnatomy(spec, rig);
  return {
    joints: {
      ...trunk.joints,
      ...limbJoints(arms, legs),
    },
    frames: {
      ...trunk.frames,
      leftHand: arms.left.hand,
      rightHand: arms.right.hand,
      leftFoot: legs.left.foot,
      rightFoot: legs.right.foot,
    },
    hands: { left: arms.left.shape, right: arms.right.shape },
    support: spec.support,
    ...(spec.props.length > 0 && { props: spec.props }),
  };
}
