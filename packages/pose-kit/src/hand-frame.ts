import { aboutAxis, apply, column, fromColumns } from './mat3.ts';
import { outwardSign, type Side } from './side.ts';
import type { Mat3, Vec3 } from './solved-pose.ts';
import { across, anyAcross, cross, degreesBetween, dot, norm, scale, unit } from './vec3.ts';

const WRIST_BEND_MAX = 65;
const PRONATION_MAX = 88;

export interface HandWish {
  readonly side: Side;
  /** Unit vector from elbow to wrist. */
  readonly forearm: Vec3;
  /** Where the thumb is with the forearm neither turned in nor out. */
  readonly thumb: Vec3;
  /** World directions, when the pose asks for them. */
  readonly fingers?: Vec3;
  readonly palm?: Vec3;
  /** Pronation and wrist flexion, degrees, where no direction is asked for. */
  readonly turn: number;
  readonly wrist: number;
}

export interface SolvedHand {
  readonly frame: Mat3;
  /** Degrees from the forearm's line, and of pronation (+) or supination (-). */
  readonly bend: number;
  readonly turn: number;
}

function turned(v: Vec3, axis: Vec3, degrees: number): Vec3 {
  return apply(aboutAxis(axis, degrees), v);
}

/** The rotation axis that takes unit `from` to unit `to` the short way. */
function shortAxis(from: Vec3, to: Vec3): Vec3 {
  const axis = cross(from, to);
  return norm(axis) < 1e-6 ? anyAcross(from) : unit(axis);
}

/** How far the back of the hand is turned from neutral about the fingers, + for pronation. */
function pronation(back: Vec3, neutral: Vec3, fingers: Vec3, k: number): number {
  const sine = dot(cross(neutral, back), fingers);
  return (k * Math.atan2(sine, dot(neutral, back)) * 180) / Math.PI;
}

function backOfStraightHand(side: Side, forearm: Vec3, thumb: Vec3): Vec3 {
  const across90 = unit(across(thumb, forearm), anyAcross(forearm));
  return scale(cross(across90, forearm), outwardSign(side));
}

/** How far a hand is bent from its forearm and turned about it; the way back from `solveHand`. */
export function readHand(
  side: Side,
  forearm: Vec3,
  thumb: Vec3,
  frame: Mat3,
): Pick<SolvedHand, 'bend' | 'turn'> {
  const fingers = scale(column(frame, 1), -1);
  const bend = degreesBetween(forearm, fingers);
  const straightBack = backOfStraightHand(side, forearm, thumb);
  const neutral = turned(straightBack, shortAxis(forearm, fingers), bend);
  return { bend, turn: pronation(column(frame, 2), neutral, fingers, outwardSign(side)) };
}

/**
 * Frame of a hand: +z out of its back, -y along the fingers. Follows the forearm as far as the wish leaves open and
 * gives way where wrist or forearm would have to turn further than a person's.
 */
export function solveHand(wish: HandWish): SolvedHand {
  const k = outwardSign(wish.side);
  const straightBack = backOfStraightHand(wish.side, wish.forearm, wish.thumb);

  let fingers = wish.forearm;
  let neutral = straightBack;
  if (wish.fingers) {
    const wanted = unit(wish.fingers);
    const bend = Math.min(WRIST_BEND_MAX, degreesBetween(wish.forearm, wanted));
    const axis = shortAxis(wish.forearm, wanted);
    fingers = turned(wish.forearm, axis, bend);
    neutral = turned(straightBack, axis, bend);
  }

  let turn = wish.turn;
  if (wish.palm) {
    const wantedBack = across(scale(wish.palm, -1), fingers);
    if (norm(wantedBack) > 1e-6) turn = pronation(unit(wantedBack), neutral, fingers, k);
  }
  turn = Math.max(-PRONATION_MAX, Math.min(PRONATION_MAX, turn));
  let back = turned(neutral, fingers, k * turn);

  if (!wish.fingers && wish.wrist !== 0) {
    const hinge = cross(fingers, back);
    fingers = turned(fingers, hinge, -wish.wrist);
    back = turned(back, hinge, -wish.wrist);
  }
  const y = scale(fingers, -1);
  const z = unit(across(back, y));
  return {
    frame: fromColumns(cross(y, z), y, z),
    bend: degreesBetween(wish.forearm, fingers),
    turn,
  };
}
