import type { Shading } from '@lumiku/contract';

/** How the lines of a drawn style look; widths in pixels of the picture. */
export interface InkPlan {
  /** Around the figure and where one part of it lies before another. */
  readonly outlinePx: number;
  /** Between materials: a hem, a collar, the hair on the face. */
  readonly seamPx: number;
  /** Along folds. */
  readonly creasePx: number;
  /** sRGB of the ink; `ownColour` of the colour beneath is left in it. */
  readonly colour: readonly [number, number, number];
  readonly ownColour: number;
  /** How far around a pixel edges are looked for. */
  readonly reachPx: number;
}

/** Widths as shares of the picture's height. */
const PLANS: Partial<
  Record<Shading, Pick<InkPlan, 'outlinePx' | 'seamPx' | 'creasePx' | 'colour' | 'ownColour'>>
> = {
  cartoon: {
    outlinePx: 0.0026,
    seamPx: 0.0015,
    creasePx: 0,
    colour: [58, 34, 28],
    ownColour: 0.3,
  },
  cel: {
    outlinePx: 0.0022,
    seamPx: 0.0016,
    creasePx: 0.0011,
    colour: [38, 24, 40],
    ownColour: 0.12,
  },
  line: {
    outlinePx: 0.0028,
    seamPx: 0.0018,
    creasePx: 0.0013,
    colour: [18, 18, 22],
    ownColour: 0,
  },
};

/** A line is never thinner than this, or it breaks into dots. */
const THINNEST_PX = 0.9;
const REACH_MAX_PX = 6;

/** The lines of a style at a picture's height; null for styles without. */
export function inkPlan(shading: Shading, heightPx: number): InkPlan | null {
  const plan = PLANS[shading];
  if (!plan) return null;
  const width = (share: number): number =>
    share === 0 ? 0 : Math.min(2 * REACH_MAX_PX - 3, Math.max(THINNEST_PX, share * heightPx));
  const outlinePx = width(plan.outlinePx);
  return {
    ...plan,
    outlinePx,
    seamPx: width(plan.seamPx),
    creasePx: width(plan.creasePx),
    reachPx: Math.min(REACH_MAX_PX, Math.ceil(outlinePx / 2 + 1.4)),
  };
}
