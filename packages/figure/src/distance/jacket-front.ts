import { cutParams } from '../scene/tables.ts';
import { smoothMax, smoothStep } from './smooth.ts';

interface JacketFrontShape {
  /** Half width of the opening at `low`, and how it widens above and below that height of the chest frame. */
  readonly base: number;
  readonly above: number;
  readonly below: number;
  readonly low: number;
  /** Width of the lapel where it is widest; 0: none. */
  readonly lapel: number;
  /** Rounded like a shawl instead of notched. */
  readonly isShawl: boolean;
}

/** How jackets and collars open in front: in the chest's frame, collars in the neck's. */
const FRONTS = {
  buttoned: { base: 0, above: 0.24, below: -0.1, low: -0.034, lapel: 0.026, isShawl: false },
  shawl: { base: 0, above: 0.22, below: -0.1, low: -0.038, lapel: 0.024, isShawl: true },
  open: { base: 0.017, above: 0.12, below: 0.05, low: -0.03, lapel: 0.025, isShawl: false },
  shirt: { base: 0.02, above: 0.07, below: 0.06, low: -0.03, lapel: 0, isShawl: false },
  wide: { base: 0.027, above: 0.07, below: 0.07, low: -0.05, lapel: 0.028, isShawl: false },
  closed: { base: 0, above: 0, below: -0.1, low: 0.2, lapel: 0, isShawl: false },
  band: { base: 0.0008, above: 0, below: 0.06, low: 0.008, lapel: 0, isShawl: false },
  points: { base: 0.0012, above: 0, below: 0.55, low: 0.008, lapel: 0, isShawl: false },
  spread: { base: 0.009, above: 0, below: 0.75, low: 0.008, lapel: 0, isShawl: false },
  jacketPoints: { base: 0.012, above: 0, below: 0.5, low: 0.008, lapel: 0, isShawl: false },
  behind: { base: 0.036, above: 0, below: 0.3, low: 0.01, lapel: 0, isShawl: false },
} as const satisfies Record<string, JacketFrontShape>;
type FrontName = keyof typeof FRONTS;
export const JACKET_FRONTS: readonly JacketFrontShape[] = Object.values(FRONTS);
const NAMES = Object.keys(FRONTS);
/** Numbers of the fronts, as the cuts carry them. */
export const JACKET_FRONT_ROWS = {
  buttoned: NAMES.indexOf('buttoned'),
  shawl: NAMES.indexOf('shawl'),
  open: NAMES.indexOf('open'),
  shirt: NAMES.indexOf('shirt'),
  wide: NAMES.indexOf('wide'),
  closed: NAMES.indexOf('closed'),
  band: NAMES.indexOf('band'),
  points: NAMES.indexOf('points'),
  spread: NAMES.indexOf('spread'),
  jacketPoints: NAMES.indexOf('jacketPoints'),
  behind: NAMES.indexOf('behind'),
} as const satisfies Record<FrontName, number>;

const RAISED = 0.0021;
const NOTCH = 0.062;

/** Half width of the opening at a height of the chest frame; negative where the jacket is closed. */
export const openingAt = (shape: JacketFrontShape, y: number): number =>
  shape.base + (y > shape.low ? shape.above * (y - shape.low) : shape.below * (shape.low - y));

/** Outer edge of the lapel. */
export function lapelAt(shape: JacketFrontShape, y: number): number {
  const inner = openingAt(shape, y);
  const bottom = shape.low - 0.012;
  if (shape.lapel === 0 || y < bottom) return inner;
  const rise = Math.min(1, (y - bottom) / (NOTCH - bottom));
  const wide = shape.isShawl ? Math.sin(rise * 2.2) * 0.8 : rise ** 0.8;
  const notched =
    !shape.isShawl && y > NOTCH ? 0.55 + 0.25 * smoothStep(NOTCH + 0.004, NOTCH + 0.03, y) : 1;
  return inner + shape.lapel * wide * notched;
}

/** Distance `d` to a jacket after its front is opened and its lapels laid on. */
export function jacketFront(o: number, px: number, py: number, pz: number, d: number): number {
  const dx = px - cutParams[o];
  const dy = py - cutParams[o + 1];
  const dz = pz - cutParams[o + 2];
  const z = dx * cutParams[o + 9] + dy * cutParams[o + 10] + dz * cutParams[o + 11];
  if (z < -0.02 || d > 0.02) return d;
  const x = Math.abs(dx * cutParams[o + 3] + dy * cutParams[o + 4] + dz * cutParams[o + 5]);
  const y = dx * cutParams[o + 6] + dy * cutParams[o + 7] + dz * cutParams[o + 8];
  const shape = JACKET_FRONTS[cutParams[o + 12]];
  const open = openingAt(shape, y);
  let cloth = d;
  if (shape.lapel > 0 && y < 0.1) {
    const edge = lapelAt(shape, y);
    if (edge > open)
      cloth -= RAISED * smoothStep(edge + 0.0016, edge - 0.0016, x) * smoothStep(-0.01, 0.01, z);
  }
  return open > -0.004 ? smoothMax(cloth, Math.min(open - x, z * 0.9), 0.0016) : cloth;
}
