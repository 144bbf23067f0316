import { FACE_TRAIT_STEP, type FaceTrait, type FaceTraits } from '@lumiku/contract';
import { type FaceAngles, type MeshPoint, meshPoint } from './face-angles.ts';

export interface FaceReading {
  readonly value: FaceTraits;
  readonly certainty: number;
}

type Mesh = readonly MeshPoint[];

const between = (mesh: Mesh, from: number, to: number): number => {
  const a = meshPoint(mesh, from);
  const b = meshPoint(mesh, to);
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
};
const across = (mesh: Mesh): number => between(mesh, 234, 454);
const down = (mesh: Mesh): number => between(mesh, 10, 152);
/** How much higher the outer corner of an eye is than the inner one, per way between them. */
const tilt = (mesh: Mesh, outer: number, inner: number): number => {
  const a = meshPoint(mesh, outer);
  const b = meshPoint(mesh, inner);
  return (b[1] - a[1]) / Math.max(1, Math.hypot(a[0] - b[0], a[1] - b[1]));
};

interface Measure {
  readonly of: (mesh: Mesh) => number;
  /** Of most faces, and how far from it the trait is at its end; from photos of adults of both sexes. */
  readonly middle: number;
  readonly reach: number;
}

/**
 * What the mesh tells, by landmark (MediaPipe numbering). Ears and the thickness of brows are no part of it, and
 * what a mood changes most (mouth, brows) gets a wide reach so that a smile makes no wide mouth.
 */
const MEASURES: Readonly<Partial<Record<FaceTrait, Measure>>> = {
  faceLength: { of: (m) => down(m) / across(m), middle: 1.209, reach: 0.075 },
  jawWidth: { of: (m) => between(m, 172, 397) / across(m), middle: 0.81, reach: 0.055 },
  chin: { of: (m) => between(m, 176, 400) / across(m), middle: 0.329, reach: 0.032 },
  cheeks: { of: (m) => between(m, 187, 411) / across(m), middle: 0.794, reach: 0.11 },
  eyeSize: {
    of: (m) => (between(m, 159, 145) + between(m, 386, 374)) / 2 / across(m),
    middle: 0.057,
    reach: 0.032,
  },
  eyeSpacing: { of: (m) => between(m, 133, 362) / across(m), middle: 0.272, reach: 0.065 },
  eyeTilt: { of: (m) => (tilt(m, 33, 133) + tilt(m, 263, 362)) / 2, middle: 0.01, reach: 0.16 },
  browHeight: {
    of: (m) => (between(m, 105, 159) + between(m, 334, 386)) / 2 / down(m),
    middle: 0.103,
    reach: 0.045,
  },
  noseWidth: { of: (m) => between(m, 129, 358) / across(m), middle: 0.32, reach: 0.05 },
  noseLength: { of: (m) => between(m, 168, 2) / down(m), middle: 0.303, reach: 0.045 },
  lips: {
    of: (m) => (between(m, 0, 13) + between(m, 14, 17)) / across(m),
    middle: 0.118,
    reach: 0.036,
  },
  mouthWidth: { of: (m) => between(m, 61, 291) / across(m), middle: 0.414, reach: 0.14 },
};

/** A face seen from farther aside or below than this measures wrong. */
const YAW_MAX = 20;
const PITCH_MAX = 20;

/** The traits of a face in coarse steps; says nothing for a face that is turned away. */
export function readFace(
  mesh: Mesh,
  { yaw, pitch }: Pick<FaceAngles, 'yaw' | 'pitch'>,
): FaceReading | undefined {
  if (Math.abs(yaw) > YAW_MAX || Math.abs(pitch) > PITCH_MAX) return undefined;
  const value: FaceTraits = {};
  for (const trait of TRAITS) {
    const measure = MEASURES[trait];
    if (!measure) continue;
    const share = (measure.of(mesh) - measure.middle) / measure.reach;
    value[trait] = coarse(share);
  }
  const turned = Math.max(Math.abs(yaw) / YAW_MAX, Math.abs(pitch) / PITCH_MAX);
  return { value, certainty: 0.75 - 0.4 * turned };
}

const TRAITS: readonly FaceTrait[] = [
  'faceLength',
  'jawWidth',
  'chin',
  'cheeks',
  'eyeSize',
  'eyeSpacing',
  'eyeTilt',
  'browHeight',
  'noseWidth',
  'noseLength',
  'lips',
  'mouthWidth',
];

const coarse = (share: number): number => {
  const step = Math.round(Math.max(-1, Math.min(1, share)) / FACE_TRAIT_STEP);
  return step === 0 ? 0 : step * FACE_TRAIT_STEP;
};
