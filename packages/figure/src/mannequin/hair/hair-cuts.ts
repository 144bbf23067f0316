import type { HairStyle, Look } from '@lumiku/contract';
import { HairEdge, HairTexture } from '../../distance/hair-shapes.ts';

/** How a style sits on the skull; lengths in head units. */
export interface HairCut {
  readonly texture: number;
  readonly edge: number;
  readonly part: number;
  /** Height of the line over the forehead. */
  readonly line: number;
  readonly top: number;
  readonly side: number;
  /** Lower edge beside the ears. */
  readonly low: number;
  /** How much it thins towards its edge, 0..1. */
  readonly taper: number;
  /** How far the fringe falls to one side; of a curtain, how steeply it falls from the parting. */
  readonly sweep: number;
  /** How far it stands up in front. */
  readonly rise: number;
  /** How far the line goes back at the temples. */
  readonly recede: number;
  /** Below this height the sides are shaved; 0: they are not. */
  readonly shaved: number;
  /** How much longer than the chin a bob is. */
  readonly long: number;
  /** How the line over the forehead falls towards the temples. */
  readonly bow: number;
  /** How what hangs is worked: 0 straight, 1 waves, 2 curls, 3 small braids, 4 locs. */
  readonly flow: number;
}

const { combed, curls, stubble, pulled, coils, rows, waves } = HairTexture;
const { curtain } = HairEdge;

const tiedBack = { texture: pulled, part: 0, line: 0.58, top: 0.05, side: 0.03, low: -0.04 };
const hanging = { edge: curtain, line: 0.62, top: 0.14, side: 0.075, sweep: 0.26 };

const CUTS: Readonly<Record<Exclude<HairStyle, 'bald'>, Partial<HairCut>>> = {
  buzz: { texture: stubble, line: 0.62, top: 0.018, side: 0.014, low: -0.02 },
  crop: { line: 0.6, top: 0.11, side: 0.026, low: -0.06, taper: 0.8, rise: 0 },
  short: { line: 0.63, top: 0.16, side: 0.055, low: -0.16, taper: 0.9, sweep: 0.12, rise: 0.05 },
  side_part: { line: 0.66, top: 0.15, side: 0.035, low: -0.08, taper: 1, rise: 0.12, part: 0.34 },
  quiff: { line: 0.66, top: 0.12, side: 0.026, low: -0.06, taper: 1, rise: 0.03, part: 0 },
  slick_back: {
    texture: pulled,
    line: 0.64,
    top: 0.09,
    side: 0.035,
    low: -0.1,
    part: 0,
    rise: 0.06,
  },
  undercut: { line: 0.64, top: 0.2, side: 0.09, low: -0.06, shaved: 0.44, part: 0.36, rise: 0.12 },
  pixie: { line: 0.58, top: 0.17, side: 0.06, low: -0.2, taper: 0.8, sweep: 0.14, rise: 0.05 },
  curly: { texture: curls, part: 0, line: 0.56, top: 0.22, side: 0.1, low: -0.14 },
  coily: { texture: coils, part: 0, line: 0.58, top: 0.13, side: 0.06, low: -0.1, taper: 0.9 },
  afro: { texture: coils, part: 0, line: 0.54, top: 0.5, side: 0.34, low: -0.26 },
  locs: { texture: coils, part: 0, line: 0.56, top: 0.09, side: 0.045, low: -0.05, flow: 4 },
  box_braids: { texture: rows, part: 0, line: 0.57, top: 0.05, side: 0.03, low: -0.04, flow: 3 },
  cornrows: { texture: rows, part: 0, line: 0.56, top: 0.05, side: 0.03, low: -0.04 },
  bob: { ...hanging, line: 0.5, sweep: 0.12, side: 0.085 },
  lob: { ...hanging, texture: waves, line: 0.6, sweep: 0.22, long: 0.3, part: 0.04 },
  bangs: { ...hanging, line: 0.4, sweep: 0.02, part: 0 },
  long: hanging,
  long_wavy: { ...hanging, texture: waves, top: 0.16, side: 0.1, flow: 1 },
  long_curly: { ...hanging, texture: curls, top: 0.2, side: 0.17, flow: 2, part: 0.1 },
  half_up: { ...hanging, texture: pulled, line: 0.6, top: 0.08, part: 0, sweep: 0.1 },
  ponytail: tiedBack,
  pigtails: { ...tiedBack, top: 0.07, part: 0.001 },
  braid: { ...tiedBack, top: 0.08, side: 0.05, part: -0.2 },
  braids: { ...tiedBack, top: 0.07, part: 0.001 },
  bun: tiedBack,
  low_bun: { ...tiedBack, top: 0.08, side: 0.05, part: 0.18 },
  top_knot: { ...tiedBack, top: 0.07, side: 0.05, shaved: 0.36 },
  receding: { line: 1.35, top: 0.035, side: 0.03, low: -0.1, taper: 0.9, rise: 0, part: 0 },
};

/** The cut of a look; null where there is no hair. */
export function hairCutOf(look: Look): HairCut | null {
  if (look.hairStyle === 'bald') return null;
  const male = look.gender === 'male';
  const plain: HairCut = {
    texture: combed,
    edge: HairEdge.cropped,
    part: look.gender === 'female' ? 0.2 : 0.3,
    line: 0.6,
    top: 0.1,
    side: 0.05,
    low: -0.1,
    taper: 0.6,
    sweep: 0.04,
    rise: 0,
    recede: male ? (look.ageRange === 'mature' ? 0.11 : 0.055) : 0.015,
    shaved: 0,
    long: 0,
    bow: 0.1,
    flow: 0,
  };
  const cut = { ...plain, ...CUTS[look.hairStyle] };
  if (!leavesHair(look)) return cut;
  // Under a hat hair lies flat.
  return {
    ...cut,
    top: Math.min(cut.top, 0.02),
    side: Math.min(cut.side, 0.045),
    rise: 0,
    shaved: 0,
  };
}

/** Covers that show the hair below their edge. */
export const leavesHair = (look: Look): boolean =>
  look.headCover === 'cap' ||
  look.headCover === 'beanie' ||
  look.headCover === 'hat' ||
  look.headCover === 'peci' ||
  look.headCover === 'blangkon';
