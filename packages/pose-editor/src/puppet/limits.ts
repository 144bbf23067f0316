import { fromTurn, multiply, transpose, turnOf } from '@lumiku/pose-kit/mat3';
import {
  armDirection,
  directionOfArm,
  directionOfThigh,
  pointedAt,
  pointing,
  straightHand,
  thighDirection,
} from './directions.ts';
import { type Handle, isArm, isLeg, limbOf, sideOf } from './handles.ts';
import { outwardSign, type Puppet, type Side } from './puppet.ts';
import { withArm, withLeg } from './reach.ts';

/** Degrees: at ease between `soft`, never beyond `hard`. Goniometry means (AAOS, AMA, Boone and Azen). */
export interface Range {
  readonly soft: readonly [least: number, most: number];
  readonly hard: readonly [least: number, most: number];
}

export const RANGES = {
  elbowBend: { soft: [0, 140], hard: [0, 150] },
  armRaise: { soft: [0, 170], hard: [0, 180] },
  armBack: { soft: [-180, 45], hard: [-180, 65] },
  forearmTurn: { soft: [-75, 75], hard: [-90, 90] },
  wristBend: { soft: [-50, 50], hard: [-75, 80] },
  wristAside: { soft: [-20, 20], hard: [-35, 35] },
  kneeBend: { soft: [0, 135], hard: [0, 152] },
  hipForward: { soft: [-15, 110], hard: [-25, 135] },
  hipOut: { soft: [-15, 45], hard: [-30, 78] },
  footPoint: { soft: [-20, 45], hard: [-32, 65] },
  footTurn: { soft: [-25, 35], hard: [-40, 45] },
  footRoll: { soft: [-10, 10], hard: [-30, 30] },
  spineLean: { soft: [-20, 45], hard: [-30, 80] },
  spineTilt: { soft: [-15, 15], hard: [-35, 35] },
  spineTurn: { soft: [-30, 30], hard: [-45, 45] },
  headNod: { soft: [-30, 35], hard: [-55, 50] },
  headTilt: { soft: [-20, 20], hard: [-40, 40] },
  headTurn: { soft: [-60, 60], hard: [-80, 80] },
} as const satisfies Record<string, Range>;
export type Motion = keyof typeof RANGES;

/** A joint that resists: how far it is from ease (0) to its end (1). */
export interface Strain {
  readonly motion: Motion;
  readonly share: number;
}

/** Pulls a turn that leaves its ease back towards it, ever harder, so that it nears the end and never passes it. */
export function eased(value: number, soft: Range['soft'], hard: Range['hard']): number {
  const over = (beyond: number, room: number): number =>
    room <= 0 ? 0 : room * (1 - Math.exp(-beyond / room));
  if (value > soft[1]) return soft[1] + over(value - soft[1], hard[1] - soft[1]);
  if (value < soft[0]) return soft[0] - over(soft[0] - value, soft[0] - hard[0]);
  return value;
}

/** What gestures do within: a pose that was beyond a limit already is not pulled back by touching it. */
class Easing {
  readonly strains: Strain[] = [];

  ease(motion: Motion, was: number, wanted: number): number {
    const { soft, hard } = RANGES[motion];
    const softHere = [Math.min(soft[0], was), Math.max(soft[1], was)] as const;
    const hardHere = [Math.min(hard[0], was), Math.max(hard[1], was)] as const;
    const value = eased(wanted, softHere, hardHere);
    const beyond = Math.max(softHere[0] - value, value - softHere[1]);
    if (beyond > 0.5) {
      const room = value > softHere[1] ? hardHere[1] - softHere[1] : softHere[0] - hardHere[0];
      this.strains.push({ motion, share: Math.min(1, beyond / Math.max(1, room)) });
    }
    return value;
  }
}

function easeArm(was: Puppet, wanted: Puppet, side: Side, easing: Easing): Puppet {
  const [before, arm] = [was.arms[side], wanted.arms[side]];
  const { raise, round } = armDirection(arm.upper, side);
  const next = {
    raise: easing.ease('armRaise', armDirection(before.upper, side).raise, raise),
    round,
  };
  const behind = (upper: typeof arm.upper): number => {
    const [x, y, z] = pointing(upper);
    return y < 0.1 ? (Math.atan2(-z, Math.hypot(x, y)) * 180) / Math.PI : 0;
  };
  let upper = pointedAt(arm.upper, directionOfArm(next, side));
  const back = behind(upper);
  const allowed = easing.ease('armBack', behind(before.upper), back);
  if (allowed < back - 1e-6) {
    const [x, y] = pointing(upper);
    const radians = (allowed * Math.PI) / 180;
    const flat = Math.max(1e-6, Math.hypot(x, y));
    upper = pointedAt(upper, [
      (x / flat) * Math.cos(radians),
      (y / flat) * Math.cos(radians),
      -Math.sin(radians),
    ]);
  }
  const bend = easing.ease('elbowBend', before.bend, arm.bend);
  return withArm(wanted, side, { upper, bend });
}

function easeHand(was: Puppet, wanted: Puppet, side: Side, easing: Easing): Puppet {
  const k = outwardSign(side);
  const neutral = straightHand(side);
  const read = (puppet: Puppet) => turnOf(multiply(transpose(neutral), puppet.arms[side].hand));
  const [before, turn] = [read(was), read(wanted)];
  const yaw = -k * easing.ease('forearmTurn', -k * before.yaw, -k * turn.yaw);
  const pitch = easing.ease('wristBend', before.pitch, turn.pitch);
  const roll = easing.ease('wristAside', before.roll, turn.roll);
  return withArm(wanted, side, { hand: multiply(neutral, fromTurn({ yaw, pitch, roll })) });
}

function easeLeg(was: Puppet, wanted: Puppet, side: Side, easing: Easing): Puppet {
  const [before, leg] = [was.legs[side], wanted.legs[side]];
  const [from, to] = [thighDirection(before.thigh, side), thighDirection(leg.thigh, side)];
  const direction = directionOfThigh(
    {
      forward: easing.ease('hipForward', from.forward, to.forward),
      out: easing.ease('hipOut', from.out, to.out),
    },
    side,
  );
  const bend = easing.ease('kneeBend', before.bend, leg.bend);
  return withLeg(wanted, side, { thigh: pointedAt(leg.thigh, direction), bend });
}

function easeFoot(was: Puppet, wanted: Puppet, side: Side, easing: Easing): Puppet {
  const k = outwardSign(side);
  const [before, turn] = [turnOf(was.legs[side].foot), turnOf(wanted.legs[side].foot)];
  const foot = fromTurn({
    yaw: k * easing.ease('footTurn', k * before.yaw, k * turn.yaw),
    pitch: easing.ease('footPoint', before.pitch, turn.pitch),
    roll: easing.ease('footRoll', before.roll, turn.roll),
  });
  return withLeg(wanted, side, { foot });
}

function easeSpine(was: Puppet, wanted: Puppet, easing: Easing): Puppet {
  const [before, turn] = [turnOf(was.spine), turnOf(wanted.spine)];
  const spine = fromTurn({
    yaw: easing.ease('spineTurn', before.yaw, turn.yaw),
    pitch: easing.ease('spineLean', before.pitch, turn.pitch),
    roll: easing.ease('spineTilt', before.roll, turn.roll),
  });
  return { ...wanted, spine };
}

function easeHead(was: Puppet, wanted: Puppet, easing: Easing): Puppet {
  const [before, turn] = [turnOf(was.head), turnOf(wanted.head)];
  const head = fromTurn({
    yaw: easing.ease('headTurn', before.yaw, turn.yaw),
    pitch: easing.ease('headNod', before.pitch, turn.pitch),
    roll: easing.ease('headTilt', before.roll, turn.roll),
  });
  return { ...wanted, head };
}

/**
 * The nearest to `wanted` that a body does, for a gesture at `handle` that began at `was`; and which joints resist.
 * Only what the gesture moves is held back.
 */
export function withinLimits(
  was: Puppet,
  wanted: Puppet,
  handle: Handle,
): { puppet: Puppet; strains: readonly Strain[] } {
  const easing = new Easing();
  const limb = limbOf(handle);
  const side = sideOf(limb);
  let puppet = wanted;
  if (limb === 'head') puppet = easeHead(was, puppet, easing);
  else if (limb === 'trunk' || /Shoulder|Hip$/.test(handle))
    puppet = easeSpine(was, puppet, easing);
  if (side && isArm(limb)) {
    puppet = /Hand$/.test(handle)
      ? easeHand(was, puppet, side, easing)
      : easeArm(was, puppet, side, easing);
  }
  if (side && isLeg(limb) && !/Hip$/.test(handle)) {
    puppet = /Toe$/.test(handle)
      ? easeFoot(was, puppet, side, easing)
      : easeLeg(was, puppet, side, easing);
  }
  return { puppet, strains: easing.strains.toSorted((a, b) => b.share - a.share) };
}
