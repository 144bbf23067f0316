import { CONTACT_PLACES } from './contact-places.ts';
import { solveHand } from './hand-frame.ts';
import {
  apply,
  column,
  fromUpAndFront,
  multiply,
  rotationX,
  rotationY,
  rotationZ,
  transpose,
} from './mat3.ts';
import type { ArmSpec, AttachName, ContactPlace, FreeArm, TouchArm } from './pose-spec.ts';
import type { Rig } from './rig.ts';
import { outwardSign, type Side } from './side.ts';
import type { HandShape, Mat3, Vec3 } from './solved-pose.ts';
import { solveTwoBone } from './two-bone.ts';
import { add, degreesBetween, scale, subtract, unit } from './vec3.ts';

/** Collar bones start this far from the middle. */
const CLAVICLE_START = 0.02;
const CLAVICLE_LIFT_MAX = 25;
const KNUCKLES_SHARE = 0.49;

/** A part of the body that can be touched. */
export interface Anchor {
  readonly origin: Vec3;
  readonly frame: Mat3;
}
export type Anchors = (attach: AttachName) => Anchor;

export interface SolvedArm {
  readonly shoulder: Vec3;
  readonly elbow: Vec3;
  readonly wrist: Vec3;
  readonly knuckles: Vec3;
  readonly hand: Mat3;
  readonly shape: HandShape;
  /** Upper arm and forearm with +y up the limb and +z to the side the elbow folds to. */
  readonly upperArm: Mat3;
  readonly forearm: Mat3;
  readonly missedBy: number;
  readonly wristBend: number;
  readonly pronation: number;
}

interface ArmSetting {
  readonly side: Side;
  readonly rig: Rig;
  readonly chestFrame: Mat3;
  readonly shoulderMiddle: Vec3;
  readonly anchors: Anchors;
}

/** The named or written place a touching arm goes to, with the arm's own wishes over it. */
export function contactOf(arm: TouchArm): ContactPlace {
  const place = typeof arm.touch === 'string' ? CONTACT_PLACES[arm.touch] : arm.touch;
  const [x, y, z] = place.point;
  return {
    ...place,
    point: [x + arm.by[0], y + arm.by[1], z + arm.by[2]],
    elbow: arm.elbow ?? place.elbow,
    fingers: arm.fingers ?? place.fingers,
    palm: arm.palm ?? place.palm,
    hand: arm.hand ?? place.hand,
  };
}

/** Shoulder joint: beyond the horizontal, an upper arm lifts the collar bone by a third of what it rises. */
function shoulderAt(setting: ArmSetting, elevation: number, shrug: number): Vec3 {
  const k = outwardSign(setting.side);
  const lift = Math.min(CLAVICLE_LIFT_MAX, Math.max(0, (elevation - 90) / 3) + shrug);
  const radians = (lift * Math.PI) / 180;
  const bone = setting.rig.shoulderHalfWidth - CLAVICLE_START;
  const local: Vec3 = [
    k * (CLAVICLE_START + bone * Math.cos(radians)),
    bone * Math.sin(radians),
    0,
  ];
  return add(setting.shoulderMiddle, apply(setting.chestFrame, local));
}

function elevationOf(setting: ArmSetting, upperArm: Vec3): number {
  return degreesBetween(scale(column(setting.chestFrame, 1), -1), upperArm);
}

function solveFree(setting: ArmSetting, arm: FreeArm): SolvedArm {
  const k = outwardSign(setting.side);
  const { out, forward, inward, bend } = arm.free;
  const swing = multiply(rotationZ(k * out), multiply(rotationX(-forward), rotationY(-k * inward)));
  const upperFrame = multiply(setting.chestFrame, swing);
  const foreFrame = multiply(upperFrame, rotationX(-bend));
  const elevation = degreesBetween([0, -1, 0], apply(swing, [0, -1, 0]));
  const shoulder = shoulderAt(setting, elevation, arm.shrug);
  const elbow = add(shoulder, scale(column(upperFrame, 1), -setting.rig.upperArm));
  const wrist = add(elbow, scale(column(foreFrame, 1), -setting.rig.forearm));
  const hand = solveHand({
    side: setting.side,
    forearm: scale(column(foreFrame, 1), -1),
    thumb: column(foreFrame, 2),
    turn: arm.turn,
    wrist: arm.wrist,
  });
  return {
    shoulder,
    elbow,
    wrist,
    knuckles: knucklesAt(wrist, hand.frame, setting.rig),
    hand: hand.frame,
    shape: arm.hand ?? 'relaxed',
    upperArm: upperFrame,
    forearm: foreFrame,
    missedBy: 0,
    wristBend: hand.bend,
    pronation: hand.turn,
  };
}

function solveTouch(setting: ArmSetting, arm: TouchArm): SolvedArm {
  const k = outwardSign(setting.side);
  const contact = contactOf(arm);
  const anchor = setting.anchors(contact.attach);
  const toWorld = (v: readonly [number, number, number]): Vec3 =>
    apply(anchor.frame, [k * v[0], v[1], v[2]]);
  const target = add(anchor.origin, toWorld(contact.point));
  const [px, py, pz] = contact.elbow;
  const pole = apply(setting.chestFrame, [k * px, py, pz]);
  const { upperArm, forearm } = setting.rig;

  let shoulder = shoulderAt(setting, 0, arm.shrug);
  let bone = solveTwoBone(shoulder, target, upperArm, forearm, pole);
  // The collar bone follows the arm it carries: a few rounds settle it far below a millimetre.
  for (let round = 0; round < 4; round++) {
    shoulder = shoulderAt(
      setting,
      elevationOf(setting, subtract(bone.middle, shoulder)),
      arm.shrug,
    );
    bone = solveTwoBone(shoulder, target, upperArm, forearm, pole);
  }

  const direction = unit(subtract(bone.end, bone.middle));
  const hand = solveHand({
    side: setting.side,
    forearm: direction,
    thumb: scale(bone.bendsTowards, -1),
    ...(contact.fingers && { fingers: toWorld(contact.fingers) }),
    ...(contact.palm && { palm: toWorld(contact.palm) }),
    turn: arm.turn,
    wrist: 0,
  });
  const front = scale(bone.bendsTowards, -1);
  return {
    shoulder,
    elbow: bone.middle,
    wrist: bone.end,
    knuckles: knucklesAt(bone.end, hand.frame, setting.rig),
    hand: hand.frame,
    shape: contact.hand,
    upperArm: fromUpAndFront(subtract(shoulder, bone.middle), front),
    forearm: fromUpAndFront(scale(direction, -1), front),
    missedBy: bone.missedBy,
    wristBend: hand.bend,
    pronation: hand.turn,
  };
}

function knucklesAt(wrist: Vec3, hand: Mat3, rig: Rig): Vec3 {
  return add(wrist, scale(column(hand, 1), -rig.hand * KNUCKLES_SHARE));
}

/** One arm from the shoulder to the knuckles, by joint angles or by what the hand touches. */
export function solveArm(setting: ArmSetting, arm: ArmSpec): SolvedArm {
  return 'free' in arm ? solveFree(setting, arm) : solveTouch(setting, arm);
}

/** Upper arm direction in the chest's frame. */
export function upperArmInChest(arm: SolvedArm, chestFrame: Mat3): Vec3 {
  return apply(transpose(chestFrame), unit(subtract(arm.elbow, arm.shoulder)));
}
