import type { Look } from '@lumiku/contract';
import { type Chart, coloursAround } from './chart.ts';
import { median } from './colour.ts';

export interface GlassesReading {
  readonly value: Look['glasses'];
  readonly certainty: number;
}

/** How strongly the picture speaks of a frame; all in L*. */
export interface FrameSigns {
  /** Edge along the bridge of the nose between the eyes, where bare skin is smooth. */
  readonly bridge: number;
  /** Edge under both eyes, the weaker of both. */
  readonly rim: number;
  /** Lightness of the eye area over that of the cheeks. */
  readonly lens: number;
}

const BRIDGE = [168, 6, 197];
const EYES = [
  { inner: 133, outer: 33, lower: 145, upper: 159, brow: 105, cheek: 50 },
  { inner: 362, outer: 263, lower: 374, upper: 386, brow: 334, cheek: 280 },
] as const;

/** Strongest step in lightness down a line, smoothed over three columns. */
function steepest(chart: Chart, x: number, fromY: number, toY: number): number {
  const light = (y: number) =>
    [-1, 0, 1].reduce((sum, dx) => sum + chart.colourAt(x + dx, y)[0], 0) / 3;
  let most = 0;
  for (let y = Math.round(fromY); y + 2 <= toY; y += 1) {
    most = Math.max(most, Math.abs(light(y + 2) - light(y)));
  }
  return most;
}

export function frameSigns(face: Chart): FrameSigns {
  const [top, middle, low] = BRIDGE.map((index) => face.place(index));
  const innerRight = face.place(133);
  const innerLeft = face.place(362);
  const gap = innerLeft.x - innerRight.x;
  const unit = face.facePx;
  const columns: number[] = [];
  for (let share = 0.3; share <= 0.7; share += 0.05) {
    const x = innerRight.x + gap * share;
    const from = (top?.y ?? 0) - 0.06 * unit;
    columns.push(steepest(face, x, from, ((low?.y ?? 0) + (middle?.y ?? 0)) / 2));
  }
  const rims = EYES.map(({ inner, outer, lower }) => {
    const a = face.place(inner).x;
    const b = face.place(outer).x;
    const y = face.place(lower).y;
    const edges = [0.25, 0.4, 0.5, 0.6, 0.75].map((share) =>
      steepest(face, a + (b - a) * share, y + 0.04 * unit, y + 0.2 * unit),
    );
    return median(edges);
  });
  const lenses = EYES.map(({ lower, cheek }) => {
    const under = face.place(lower);
    const lens = coloursAround(face, { x: under.x, y: under.y + 0.03 * unit }, 6).map(([l]) => l);
    const skin = coloursAround(face, face.place(cheek), 6).map(([l]) => l);
    return median(lens) / Math.max(1, median(skin));
  });
  return { bridge: median(columns), rim: Math.min(...rims), lens: Math.max(...lenses) };
}

const BRIDGE_MIN = 12;
const RIM_MIN = 13;
const DARK_LENS = 0.4;
/** A nose seen from the side makes an edge of its own. */
const YAW_MAX = 30;

/** Frames or dark lenses; says nothing for a face turned too far to tell. */
export function readGlasses(face: Chart, yaw: number): GlassesReading | undefined {
  if (Math.abs(yaw) > YAW_MAX) return undefined;
  const { bridge, rim, lens } = frameSigns(face);
  if (lens < DARK_LENS && bridge > BRIDGE_MIN / 2) return { value: 'sun', certainty: 0.6 };
  const strength = Math.min(bridge / BRIDGE_MIN, rim / RIM_MIN);
  if (strength > 1) return { value: 'square', certainty: Math.min(0.85, 0.4 + strength * 0.15) };
  return { value: 'none', certainty: Math.max(0.3, 0.85 - 0.5 * strength) };
}
