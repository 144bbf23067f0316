import type { Vec3 } from '@lumiku/pose-kit';
import { distance } from '@lumiku/pose-kit/vec3';
import {
  type ArmState,
  type BodyState,
  type LegState,
  mixNumbers,
  mixPoints,
  mixTurns,
} from './body-state.ts';

/** Feet nearer to each other than this slide rather than step. */
const STEP_MIN = 0.012;
/** When each foot is off the floor, as shares of the change. */
const STEPS = { left: [0.06, 0.5], right: [0.5, 0.94] } as const;

/** Starts and ends gently. */
export const ease = (t: number): number => {
  const u = Math.min(1, Math.max(0, t));
  return u * u * u * (u * (u * 6 - 15) + 10);
};

/**
 * The body share `t` (0..1) of the way between two states, joint by joint. A foot that stands elsewhere afterwards is
 * lifted and set down there, one after the other; a foot that stays does not move.
 */
export function mixStates(a: BodyState, b: BodyState, t: number): BodyState {
  const s = ease(t);
  const arm = (x: ArmState, y: ArmState): ArmState => ({
    shoulder: mixPoints(x.shoulder, y.shoulder, s),
    upper: mixTurns(x.upper, y.upper, s),
    fore: mixTurns(x.fore, y.fore, s),
    hand: mixTurns(x.hand, y.hand, s),
    upperLength: mixNumbers(x.upperLength, y.upperLength, s),
    foreLength: mixNumbers(x.foreLength, y.foreLength, s),
    knuckles: mixPoints(x.knuckles, y.knuckles, s),
  });
  const half = t < 0.5 ? a : b;
  return {
    pelvis: mixPoints(a.pelvis, b.pelvis, s),
    turn: mixTurns(a.turn, b.turn, s),
    waist: mixTurns(a.waist, b.waist, s),
    chest: mixTurns(a.chest, b.chest, s),
    neck: mixTurns(a.neck, b.neck, s),
    head: mixTurns(a.head, b.head, s),
    offsets: {
      waist: mixPoints(a.offsets.waist, b.offsets.waist, s),
      chest: mixPoints(a.offsets.chest, b.offsets.chest, s),
      neck: mixPoints(a.offsets.neck, b.offsets.neck, s),
      headBase: mixPoints(a.offsets.headBase, b.offsets.headBase, s),
      onHead: a.offsets.onHead.map((v, i) => mixPoints(v, b.offsets.onHead[i], s)),
    },
    arms: {
      left: arm(a.arms.left, b.arms.left),
      right: arm(a.arms.right, b.arms.right),
    },
    legs: {
      left: mixLegs(a.legs.left, b.legs.left, t, STEPS.left),
      right: mixLegs(a.legs.right, b.legs.right, t, STEPS.right),
    },
    hands: half.hands,
    support: half.support,
    props: half.props,
  };
}

function mixLegs(
  a: LegState,
  b: LegState,
  t: number,
  [from, to]: readonly [number, number],
): LegState {
  const far = distance(a.ankle, b.ankle);
  const isStep = far > STEP_MIN;
  const s = isStep ? ease((t - from) / (to - from)) : ease(t);
  const lift = isStep ? Math.sin(Math.PI * s) * Math.min(0.06, 0.02 + far * 0.22) : 0;
  const [x, y, z] = mixPoints(a.ankle, b.ankle, s);
  return {
    hip: mixPoints(a.hip, b.hip, s),
    ankle: [x, y + lift, z] satisfies Vec3,
    foot: mixTurns(a.foot, b.foot, s),
    knee: mixPoints(a.knee, b.knee, s),
    thigh: mixNumbers(a.thigh, b.thigh, s),
    shank: mixNumbers(a.shank, b.shank, s),
    toe: mixPoints(a.toe, b.toe, s),
  };
}
