import type { Words } from '@lumiku/contract';
import { fromTurn, multiply, rotationY, transpose, turnOf } from '@lumiku/pose-kit/mat3';
import {
  type ArmDirection,
  armDirection,
  directionOfArm,
  directionOfThigh,
  pointedAt,
  straightHand,
  type ThighDirection,
  thighDirection,
} from './directions.ts';
import { type Handle, isArm, isLeg, limbOf, sideOf } from './handles.ts';
import { RANGES, type Range } from './limits.ts';
import { outwardSign, type Puppet, type Side } from './puppet.ts';
import { withArm, withLeg } from './reach.ts';

/** A turn of a joint in degrees, as a slider shows it. */
export interface Dial {
  readonly id: string;
  readonly words: Words;
  readonly least: number;
  readonly most: number;
  /** From here on the joint resists. */
  readonly easeTo: number;
  readonly read: (puppet: Puppet) => number;
  readonly turn: (puppet: Puppet, degrees: number) => Puppet;
}

function dial(id: string, words: Words, range: Range, parts: Pick<Dial, 'read' | 'turn'>): Dial {
  return { id, words, least: range.hard[0], most: range.hard[1], easeTo: range.soft[1], ...parts };
}

function armDials(side: Side): Record<'bend' | 'raise' | 'round' | 'turn' | 'wrist', Dial> {
  const k = outwardSign(side);
  const neutral = straightHand(side);
  const handTurn = (puppet: Puppet) => turnOf(multiply(transpose(neutral), puppet.arms[side].hand));
  const point = (puppet: Puppet, change: Partial<ArmDirection>): Puppet => {
    const { upper } = puppet.arms[side];
    const direction = directionOfArm({ ...armDirection(upper, side), ...change }, side);
    return withArm(puppet, side, { upper: pointedAt(upper, direction) });
  };
  const hand = (puppet: Puppet, change: Partial<ReturnType<typeof turnOf>>): Puppet =>
    withArm(puppet, side, {
      hand: multiply(neutral, fromTurn({ ...handTurn(puppet), ...change })),
    });
  return {
    bend: dial('elbow-bend', { en: 'Elbow bend', id: 'Tekuk siku' }, RANGES.elbowBend, {
      read: (puppet) => puppet.arms[side].bend,
      turn: (puppet, bend) => withArm(puppet, side, { bend }),
    }),
    raise: dial('arm-raise', { en: 'Arm raise', id: 'Angkat lengan' }, RANGES.armRaise, {
      read: (puppet) => armDirection(puppet.arms[side].upper, side).raise,
      turn: (puppet, raise) => point(puppet, { raise }),
    }),
    round: dial(
      'arm-round',
      { en: 'Arm to the front', id: 'Lengan ke depan' },
      { soft: [-60, 130], hard: [-80, 150] },
      {
        read: (puppet) => armDirection(puppet.arms[side].upper, side).round,
        turn: (puppet, round) => point(puppet, { round }),
      },
    ),
    turn: dial('forearm-turn', { en: 'Wrist turn', id: 'Putar pergelangan' }, RANGES.forearmTurn, {
      read: (puppet) => -k * handTurn(puppet).yaw,
      turn: (puppet, degrees) => hand(puppet, { yaw: -k * degrees }),
    }),
    wrist: dial('wrist-bend', { en: 'Wrist bend', id: 'Tekuk pergelangan' }, RANGES.wristBend, {
      read: (puppet) => handTurn(puppet).pitch,
      turn: (puppet, pitch) => hand(puppet, { pitch }),
    }),
  };
}

function legDials(side: Side): Record<'bend' | 'raise' | 'spread' | 'turn' | 'point', Dial> {
  const k = outwardSign(side);
  const point = (puppet: Puppet, change: Partial<ThighDirection>): Puppet => {
    const { thigh } = puppet.legs[side];
    const direction = directionOfThigh({ ...thighDirection(thigh, side), ...change }, side);
    return withLeg(puppet, side, { thigh: pointedAt(thigh, direction) });
  };
  return {
    bend: dial('knee-bend', { en: 'Knee bend', id: 'Tekuk lutut' }, RANGES.kneeBend, {
      read: (puppet) => puppet.legs[side].bend,
      turn: (puppet, bend) => withLeg(puppet, side, { bend }),
    }),
    raise: dial('leg-raise', { en: 'Leg raise', id: 'Angkat kaki' }, RANGES.hipForward, {
      read: (puppet) => thighDirection(puppet.legs[side].thigh, side).forward,
      turn: (puppet, forward) => point(puppet, { forward }),
    }),
    spread: dial('leg-spread', { en: 'Leg to the side', id: 'Kaki ke samping' }, RANGES.hipOut, {
      read: (puppet) => thighDirection(puppet.legs[side].thigh, side).out,
      turn: (puppet, out) => point(puppet, { out }),
    }),
    turn: dial('foot-turn', { en: 'Foot turn', id: 'Putar kaki' }, RANGES.footTurn, {
      read: (puppet) => k * turnOf(puppet.legs[side].foot).yaw,
      turn: (puppet, degrees) => {
        const { foot } = puppet.legs[side];
        return withLeg(puppet, side, { foot: fromTurn({ ...turnOf(foot), yaw: k * degrees }) });
      },
    }),
    point: dial('foot-point', { en: 'Toes down', id: 'Jinjit' }, RANGES.footPoint, {
      read: (puppet) => turnOf(puppet.legs[side].foot).pitch,
      turn: (puppet, pitch) => {
        const { foot } = puppet.legs[side];
        return withLeg(puppet, side, { foot: fromTurn({ ...turnOf(foot), pitch }) });
      },
    }),
  };
}

type TurnKey = 'yaw' | 'pitch' | 'roll';

function turnDial(
  part: 'spine' | 'head',
  key: TurnKey,
  id: string,
  words: Words,
  range: Range,
): Dial {
  return dial(id, words, range, {
    read: (puppet) => turnOf(puppet[part])[key],
    turn: (puppet, degrees) => ({
      ...puppet,
      [part]: fromTurn({ ...turnOf(puppet[part]), [key]: degrees }),
    }),
  });
}

const HEAD: readonly Dial[] = [
  turnDial('head', 'yaw', 'head-turn', { en: 'Head turn', id: 'Toleh kepala' }, RANGES.headTurn),
  turnDial('head', 'pitch', 'head-nod', { en: 'Head down', id: 'Tunduk' }, RANGES.headNod),
  turnDial('head', 'roll', 'head-tilt', { en: 'Head tilt', id: 'Miring kepala' }, RANGES.headTilt),
];
const SPINE: readonly Dial[] = [
  turnDial('spine', 'yaw', 'spine-turn', { en: 'Twist', id: 'Puntir' }, RANGES.spineTurn),
  turnDial('spine', 'pitch', 'spine-lean', { en: 'Lean forward', id: 'Condong' }, RANGES.spineLean),
  turnDial('spine', 'roll', 'spine-tilt', { en: 'Lean aside', id: 'Miring' }, RANGES.spineTilt),
];
/** The whole figure turned on the spot. */
const BODY_TURN: Dial = {
  id: 'body-turn',
  words: { en: 'Whole body turn', id: 'Putar seluruh badan' },
  least: -180,
  most: 180,
  easeTo: 180,
  read: (puppet) => turnOf(puppet.pelvis).yaw,
  turn(puppet, degrees) {
    const by = rotationY(degrees - turnOf(puppet.pelvis).yaw);
    return { ...puppet, pelvis: multiply(by, puppet.pelvis) };
  },
};
const HEIGHT: Dial = {
  id: 'height',
  words: { en: 'Height', id: 'Tinggi' },
  least: 5,
  most: 90,
  easeTo: 90,
  read: (puppet) => puppet.at[1] * 100,
  turn: (puppet, percent) => ({
    ...puppet,
    at: [puppet.at[0], percent / 100, puppet.at[2]],
  }),
};

/** The sliders for a joint, the nearest to it first. */
export function dialsFor(handle: Handle): readonly Dial[] {
  const limb = limbOf(handle);
  const side = sideOf(limb);
  if (limb === 'head') return HEAD;
  if (!side) return handle === 'pelvis' ? [HEIGHT, BODY_TURN, ...SPINE] : [...SPINE, ...HEAD];
  if (isArm(limb)) {
    const { bend, raise, round, turn, wrist } = armDials(side);
    if (/Shoulder$/.test(handle)) return [raise, round, bend, turn, wrist];
    if (/Hand$/.test(handle)) return [wrist, turn, bend, raise, round];
    return [bend, raise, turn, round, wrist];
  }
  if (!isLeg(limb)) return [];
  const { bend, raise, spread, turn, point } = legDials(side);
  if (/Hip$/.test(handle)) return [raise, spread, bend, turn, point];
  if (/Toe$|Ankle$/.test(handle)) return [point, turn, bend, raise, spread];
  return [bend, raise, spread, point, turn];
}

/** How much of the arm's or leg's length lies between its ends, 0 to 1. */
export function reachShare(puppet: Puppet, side: Side, limb: 'arm' | 'leg'): number {
  const { measures } = puppet;
  const bend = limb === 'arm' ? puppet.arms[side].bend : puppet.legs[side].bend;
  const [a, b] =
    limb === 'arm' ? [measures.upperArm, measures.forearm] : [measures.thigh, measures.shank];
  const inner = Math.PI - (bend * Math.PI) / 180;
  return Math.sqrt(a * a + b * b - 2 * a * b * Math.cos(inner)) / (a + b);
}
