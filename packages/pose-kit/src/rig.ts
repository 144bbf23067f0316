/**
 * Lengths of a body as fractions of stature, joint centres as pose estimators place them.
 * Heights and widths follow ANSUR II means and joint centres of a CC0 body model.
 */
export interface Rig {
  readonly name: 'female' | 'male' | 'neutral';
  readonly hipHalfWidth: number;
  readonly thigh: number;
  readonly shank: number;
  readonly ankleHeight: number;
  /** Hip line to shoulder line, upright. */
  readonly trunk: number;
  readonly shoulderHalfWidth: number;
  readonly upperArm: number;
  readonly forearm: number;
  /** Wrist to finger tips. */
  readonly hand: number;
  readonly eye: { readonly height: number; readonly halfWidth: number; readonly forward: number };
  readonly ear: { readonly height: number; readonly halfWidth: number; readonly forward: number };
  /** Half breadths and half depths of the trunk, for contacts and self-intersection. */
  readonly trunkHalf: {
    readonly hip: readonly [breadth: number, depth: number];
    readonly waist: readonly [breadth: number, depth: number];
    readonly chest: readonly [breadth: number, depth: number];
  };
  /** Degrees by which soft joint limits widen. */
  readonly suppleDegrees: number;
}

const male: Rig = {
  name: 'male',
  hipHalfWidth: 0.06,
  thigh: 0.243,
  shank: 0.2405,
  ankleHeight: 0.0415,
  trunk: 0.275,
  shoulderHalfWidth: 0.1085,
  upperArm: 0.168,
  forearm: 0.1525,
  hand: 0.11,
  eye: { height: 0.935, halfWidth: 0.0183, forward: 0.062 },
  ear: { height: 0.925, halfWidth: 0.044, forward: 0.018 },
  trunkHalf: { hip: [0.098, 0.07], waist: [0.088, 0.064], chest: [0.09, 0.07] },
  suppleDegrees: 0,
};

const female: Rig = {
  name: 'female',
  hipHalfWidth: 0.061,
  thigh: 0.236,
  shank: 0.2455,
  ankleHeight: 0.0385,
  trunk: 0.278,
  shoulderHalfWidth: 0.0995,
  upperArm: 0.166,
  forearm: 0.148,
  hand: 0.111,
  eye: { height: 0.933, halfWidth: 0.019, forward: 0.06 },
  ear: { height: 0.922, halfWidth: 0.0455, forward: 0.018 },
  trunkHalf: { hip: [0.106, 0.072], waist: [0.084, 0.06], chest: [0.084, 0.072] },
  suppleDegrees: 4,
};

function mean(a: number, b: number): number {
  return (a + b) / 2;
}

function meanPair(a: readonly [number, number], b: readonly [number, number]): [number, number] {
  return [mean(a[0], b[0]), mean(a[1], b[1])];
}

const neutral: Rig = {
  name: 'neutral',
  hipHalfWidth: mean(male.hipHalfWidth, female.hipHalfWidth),
  thigh: mean(male.thigh, female.thigh),
  shank: mean(male.shank, female.shank),
  ankleHeight: mean(male.ankleHeight, female.ankleHeight),
  trunk: mean(male.trunk, female.trunk),
  shoulderHalfWidth: mean(male.shoulderHalfWidth, female.shoulderHalfWidth),
  upperArm: mean(male.upperArm, female.upperArm),
  forearm: mean(male.forearm, female.forearm),
  hand: mean(male.hand, female.hand),
  eye: {
    height: mean(male.eye.height, female.eye.height),
    halfWidth: mean(male.eye.halfWidth, female.eye.halfWidth),
    forward: mean(male.eye.forward, female.eye.forward),
  },
  ear: {
    height: mean(male.ear.height, female.ear.height),
    halfWidth: mean(male.ear.halfWidth, female.ear.halfWidth),
    forward: mean(male.ear.forward, female.ear.forward),
  },
  trunkHalf: {
    hip: meanPair(male.trunkHalf.hip, female.trunkHalf.hip),
    waist: meanPair(male.trunkHalf.waist, female.trunkHalf.waist),
    chest: meanPair(male.trunkHalf.chest, female.trunkHalf.chest),
  },
  suppleDegrees: 2,
};

/** The three bodies poses are solved on. */
export const RIGS = { female, male, neutral } as const satisfies Record<Rig['name'], Rig>;

/** The rig a pose meant for `gender` is drawn with. */
export function rigFor(gender: 'female' | 'male' | 'any'): Rig {
  return gender === 'any' ? RIGS.neutral : RIGS[gender];
}
