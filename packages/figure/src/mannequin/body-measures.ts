import type { Look } from '@lumiku/contract';

/** Half sizes of the body as fractions of stature, for a girth of the look's build. Depths; breadth = depth × broad. */
export interface BodyMeasures {
  /** 0 male … 1 female. */
  readonly feminine: number;
  readonly build: number;
  readonly ribs: { readonly depth: number; readonly broad: number };
  readonly waist: { readonly depth: number; readonly broad: number };
  readonly pelvis: { readonly depth: number; readonly broad: number };
  readonly neck: number;
  readonly bust: number;
  readonly belly: number;
  /** Radii from shoulder to wrist and from hip to ankle, by position: 1 is elbow or knee, 2 wrist or ankle. */
  readonly arm: readonly Stop[];
  readonly leg: readonly Stop[];
  /** Head units: half width of the jaw. */
  readonly jaw: number;
}

export interface Stop {
  readonly at: number;
  readonly radius: number;
  /** How far the middle is moved towards the calf. */
  readonly back?: number;
}

const GIRTH_OF_LIMBS = 0.75;

interface BodyShape {
  readonly girth: number;
  readonly limbs: number;
  readonly ribs: number;
  readonly shoulders: number;
  readonly waist: number;
  readonly hips: number;
  readonly bust: number;
  readonly belly: number;
}
const average: BodyShape = {
  girth: 0,
  limbs: 1,
  ribs: 1,
  shoulders: 1,
  waist: 1,
  hips: 1,
  bust: 1,
  belly: 0,
};
/** Factors on the average body; `girth` and `belly` are added. */
const SHAPES: Readonly<Record<NonNullable<Look['bodyShape']>, BodyShape>> = {
  average,
  slim: { ...average, girth: -0.07, limbs: 0.95, waist: 0.97, bust: 0.7 },
  athletic: { ...average, limbs: 1.07, ribs: 1.04, shoulders: 1.04, waist: 0.96, bust: 0.85 },
  curvy: { ...average, girth: 0.04, limbs: 1.03, waist: 0.95, hips: 1.07, bust: 1.25 },
  plus: { ...average, girth: 0.17, waist: 1.04, hips: 1.02, bust: 1.15, belly: 0.02 },
};

/** The body of a look; `clay` is a plain mannequin between the sexes. */
export function bodyMeasures(look: Look | 'clay'): BodyMeasures {
  const feminine =
    look === 'clay' ? 0.45 : look.gender === 'female' ? 1 : look.gender === 'male' ? 0 : 0.5;
  const build = look === 'clay' ? 0.98 : look.build;
  const mature = look !== 'clay' && look.ageRange === 'mature' ? 1 : 0;
  const young = look !== 'clay' && look.ageRange === 'young' ? 1 : 0;
  // Lengths are fractions of stature: somebody short is broader for their height, somebody tall slimmer.
  const heft = look === 'clay' ? 0 : (1 - (look.height ?? 1)) * 0.6;
  const shape = SHAPES[look === 'clay' ? 'average' : (look.bodyShape ?? 'average')];
  const between = (male: number, female: number): number => male + (female - male) * feminine;
  const girth = build + mature * 0.03 - young * 0.02 + shape.girth + heft;
  const limb = (1 + (girth - 1) * GIRTH_OF_LIMBS) * shape.limbs;
  const stops = (rows: readonly (readonly [number, number, number, number?])[]): Stop[] =>
    rows.map(([at, male, female, back]) => ({
      at,
      radius: between(male, female) * limb,
      ...(back === undefined ? {} : { back }),
    }));
  return {
    feminine,
    build: girth,
    ribs: {
      depth: between(0.0565, 0.0505) * girth * shape.ribs,
      broad: between(1.51, 1.47) * shape.shoulders,
    },
    waist: {
      depth: between(0.0505, 0.0445) * girth * (1 + mature * 0.04) * shape.waist,
      broad: between(1.5, 1.45),
    },
    pelvis: {
      depth: between(0.056, 0.057) * girth * shape.hips,
      broad: between(1.46, 1.52) * (0.5 + 0.5 * shape.hips),
    },
    neck: between(0.0305, 0.0226) * (1 + (girth - 1) * 0.6),
    bust: feminine * shape.bust,
    belly: shape.belly + Math.max(0, girth - 1.02) + mature * 0.06 * (1 - feminine * 0.5),
    arm: stops([
      [0, 0.0272, 0.022],
      [0.14, 0.0292, 0.0236],
      [0.4, 0.0276, 0.022],
      [1, 0.0212, 0.0182],
      [1.28, 0.0222, 0.0186],
      [1.8, 0.0155, 0.0134],
      [2, 0.0128, 0.0112],
    ]),
    leg: stops([
      [0, 0.0485, 0.0485],
      [0.45, 0.0455, 0.0458],
      [1, 0.0312, 0.0302, 0.002],
      [1.3, 0.0318, 0.0302, 0.009],
      [1.6, 0.0258, 0.0242, 0.006],
      [2, 0.0185, 0.0172, 0.001],
    ]),
    jaw: between(0.58, 0.525),
  };
}
