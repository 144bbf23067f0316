import type { Words } from '@lumiku/contract';
import { type ArmSpec, type HandShape, placeArm, RIGS } from '@lumiku/pose-kit';
import { multiply, rotationX, transpose } from '@lumiku/pose-kit/mat3';
import { degreesBetween, subtract } from '@lumiku/pose-kit/vec3';
import { directionOfThigh, pointedAt } from './directions.ts';
import { isArm, isLeg, type Limb, sideOf } from './handles.ts';
import { framesOf, poseOf } from './pose-of.ts';
import type { Puppet, Side } from './puppet.ts';
import { withArm, withLeg } from './reach.ts';
import { standOnFloor } from './stand-on-floor.ts';

export const HAND_PRESETS = [
  { shape: 'relaxed', words: { en: 'Relaxed', id: 'Santai' } },
  { shape: 'flat', words: { en: 'Open', id: 'Terbuka' } },
  { shape: 'fist', words: { en: 'Fist', id: 'Kepal' } },
  { shape: 'point', words: { en: 'Point', id: 'Tunjuk' } },
  { shape: 'grip', words: { en: 'Grip', id: 'Genggam' } },
] as const satisfies readonly { shape: HandShape; words: Words }[];

const free = (out: number, forward: number, inward: number, bend: number, turn = 15): ArmSpec => ({
  free: { out, forward, inward, bend },
  turn,
  wrist: 6,
  shrug: 0,
});
const touch = (place: Extract<ArmSpec, { touch: unknown }>['touch']): ArmSpec => ({
  touch: place,
  by: [0, 0, 0],
  turn: 0,
  shrug: 0,
});

/** Where an arm can go at one press; hands lie on this very body. */
export const ARM_PRESETS = [
  { id: 'rest', words: { en: 'Hanging', id: 'Lepas' }, arm: free(8, 2, 10, 12, 20) },
  { id: 'hip', words: { en: 'On the hip', id: 'Di pinggang' }, arm: touch('hip') },
  { id: 'pocket', words: { en: 'In the pocket', id: 'Di saku' }, arm: touch('pocket') },
  { id: 'back', words: { en: 'Behind', id: 'Di belakang' }, arm: touch('low_back') },
  { id: 'chest', words: { en: 'On the chest', id: 'Di dada' }, arm: touch('chest') },
  {
    id: 'shoulder',
    words: { en: 'Other shoulder', id: 'Bahu seberang' },
    arm: touch('opposite_shoulder'),
  },
  { id: 'chin', words: { en: 'At the chin', id: 'Di dagu' }, arm: touch('chin') },
  { id: 'hair', words: { en: 'In the hair', id: 'Di rambut' }, arm: touch('hair_side') },
  { id: 'neck', words: { en: 'Behind the neck', id: 'Di tengkuk' }, arm: touch('neck_back') },
  { id: 'thigh', words: { en: 'On the thigh', id: 'Di paha' }, arm: touch('sit_thigh') },
  { id: 'out', words: { en: 'Spread', id: 'Terentang' }, arm: free(85, 5, 0, 8) },
  { id: 'forward', words: { en: 'Reaching', id: 'Ke depan' }, arm: free(12, 72, 5, 18) },
  { id: 'wave', words: { en: 'Waving', id: 'Melambai' }, arm: free(70, 20, -80, 95) },
  { id: 'up', words: { en: 'Raised', id: 'Ke atas' }, arm: free(160, 5, 0, 15) },
] as const satisfies readonly { id: string; words: Words; arm: ArmSpec }[];

interface LegPose {
  readonly forward: number;
  readonly out: number;
  readonly bend: number;
  /** Toes away from the shin, degrees, for a foot in the air. */
  readonly point?: number;
}

/** What a leg can do at one press; a standing figure is put back on the floor. */
export const LEG_PRESETS = [
  { id: 'straight', words: { en: 'Straight', id: 'Lurus' }, leg: { forward: 1, out: 3, bend: 4 } },
  {
    id: 'soft',
    words: { en: 'Soft knee', id: 'Lutut lentur' },
    leg: { forward: 17, out: 8, bend: 30 },
  },
  { id: 'forward', words: { en: 'Step ahead', id: 'Maju' }, leg: { forward: 22, out: 2, bend: 8 } },
  {
    id: 'back',
    words: { en: 'Step back', id: 'Mundur' },
    leg: { forward: -14, out: 2, bend: 14, point: 20 },
  },
  {
    id: 'side',
    words: { en: 'To the side', id: 'Ke samping' },
    leg: { forward: 2, out: 26, bend: 4, point: 15 },
  },
  {
    id: 'crossed',
    words: { en: 'Crossed', id: 'Menyilang' },
    leg: { forward: 10, out: -13, bend: 10 },
  },
  {
    id: 'raised',
    words: { en: 'Knee up', id: 'Lutut naik' },
    leg: { forward: 82, out: 4, bend: 96, point: 25 },
  },
  {
    id: 'kick',
    words: { en: 'Foot back', id: 'Kaki ke belakang' },
    leg: { forward: 4, out: 3, bend: 82, point: 35 },
  },
  {
    id: 'seated',
    words: { en: 'Seated', id: 'Duduk' },
    leg: { forward: 88, out: 7, bend: 90, point: 0 },
  },
] as const satisfies readonly { id: string; words: Words; leg: LegPose }[];

export type ArmPresetId = (typeof ARM_PRESETS)[number]['id'];
export type LegPresetId = (typeof LEG_PRESETS)[number]['id'];

/** The arm as the preset has it, at this body's lengths. */
export function applyArmPreset(puppet: Puppet, side: Side, id: ArmPresetId): Puppet {
  const preset = ARM_PRESETS.find((one) => one.id === id);
  if (!preset) return puppet;
  const { measures } = puppet;
  const rig = {
    ...RIGS.neutral,
    upperArm: measures.upperArm,
    forearm: measures.forearm,
    shoulderHalfWidth: Math.abs(measures.shoulders[side][0]),
  };
  const placed = placeArm(poseOf(puppet), side, preset.arm, rig);
  return withArm(puppet, side, {
    upper: multiply(transpose(framesOf(puppet).chest), placed.upperArm),
    bend: degreesBetween(
      subtract(placed.elbow, placed.shoulder),
      subtract(placed.wrist, placed.elbow),
    ),
    hand: multiply(transpose(placed.forearm), placed.hand),
    shape: placed.shape,
    shrug: 0,
  });
}

export function applyLegPreset(puppet: Puppet, side: Side, id: LegPresetId): Puppet {
  const preset = LEG_PRESETS.find((one) => one.id === id);
  if (!preset) return puppet;
  const leg: LegPose = preset.leg;
  const direction = directionOfThigh(leg, side);
  // From hanging, so that what the leg was turned before does not stay in it.
  const thigh = pointedAt([1, 0, 0, 0, 1, 0, 0, 0, 1], direction);
  const foot = rotationX(leg.point ?? 0);
  return standOnFloor(puppet, withLeg(puppet, side, { thigh, bend: leg.bend, foot }));
}

/** The limb as it is in `original`: the way back for one limb only. */
export function resetLimb(puppet: Puppet, original: Puppet, limb: Limb): Puppet {
  const side = sideOf(limb);
  if (side && isArm(limb)) return withArm(puppet, side, original.arms[side]);
  if (side && isLeg(limb)) {
    return standOnFloor(puppet, withLeg(puppet, side, original.legs[side]));
  }
  if (limb === 'head') return { ...puppet, head: original.head };
  return { ...puppet, at: original.at, pelvis: original.pelvis, spine: original.spine };
}
