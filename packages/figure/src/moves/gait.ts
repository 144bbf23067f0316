import { apply, fromTurn, multiply, rotationX, rotationY } from '@lumiku/pose-kit/mat3';
import { add } from '@lumiku/pose-kit/vec3';
import { type ArmState, type BodyState, heading, type LegState, mixNumbers } from './body-state.ts';
import { ease } from './mix-states.ts';

type Mat3 = BodyState['turn'];

/** A way of walking. Lengths are fractions of stature, angles degrees, phases shares of a double step. */
export interface Gait {
  /** Half of how far a foot travels under the body. */
  readonly stride: number;
  /** How far a foot stands beside the middle; below 0 the feet cross. */
  readonly apart: number;
  readonly toeOut: number;
  readonly lift: number;
  readonly hipYaw: number;
  readonly hipRoll: number;
  readonly hipShift: number;
  readonly chestYaw: number;
  readonly armSwing: number;
  readonly armOut: number;
  readonly elbow: number;
  readonly chestLean: number;
}

export const WALK: Gait = {
  stride: 0.132,
  apart: 0.034,
  toeOut: 5,
  lift: 0.045,
  hipYaw: 6,
  hipRoll: 3.5,
  hipShift: 0.012,
  chestYaw: 8,
  armSwing: 21,
  armOut: 8,
  elbow: 16,
  chestLean: 2,
};

export const CATWALK: Gait = {
  stride: 0.148,
  apart: -0.004,
  toeOut: 3,
  lift: 0.05,
  hipYaw: 11,
  hipRoll: 8,
  hipShift: 0.022,
  chestYaw: 11,
  armSwing: 17,
  armOut: 10,
  elbow: 10,
  chestLean: -3,
};

/** Share of a double step a foot is on the floor. */
const STANCE = 0.6;
const BALL = 0.102;
const HEEL = 0.036;
const STRIKE = 17;
const PUSH_OFF = 42;
const KNEE_FREE = 0.996;

/**
 * The body at a phase (0..1) of a double step, walking on the spot as if the camera went along; phase 0 sets the left
 * heel down. `stand`: the same body standing straight, whose lengths and heading are kept.
 */
export function walking(stand: BodyState, gait: Gait, phase: number): BodyState {
  const base = heading(stand);
  const wave = Math.cos(2 * Math.PI * phase);
  const turn = multiply(
    base,
    fromTurn({ yaw: -gait.hipYaw * wave, pitch: 1, roll: hipRoll(gait, phase) }),
  );
  const spine = fromTurn({
    yaw: (gait.hipYaw + gait.chestYaw) * wave,
    pitch: gait.chestLean,
    roll: -hipRoll(gait, phase) * 1.1,
  });
  const legs = {
    left: leg(stand.legs.left, 1, base, gait, phase),
    right: leg(stand.legs.right, -1, base, gait, phase + 0.5),
  };
  const shift = gait.hipShift * Math.sin(2 * Math.PI * (phase - 0.05));
  const level = pelvisHeight(stand, gait, base);
  const bob = 0.011 * Math.cos(4 * Math.PI * (phase - 0.32));
  const headBack = fromTurn({
    yaw: -gait.chestYaw * wave * 0.8,
    pitch: -gait.chestLean * 0.6,
    roll: 0,
  });
  return {
    ...stand,
    pelvis: add(apply(base, [shift, 0, 0]), [0, level + bob, 0]),
    turn,
    waist: fromTurn({ yaw: 0, pitch: 0, roll: 0 }),
    chest: spine,
    neck: fromTurn({ yaw: 0, pitch: 2, roll: 0 }),
    head: headBack,
    arms: {
      left: arm(stand.arms.left, 1, gait, wave),
      right: arm(stand.arms.right, -1, gait, -wave),
    },
    legs,
    hands: { left: 'relaxed', right: 'relaxed' },
    support: 'none',
    props: [],
  };
}

/** The hip sinks on the side of the leg that swings. */
const hipRoll = (gait: Gait, phase: number): number =>
  -gait.hipRoll * Math.sin(2 * Math.PI * (phase - 0.05));

/** As high as both legs allow through the whole double step, knees almost straight. */
function pelvisHeight(stand: BodyState, gait: Gait, base: Mat3): number {
  let height = Number.POSITIVE_INFINITY;
  const { left } = stand.legs;
  for (let i = 0; i < 48; i++) {
    const phase = i / 48;
    const { ankle } = leg(left, 1, base, gait, phase);
    if (phase > STANCE) continue;
    const reach = (left.thigh + left.shank) * KNEE_FREE;
    const aside = Math.hypot(gait.stride * (1 - (2 * phase) / STANCE), 0.02);
    const bob = 0.011 * Math.cos(4 * Math.PI * (phase - 0.32));
    height = Math.min(height, ankle[1] + Math.sqrt(reach * reach - aside * aside) - bob);
  }
  return height - left.hip[1];
}

/** `k`: 1 for the left leg, −1 for the right. */
function leg(was: LegState, k: 1 | -1, base: Mat3, gait: Gait, at: number): LegState {
  const phase = at - Math.floor(at);
  const flat = was.ankle[1] > 0.06 ? 0.04 : was.ankle[1];
  const step = phase < STANCE ? onFloor(phase, gait, flat) : inAir(phase, gait, flat);
  const foot = multiply(base, multiply(rotationY(k * gait.toeOut), rotationX(step.pitch)));
  return {
    ...was,
    ankle: apply(base, [k * gait.apart, step.y, step.z]),
    foot,
    knee: apply(base, [k * 0.06, 0, 1]),
  };
}

interface Step {
  readonly y: number;
  readonly z: number;
  /** Toes down +, degrees. */
  readonly pitch: number;
}

/** Heel down, flat, heel up: the foot turns about its heel, then about its ball, and goes back with the floor. */
function onFloor(phase: number, gait: Gait, flat: number): Step {
  const z = gait.stride * (1 - (2 * phase) / STANCE);
  if (phase < 0.09) return about(-HEEL, z, flat, -STRIKE * (1 - ease(phase / 0.09)));
  if (phase < 0.34) return { y: flat, z, pitch: 0 };
  return about(BALL, z, flat, PUSH_OFF * ease((phase - 0.34) / (STANCE - 0.34 + 0.06)));
}

function about(point: number, z: number, flat: number, pitch: number): Step {
  const radians = (pitch * Math.PI) / 180;
  const up = flat - 0.008;
  const back = -point;
  return {
    y: 0.008 + up * Math.cos(radians) - back * Math.sin(radians),
    z: z + point + back * Math.cos(radians) + up * Math.sin(radians),
    pitch,
  };
}

function inAir(phase: number, gait: Gait, flat: number): Step {
  const t = (phase - STANCE) / (1 - STANCE);
  const from = onFloor(STANCE - 1e-6, gait, flat);
  const to = onFloor(0, gait, flat);
  // Leaves and meets the floor at the floor's own speed.
  const speed = (-2 * gait.stride * (1 - STANCE)) / STANCE;
  const t2 = t * t;
  const t3 = t2 * t;
  const z =
    (2 * t3 - 3 * t2 + 1) * from.z +
    (t3 - 2 * t2 + t) * speed +
    (3 * t2 - 2 * t3) * to.z +
    (t3 - t2) * speed;
  return {
    y: mixNumbers(from.y, to.y, ease(t)) + gait.lift * Math.sin(Math.PI * t) ** 2 * (1 - 0.45 * t),
    z,
    pitch: mixNumbers(from.pitch, to.pitch, ease(Math.min(1, t * 1.15))),
  };
}

/**
 * Arms swing against the legs, the elbow bends as the hand comes forward. `was`: the arm hanging, for how its hand
 * turns; `wave`: 1 with the own foot in front.
 */
function arm(was: ArmState, k: 1 | -1, gait: Gait, wave: number): ArmState {
  const swing = -gait.armSwing * wave;
  const bend = gait.elbow + Math.max(0, swing) * 0.6;
  return {
    ...was,
    upper: multiply(
      fromTurn({ yaw: 0, pitch: -swing - 2, roll: k * gait.armOut }),
      rotationY(-k * 12),
    ),
    fore: rotationX(-bend),
  };
}
