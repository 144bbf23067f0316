import { limbJoints, readAnatomy, type SolvedPose, type Vec3 } from '@lumiku/pose-kit';
import { apply, fromColumns, multiply, partOf, transpose } from '@lumiku/pose-kit/mat3';
import { solveTwoBone } from '@lumiku/pose-kit/two-bone';
import { across, add, cross, distance, scale, subtract, unit } from '@lumiku/pose-kit/vec3';

type Mat3 = SolvedPose['frames']['head'];
type Side = 'left' | 'right';
export const SIDES: readonly Side[] = ['left', 'right'];

/** How far the joints of a part lie from the part's own origin, in its axes. */
const ON_HEAD = [
  'head',
  'headTop',
  'nose',
  'leftEye',
  'rightEye',
  'leftEar',
  'rightEar',
] as const satisfies readonly (keyof SolvedPose['joints'])[];

export interface ArmState {
  /** From the base of the neck, in the chest's axes. */
  readonly shoulder: Vec3;
  /** Each turned against the part before it. */
  readonly upper: Mat3;
  readonly fore: Mat3;
  readonly hand: Mat3;
  readonly upperLength: number;
  readonly foreLength: number;
  readonly knuckles: Vec3;
}

export interface LegState {
  /** From the pelvis, in its axes. */
  readonly hip: Vec3;
  /** In the world, because feet stand on the floor whatever the body does. */
  readonly ankle: Vec3;
  readonly foot: Mat3;
  readonly knee: Vec3;
  readonly thigh: number;
  readonly shank: number;
  readonly toe: Vec3;
}

/** A body as its parts are turned against each other: what can be mixed and moved without tearing it. */
export interface BodyState {
  readonly pelvis: Vec3;
  readonly turn: Mat3;
  readonly waist: Mat3;
  readonly chest: Mat3;
  readonly neck: Mat3;
  readonly head: Mat3;
  readonly offsets: {
    readonly waist: Vec3;
    readonly chest: Vec3;
    readonly neck: Vec3;
    readonly headBase: Vec3;
    readonly onHead: readonly Vec3[];
  };
  readonly arms: Readonly<Record<Side, ArmState>>;
  readonly legs: Readonly<Record<Side, LegState>>;
  readonly hands: SolvedPose['hands'];
  readonly support: SolvedPose['support'];
  readonly props: readonly string[];
}

/** From `base` to `frame`, in the base's own axes. */
const within = (base: Mat3, frame: Mat3): Mat3 => multiply(transpose(base), frame);
const local = (frame: Mat3, from: Vec3, to: Vec3): Vec3 =>
  apply(transpose(frame), subtract(to, from));

export function stateOf(pose: SolvedPose): BodyState {
  const { joints: j, frames: f } = pose;
  const { arms, legs } = readAnatomy(pose);
  const arm = (side: Side): ArmState => {
    const { shoulder, elbow, wrist, knuckles, upperArm, forearm, hand } = arms[side];
    return {
      shoulder: local(f.chest, j.neck, shoulder),
      upper: within(f.chest, upperArm),
      fore: within(upperArm, forearm),
      hand: within(forearm, hand),
      upperLength: distance(shoulder, elbow),
      foreLength: distance(elbow, wrist),
      knuckles: local(hand, wrist, knuckles),
    };
  };
  const leg = (side: Side): LegState => {
    const { hip, knee, ankle, toe, foot, thigh } = legs[side];
    return {
      hip: local(f.pelvis, j.pelvis, hip),
      ankle,
      foot,
      knee: [thigh[2], thigh[5], thigh[8]],
      thigh: distance(hip, knee),
      shank: distance(knee, ankle),
      toe: local(foot, ankle, toe),
    };
  };
  return {
    pelvis: j.pelvis,
    turn: f.pelvis,
    waist: within(f.pelvis, f.waist),
    chest: within(f.waist, f.chest),
    neck: within(f.chest, f.neck),
    head: within(f.neck, f.head),
    offsets: {
      waist: local(f.pelvis, j.pelvis, j.waist),
      chest: local(f.waist, j.waist, j.chest),
      neck: local(f.chest, j.chest, j.neck),
      headBase: local(f.neck, j.neck, j.headBase),
      onHead: ON_HEAD.map((name) => local(f.head, j.headBase, j[name])),
    },
    arms: { left: arm('left'), right: arm('right') },
    legs: { left: leg('left'), right: leg('right') },
    hands: pose.hands,
    support: pose.support,
    props: pose.props ?? [],
  };
}

/** Joints and frames of a body; where the legs cannot reach their feet, the pelvis comes down to them. */
export function poseOf(state: BodyState): SolvedPose {
  const { offsets } = state;
  const pelvis = lowered(state);
  const frames = trunkFrames(state);
  const waist = add(pelvis, apply(state.turn, offsets.waist));
  const chest = add(waist, apply(frames.waist, offsets.chest));
  const neck = add(chest, apply(frames.chest, offsets.neck));
  const headBase = add(neck, apply(frames.neck, offsets.headBase));
  const onHead = (name: (typeof ON_HEAD)[number]): Vec3 =>
    add(headBase, apply(frames.head, offsets.onHead[ON_HEAD.indexOf(name)]));
  const arms = {
    left: placeArm(state.arms.left, neck, frames.chest),
    right: placeArm(state.arms.right, neck, frames.chest),
  };
  const legs = {
    left: placeLeg(state.legs.left, pelvis, state.turn),
    right: placeLeg(state.legs.right, pelvis, state.turn),
  };
  return {
    joints: {
      ...{ pelvis, waist, chest, neck, headBase },
      head: onHead('head'),
      headTop: onHead('headTop'),
      nose: onHead('nose'),
      leftEye: onHead('leftEye'),
      rightEye: onHead('rightEye'),
      leftEar: onHead('leftEar'),
      rightEar: onHead('rightEar'),
      ...limbJoints(arms, legs),
    },
    frames: {
      ...frames,
      leftHand: arms.left.hand,
      rightHand: arms.right.hand,
      leftFoot: state.legs.left.foot,
      rightFoot: state.legs.right.foot,
    },
    hands: state.hands,
    support: state.support,
    props: state.props,
  };
}

function trunkFrames(
  state: BodyState,
): Pick<SolvedPose['frames'], 'pelvis' | 'waist' | 'chest' | 'neck' | 'head'> {
  const waist = multiply(state.turn, state.waist);
  const chest = multiply(waist, state.chest);
  const neck = multiply(chest, state.neck);
  return { pelvis: state.turn, waist, chest, neck, head: multiply(neck, state.head) };
}

/** A leg is never longer than `solveTwoBone` stretches it. */
const STRETCH = 0.9995;

function lowered(state: BodyState): Vec3 {
  let [x, y, z] = state.pelvis;
  for (const side of SIDES) {
    const { hip, ankle, thigh, shank } = state.legs[side];
    const [hx, hy, hz] = apply(state.turn, hip);
    const aside = Math.hypot(x + hx - ankle[0], z + hz - ankle[2]);
    const reach = (thigh + shank) * STRETCH;
    if (aside >= reach) continue;
    y = Math.min(y, ankle[1] + Math.sqrt(reach * reach - aside * aside) - hy);
  }
  return [x, y, z];
}

function placeArm(arm: ArmState, neck: Vec3, chest: Mat3) {
  const shoulder = add(neck, apply(chest, arm.shoulder));
  const upper = multiply(chest, arm.upper);
  const fore = multiply(upper, arm.fore);
  const hand = multiply(fore, arm.hand);
  const elbow = add(shoulder, apply(upper, [0, -arm.upperLength, 0]));
  const wrist = add(elbow, apply(fore, [0, -arm.foreLength, 0]));
  return { shoulder, elbow, wrist, hand, knuckles: add(wrist, apply(hand, arm.knuckles)) };
}

function placeLeg(leg: LegState, pelvis: Vec3, turn: Mat3) {
  const hip = add(pelvis, apply(turn, leg.hip));
  const { middle, end } = solveTwoBone(hip, leg.ankle, leg.thigh, leg.shank, leg.knee);
  return { hip, knee: middle, ankle: end, toe: add(end, apply(leg.foot, leg.toe)) };
}

export const mixNumbers = (a: number, b: number, t: number): number => a + (b - a) * t;
export const mixPoints = (a: Vec3, b: Vec3, t: number): Vec3 => add(a, scale(subtract(b, a), t));
/** Share `t` of the way from one rotation to another, the short way round. */
export const mixTurns = (a: Mat3, b: Mat3, t: number): Mat3 =>
  multiply(a, partOf(multiply(transpose(a), b), t));

/** The part of the body's own forward direction along the floor. */
export function heading(state: BodyState): Mat3 {
  const front = unit(across([state.turn[2], state.turn[5], state.turn[8]], [0, 1, 0]), [0, 0, 1]);
  return fromColumns(cross([0, 1, 0], front), [0, 1, 0], front);
}
