import type { Mat3, Vec3 } from '@lumiku/pose-kit';
import { apply, column, fromUpAndFront, multiply, transpose } from '@lumiku/pose-kit/mat3';
import { add, degreesBetween, scale, subtract, unit } from '@lumiku/pose-kit/vec3';
import { type Handle, limbOf, sideOf } from './handles.ts';
import { armInWorld, framesOf, legInWorld, poseOf } from './pose-of.ts';
import { outwardSign, type Puppet, SIDES, type Side } from './puppet.ts';
import { hingeThrough, reachWithArm, reachWithLeg, withArm, withLeg } from './reach.ts';
import { turnTowards } from './turn-towards.ts';

/** What stays in its place while something else moves. */
export interface Held {
  /** Wrists and ankles a person pinned. */
  readonly pins: ReadonlySet<Handle>;
  /** Feet that stand on the floor stay there when the body moves. */
  readonly keepsFeet: boolean;
}

/** Ankles this much above a flat foot still stand. */
const STANDS_BELOW = 0.1;
/** A foot this near the floor is put down on it. */
const SNAP_TO_FLOOR = 0.018;

export function pinOf(side: Side, end: 'Wrist' | 'Ankle'): Handle {
  if (end === 'Wrist') return side === 'left' ? 'leftWrist' : 'rightWrist';
  return side === 'left' ? 'leftAnkle' : 'rightAnkle';
}

/** Ankle above the floor on a flat foot: the toes are at their clearance then. */
export function ankleHeight(puppet: Puppet, side: Side): number {
  return -puppet.measures.ends[side].toe[1] + 0.014;
}

/** Puts pinned hands, and feet that stand or are pinned, back to where they were before `moved`. */
export function keepEnds(before: Puppet, moved: Puppet, held: Held): Puppet {
  let next = moved;
  for (const side of SIDES) {
    const foot = legInWorld(before, side);
    const stands = held.keepsFeet && foot.ankle[1] < ankleHeight(before, side) + STANDS_BELOW;
    if (stands || held.pins.has(pinOf(side, 'Ankle'))) {
      next = reachWithLeg(next, side, foot.ankle, { foot: foot.foot });
    }
    if (held.pins.has(pinOf(side, 'Wrist'))) {
      next = reachWithArm(next, side, armInWorld(before, side).wrist);
    }
  }
  return next;
}

function turnChest(puppet: Puppet, turn: Mat3): Puppet {
  const { chest } = framesOf(puppet);
  return { ...puppet, spine: multiply(transpose(puppet.pelvis), multiply(turn, chest)) };
}

function turnHead(puppet: Puppet, turn: Mat3): Puppet {
  const { chest, head } = framesOf(puppet);
  return { ...puppet, head: multiply(transpose(chest), multiply(turn, head)) };
}

/** Turns the pelvis and leaves the chest looking where it did. */
function turnHips(puppet: Puppet, turn: Mat3): Puppet {
  const { chest } = framesOf(puppet);
  const pelvis = multiply(turn, puppet.pelvis);
  return { ...puppet, pelvis, spine: multiply(transpose(pelvis), chest) };
}

/** How far the hand goes round the shoulder until the elbow points where elbows like to. */
const SETTLES_DEGREES = 60;

/**
 * Where the elbow points when the hand goes to `target`: it goes along with the arm, and the further the hand goes, the
 * more it settles where arms are at ease, down and a little out and back. A short way leaves it as it was set.
 */
function elbowFor(puppet: Puppet, side: Side, target: Vec3): Vec3 {
  const arm = armInWorld(puppet, side);
  const { chest } = framesOf(puppet);
  const before = subtract(arm.wrist, arm.shoulder);
  const after = subtract(target, arm.shoulder);
  const along = apply(turnTowards(before, after), scale(column(arm.upper, 2), -1));
  const atEase = unit(apply(chest, [0.35 * outwardSign(side), -1, -0.45]));
  const share = Math.min(1, degreesBetween(before, after) / SETTLES_DEGREES);
  return add(scale(along, 1 - share), scale(atEase, share));
}

function moveElbow(puppet: Puppet, side: Side, target: Vec3, isPinned: boolean): Puppet {
  const arm = armInWorld(puppet, side);
  if (isPinned) return reachWithArm(puppet, side, arm.wrist, subtract(target, arm.shoulder));
  const { chest } = framesOf(puppet);
  const turn = turnTowards(subtract(arm.elbow, arm.shoulder), subtract(target, arm.shoulder));
  return withArm(puppet, side, { upper: multiply(transpose(chest), multiply(turn, arm.upper)) });
}

/** A knee that is lifted lets the shin hang as it did. */
function moveKnee(puppet: Puppet, side: Side, target: Vec3, isPinned: boolean): Puppet {
  const leg = legInWorld(puppet, side);
  if (isPinned) {
    return reachWithLeg(puppet, side, leg.ankle, {
      pole: subtract(target, leg.hip),
      foot: leg.foot,
    });
  }
  const turn = turnTowards(subtract(leg.knee, leg.hip), subtract(target, leg.hip));
  const thigh = multiply(turn, leg.thigh);
  const knee = add(leg.hip, apply(turn, subtract(leg.knee, leg.hip)));
  const ankle = add(knee, subtract(leg.ankle, leg.knee));
  const { out, bend } = hingeThrough(leg.hip, knee, ankle, column(thigh, 2));
  const frame = fromUpAndFront(subtract(leg.hip, knee), out);
  return withLeg(puppet, side, { thigh: multiply(transpose(puppet.pelvis), frame), bend });
}

function moveAnkle(puppet: Puppet, side: Side, target: Vec3): Puppet {
  const flat = ankleHeight(puppet, side);
  const { foot } = legInWorld(puppet, side);
  if (target[1] > flat + SNAP_TO_FLOOR) return reachWithLeg(puppet, side, target);
  const [x, , z] = column(foot, 2);
  const heading: Vec3 = Math.hypot(x, z) < 1e-3 ? [0, 0, 1] : [x, 0, z];
  const down: Vec3 = [target[0], flat, target[2]];
  return reachWithLeg(puppet, side, down, { foot: fromUpAndFront([0, 1, 0], heading) });
}

function turnEnd(puppet: Puppet, handle: Handle, side: Side, target: Vec3): Puppet {
  if (handle === 'leftHand' || handle === 'rightHand') {
    const arm = armInWorld(puppet, side);
    const turn = turnTowards(subtract(arm.knuckles, arm.wrist), subtract(target, arm.wrist));
    return withArm(puppet, side, {
      hand: multiply(transpose(arm.forearm), multiply(turn, arm.hand)),
    });
  }
  const leg = legInWorld(puppet, side);
  const turn = turnTowards(subtract(leg.toe, leg.ankle), subtract(target, leg.ankle));
  return withLeg(puppet, side, { foot: multiply(transpose(leg.shin), multiply(turn, leg.foot)) });
}

function moveMiddle(puppet: Puppet, handle: Handle, target: Vec3, held: Held): Puppet {
  const { joints } = poseOf(puppet);
  if (handle === 'headTop' || handle === 'nose') {
    const from = subtract(joints[handle], joints.headBase);
    return turnHead(puppet, turnTowards(from, subtract(target, joints.headBase)));
  }
  if (handle === 'neck') {
    const turn = turnTowards(subtract(joints.neck, joints.waist), subtract(target, joints.waist));
    return keepEnds(puppet, turnChest(puppet, turn), held);
  }
  return keepEnds(puppet, { ...puppet, at: target }, held);
}

function moveRoot(puppet: Puppet, handle: Handle, side: Side, target: Vec3, held: Held): Puppet {
  const { joints } = poseOf(puppet);
  if (handle === 'leftHip' || handle === 'rightHip') {
    const turn = turnTowards(subtract(joints[handle], puppet.at), subtract(target, puppet.at));
    return keepEnds(puppet, turnHips(puppet, turn), held);
  }
  const { shoulderMiddle } = framesOf(puppet);
  const pivot = add(joints.waist, scale(subtract(shoulderMiddle, joints.waist), 0.35));
  const turn = turnTowards(subtract(joints[`${side}Shoulder`], pivot), subtract(target, pivot));
  return keepEnds(puppet, turnChest(puppet, turn), held);
}

/**
 * Moves a joint as near to `target` (world, statures) as the body allows and takes along what hangs on it. Limbs keep
 * their lengths; limits are not looked at here.
 */
export function moveJoint(puppet: Puppet, handle: Handle, target: Vec3, held: Held): Puppet {
  const side = sideOf(limbOf(handle));
  if (!side) return moveMiddle(puppet, handle, target, held);
  switch (handle) {
    case 'leftWrist':
    case 'rightWrist':
      return reachWithArm(puppet, side, target, elbowFor(puppet, side, target));
    case 'leftElbow':
    case 'rightElbow':
      return moveElbow(puppet, side, target, held.pins.has(pinOf(side, 'Wrist')));
    case 'leftKnee':
    case 'rightKnee':
      return moveKnee(puppet, side, target, held.pins.has(pinOf(side, 'Ankle')));
    case 'leftAnkle':
    case 'rightAnkle':
      return moveAnkle(puppet, side, target);
    case 'leftHand':
    case 'rightHand':
    case 'leftToe':
    case 'rightToe':
      return turnEnd(puppet, handle, side, target);
    default:
      return moveRoot(puppet, handle, side, target, held);
  }
}

/** Turns the part that begins at a joint about a direction of the world. */
export function turnJoint(puppet: Puppet, handle: Handle, turn: Mat3, held: Held): Puppet {
  const side = sideOf(limbOf(handle));
  if (!side) {
    if (handle === 'neck') return keepEnds(puppet, turnChest(puppet, turn), held);
    if (handle !== 'pelvis') return turnHead(puppet, turn);
    return keepEnds(puppet, { ...puppet, pelvis: multiply(turn, puppet.pelvis) }, held);
  }
  const arm = armInWorld(puppet, side);
  const leg = legInWorld(puppet, side);
  const { chest } = framesOf(puppet);
  switch (handle) {
    case 'leftShoulder':
    case 'rightShoulder':
      return withArm(puppet, side, {
        upper: multiply(transpose(chest), multiply(turn, arm.upper)),
      });
    case 'leftElbow':
    case 'rightElbow': {
      const wrist = add(arm.elbow, apply(turn, subtract(arm.wrist, arm.elbow)));
      const back = scale(column(arm.upper, 2), -1);
      const { out, bend } = hingeThrough(arm.shoulder, arm.elbow, wrist, back);
      const upper = fromUpAndFront(subtract(arm.shoulder, arm.elbow), scale(out, -1));
      return withArm(puppet, side, { upper: multiply(transpose(chest), upper), bend });
    }
    case 'leftHip':
    case 'rightHip':
      return withLeg(puppet, side, {
        thigh: multiply(transpose(puppet.pelvis), multiply(turn, leg.thigh)),
      });
    case 'leftKnee':
    case 'rightKnee': {
      const ankle = add(leg.knee, apply(turn, subtract(leg.ankle, leg.knee)));
      const { out, bend } = hingeThrough(leg.hip, leg.knee, ankle, column(leg.thigh, 2));
      const thigh = fromUpAndFront(subtract(leg.hip, leg.knee), out);
      return withLeg(puppet, side, { thigh: multiply(transpose(puppet.pelvis), thigh), bend });
    }
    case 'leftAnkle':
    case 'rightAnkle':
    case 'leftToe':
    case 'rightToe':
      return withLeg(puppet, side, {
        foot: multiply(transpose(leg.shin), multiply(turn, leg.foot)),
      });
    default:
      return withArm(puppet, side, {
        hand: multiply(transpose(arm.forearm), multiply(turn, arm.hand)),
      });
  }
}
