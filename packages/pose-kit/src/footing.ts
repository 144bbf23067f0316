import { convexHull, type FloorPoint, outsideHull } from './ground-plane.ts';
import { apply } from './mat3.ts';
import { type PoseProblem, statureProblem } from './pose-problem.ts';
import type { PoseSpec } from './pose-spec.ts';
import { SIDES } from './side.ts';
import type { PoseAnatomy } from './solve-pose.ts';
import type { Vec3 } from './solved-pose.ts';
import { add, between } from './vec3.ts';

/** How near the floor the middle of each part may come. */
const LOWEST = { toe: 0.003, ankle: 0.025, knee: 0.03, pelvis: 0.055, wrist: 0.012 };
const KNEE_ON_FLOOR = 0.075;
/** People correct small offsets without it showing. */
const BALANCE_GIVES = 0.03;
/** Hip heights at which each seat makes sense. */
const SEAT_HEIGHTS = { chair: [0.25, 0.37], stool: [0.38, 0.52], floor: [0.05, 0.2] } as const;
/** Corners of a foot around the ankle: outward and forward. */
const FOOT_CORNERS: readonly Vec3[] = [
  [0.03, 0, -0.045],
  [-0.03, 0, -0.045],
  [0.03, 0, 0.115],
  [-0.03, 0, 0.115],
];

/** Whether the pose hangs in the air: no foot and no knee on the floor, and nothing to sit or lean on. */
export function isAirborne(spec: Pick<PoseSpec, 'support'>, anatomy: PoseAnatomy): boolean {
  if (spec.support !== 'none') return false;
  return SIDES.every(
    (side) => anatomy.legs[side].contact === 'free' && anatomy.legs[side].knee[1] > KNEE_ON_FLOOR,
  );
}

/** Centre of mass by segment shares (Winter), arms and hands together. */
function centreOfMass(anatomy: PoseAnatomy): Vec3 {
  const { joints } = anatomy.trunk;
  const shares: [number, Vec3][] = [
    [0.081, joints.head],
    [0.28, joints.chest],
    [0.217, joints.pelvis],
  ];
  for (const side of SIDES) {
    const leg = anatomy.legs[side];
    const arm = anatomy.arms[side];
    shares.push([0.1, between(leg.hip, leg.knee, 0.43)]);
    shares.push([0.061, between(leg.knee, leg.ankle, 0.55)]);
    shares.push([0.028, between(arm.shoulder, arm.elbow, 0.44)]);
    shares.push([0.022, arm.wrist]);
  }
  const total = shares.reduce((sum, [share]) => sum + share, 0);
  const axis = (index: 0 | 1 | 2): number =>
    shares.reduce((sum, [share, at]) => sum + share * at[index], 0) / total;
  return [axis(0), axis(1), axis(2)];
}

function supportPoints(anatomy: PoseAnatomy): FloorPoint[] {
  const points: FloorPoint[] = [];
  for (const side of SIDES) {
    const leg = anatomy.legs[side];
    if (leg.contact !== 'free') {
      for (const corner of FOOT_CORNERS) {
        const [x, , z] = add(leg.ankle, apply(leg.foot, corner));
        points.push([x, z]);
      }
    }
    if (leg.knee[1] < KNEE_ON_FLOOR) {
      points.push([leg.knee[0], leg.knee[2]], [leg.ankle[0], leg.ankle[2]]);
    }
  }
  return points;
}

function floorProblems(anatomy: PoseAnatomy): PoseProblem[] {
  const parts: [string, number, number][] = [
    ['pelvis', anatomy.trunk.joints.pelvis[1], LOWEST.pelvis],
  ];
  for (const side of SIDES) {
    const leg = anatomy.legs[side];
    parts.push([`${side} toes`, leg.toe[1], LOWEST.toe]);
    parts.push([`${side} ankle`, leg.ankle[1], LOWEST.ankle]);
    parts.push([`${side} knee`, leg.knee[1], LOWEST.knee]);
    parts.push([`${side} wrist`, anatomy.arms[side].wrist[1], LOWEST.wrist]);
  }
  return parts
    .filter(([, height, lowest]) => height < lowest - 1e-6)
    .map(([part, height, lowest]) =>
      statureProblem(
        'below_floor',
        part,
        lowest - height,
        (much) => `The ${part} sinks ${much} into the floor.`,
      ),
    );
}

function seatProblems(spec: Pick<PoseSpec, 'support'>, anatomy: PoseAnatomy): PoseProblem[] {
  if (spec.support === 'none' || spec.support === 'wall') return [];
  const height = anatomy.trunk.joints.pelvis[1];
  const [least, most] = SEAT_HEIGHTS[spec.support];
  const by = Math.max(least - height, height - most);
  if (by <= 0) return [];
  const where = height > most ? 'above' : 'below';
  return [
    statureProblem(
      'support_wrong',
      'pelvis',
      by,
      (much) => `The hips are ${much} ${where} where a ${spec.support} would hold them.`,
    ),
  ];
}

/** Parts below the floor, seats that hold nothing, and standing poses that would fall over. */
export function footingProblems(
  spec: Pick<PoseSpec, 'support'>,
  anatomy: PoseAnatomy,
): PoseProblem[] {
  const problems = [...floorProblems(anatomy), ...seatProblems(spec, anatomy)];
  if (spec.support !== 'none' || isAirborne(spec, anatomy)) return problems;
  const [x, , z] = centreOfMass(anatomy);
  const off = outsideHull([x, z], convexHull(supportPoints(anatomy)));
  if (off > BALANCE_GIVES) {
    problems.push(
      statureProblem(
        'off_balance',
        'body',
        off - BALANCE_GIVES,
        (much) => `The body would fall over: its weight is ${much} beside its feet.`,
      ),
    );
  }
  return problems;
}
