import { apply, transpose } from './mat3.ts';
import { type PoseProblem, statureProblem } from './pose-problem.ts';
import type { Rig } from './rig.ts';
import { pointToSegment, type Segment, segmentDistance } from './segment-distance.ts';
import { otherSide, SIDES, type Side } from './side.ts';
import type { PoseAnatomy } from './solve-pose.ts';
import type { Mat3, Vec3 } from './solved-pose.ts';
import { between, dot, subtract } from './vec3.ts';

/** Half thicknesses in statures; flesh and cloth give way by `GIVES`. */
const FOREARM = 0.018;
const WRIST = 0.014;
const SHIN = 0.026;
const THIGH = 0.044;
const HEAD = 0.052;
const GIVES = 0.014;

interface TrunkSlice {
  readonly from: Vec3;
  readonly to: Vec3;
  readonly frame: Mat3;
  readonly half: readonly [start: readonly [number, number], end: readonly [number, number]];
}

function trunkSlices(anatomy: PoseAnatomy, rig: Rig): TrunkSlice[] {
  const { joints, frames } = anatomy.trunk;
  const { hip, waist, chest } = rig.trunkHalf;
  const top: [number, number] = [chest[0] * 0.9, chest[1] * 0.75];
  return [
    { from: joints.pelvis, to: joints.waist, frame: frames.pelvis, half: [hip, waist] },
    { from: joints.waist, to: joints.chest, frame: frames.waist, half: [waist, chest] },
    {
      from: joints.chest,
      to: anatomy.trunk.shoulderMiddle,
      frame: frames.chest,
      half: [chest, top],
    },
  ];
}

/** How deep a ball is inside the trunk, statures; 0 outside. */
function depthInTrunk(point: Vec3, radius: number, slices: readonly TrunkSlice[]): number {
  let deepest = 0;
  for (const slice of slices) {
    const axis = subtract(slice.to, slice.from);
    const t = dot(subtract(point, slice.from), axis) / dot(axis, axis);
    if (t < 0 || t > 1) continue;
    const [x, , z] = apply(
      transpose(slice.frame),
      subtract(point, between(slice.from, slice.to, t)),
    );
    const halfAt = (index: 0 | 1): number =>
      slice.half[0][index] + (slice.half[1][index] - slice.half[0][index]) * t + radius;
    const share = Math.hypot(x / halfAt(0), z / halfAt(1));
    deepest = Math.max(deepest, (1 - share) * Math.min(halfAt(0), halfAt(1)));
  }
  return deepest;
}

function forearmOf(anatomy: PoseAnatomy, side: Side): Segment {
  const arm = anatomy.arms[side];
  return [between(arm.elbow, arm.wrist, 0.2), arm.wrist];
}

function collision(part: string, what: string, by: number): PoseProblem[] {
  if (by <= GIVES) return [];
  return [
    statureProblem('parts_collide', part, by - GIVES, (much) => `The ${part} is ${much} ${what}.`),
  ];
}

function armProblems(anatomy: PoseAnatomy, rig: Rig, side: Side): PoseProblem[] {
  const arm = anatomy.arms[side];
  const slices = trunkSlices(anatomy, rig);
  const forearm = forearmOf(anatomy, side);
  const alongForearm = [0.1, 0.3, 0.5, 0.7, 0.9].map((t) => between(forearm[0], forearm[1], t));
  const forearmDepth = Math.max(...alongForearm.map((at) => depthInTrunk(at, FOREARM, slices)));
  const handDepth = Math.max(
    ...[arm.wrist, arm.knuckles].map((at) => depthInTrunk(at, WRIST, slices)),
  );
  const { head } = anatomy.trunk.joints;
  const handToHead = pointToSegment(head, [arm.wrist, arm.knuckles]);
  const thighs = SIDES.map((thigh): Segment => {
    const leg = anatomy.legs[thigh];
    return [between(leg.hip, leg.knee, 0.25), leg.knee];
  });
  const wristToThigh = Math.min(...thighs.map((thigh) => pointToSegment(arm.wrist, thigh)));
  return [
    ...collision(`${side} forearm`, 'inside the trunk', forearmDepth),
    ...collision(`${side} hand`, 'inside the trunk', handDepth),
    ...collision(
      `${side} forearm`,
      'inside the head',
      HEAD + FOREARM - pointToSegment(head, forearm),
    ),
    ...collision(`${side} hand`, 'inside the head', HEAD + WRIST - handToHead),
    ...collision(`${side} wrist`, 'inside a thigh', THIGH + WRIST - wristToThigh),
  ];
}

/** Parts of the body that go through one another. */
export function selfContactProblems(anatomy: PoseAnatomy, rig: Rig): PoseProblem[] {
  const { legs } = anatomy;
  const shin = (side: Side): Segment => [
    between(legs[side].knee, legs[side].ankle, 0.15),
    legs[side].ankle,
  ];
  const betweenShins = segmentDistance(shin('left'), shin('right'));
  const betweenForearms = segmentDistance(forearmOf(anatomy, 'left'), forearmOf(anatomy, 'right'));
  const throughThigh = SIDES.flatMap((side) => {
    const other = legs[otherSide(side)];
    const thigh: Segment = [between(other.hip, other.knee, 0.4), other.knee];
    const gap = segmentDistance(shin(side), thigh);
    return collision(`${side} shin`, 'inside the other thigh', SHIN + THIGH - 0.012 - gap);
  });
  return [
    ...SIDES.flatMap((side) => armProblems(anatomy, rig, side)),
    ...collision('left shin', 'inside the right one', 2 * SHIN - betweenShins),
    ...collision('left forearm', 'inside the right one', 2 * WRIST - betweenForearms),
    ...throughThigh,
  ];
}
