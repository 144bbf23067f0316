import { type Chart, coloursAround } from './chart.ts';
import { colourDistance, type Lab, median, medianColour, quantile } from './colour.ts';
import { eyeWhite } from './eye-white.ts';
import { inWhiteLight, type SceneLight } from './white-balance.ts';

export interface SkinReading {
  /** As it is in the photo, to tell skin from what is not. */
  readonly seen: Lab;
  /** In even, white light. */
  readonly colour: Lab;
  /** 0 where the light and not the skin makes it dark. */
  readonly certainty: number;
}

const CHEEK_RIGHT = [50, 117, 123, 205];
const CHEEK_LEFT = [280, 346, 352, 425];
const FOREHEAD = [9, 151, 108, 337];
const PATCH_RADIUS = 5;

/** Human skin under white light keeps to a band of hues and strengths (L*a*b*), from very dark to very light. */
const HUE_MIN = 44;
const HUE_MAX = 72;
const CHROMA_MIN = 13;
const CHROMA_MAX = 34;
const LIGHT_MIN = 16;
const LIGHT_MAX = 90;

/** Skin lighter than this is light, whatever the light. */
const DARK_SKIN = 58;
/** The white of an eye in fair light is lighter than this, and lighter than dark skin by more than the margin. */
const DIM_EYE = 46;
const EYE_MARGIN = 4;
/** Nothing in the photo is brighter than this: it is dim, even where the eyes tell nothing. */
const DIM_PHOTO = 45;
const DOUBT = 0.3;

/** How far a dark reading can be trusted: dark skin has white eyes, a dim photo has grey ones. */
export function trustInDark(skin: number, eye: number | undefined, white: number): number {
  if (skin >= DARK_SKIN) return 1;
  if (eye === undefined) return white < DIM_PHOTO ? DOUBT : 1;
  if (eye >= DIM_EYE) return 1;
  return eye < skin + EYE_MARGIN ? 0 : DOUBT;
}

const DIM_WHITE = 60;
const LIFT_MAX = 6;

function plausible([l, a, b]: Lab): Lab {
  const chroma = Math.max(CHROMA_MIN, Math.min(CHROMA_MAX, Math.hypot(a, b)));
  const seenHue = (Math.atan2(b, a) * 180) / Math.PI;
  const hue = (Math.max(HUE_MIN, Math.min(HUE_MAX, seenHue)) * Math.PI) / 180;
  return [
    Math.max(LIGHT_MIN, Math.min(LIGHT_MAX, l)),
    chroma * Math.cos(hue),
    chroma * Math.sin(hue),
  ];
}

function patch(face: Chart, points: readonly number[]): Lab[] {
  return points.flatMap((point) => coloursAround(face, face.place(point), PATCH_RADIUS));
}

/** Skin colour of cheeks and forehead; where one side lies in shade, the lit side counts. */
export function readSkin(face: Chart, light: SceneLight): SkinReading | undefined {
  const sides = [patch(face, CHEEK_RIGHT), patch(face, CHEEK_LEFT)].filter(
    (side) => side.length > 0,
  );
  if (sides.length === 0) return undefined;
  const lit = Math.max(...sides.map((side) => median(side.map(([l]) => l))));
  const even = [...sides, patch(face, FOREHEAD)].filter(
    (part) => part.length > 0 && median(part.map(([l]) => l)) > lit - 15,
  );
  const all = even.flat();
  const middle = medianColour(all);
  const kept = all.filter((colour) => colourDistance(colour, middle, 0.6) < 16);
  const [, a, b] = medianColour(kept);
  const seen: Lab = [
    quantile(
      kept.map(([l]) => l),
      0.55,
    ),
    a,
    b,
  ];

  // A dim picture makes everyone darker. Only little is given back: dark skin before a dark wall looks the same.
  const lift = Math.max(0, Math.min(LIFT_MAX, (DIM_WHITE - light.whiteLevel) * 0.3));
  const balanced = inWhiteLight(seen, light);
  const lifted: Lab = [balanced[0] + lift, balanced[1], balanced[2]];
  const colour = plausible(lifted);
  const evenness = kept.length / all.length;
  const moved = colourDistance(lifted, colour) + lift;
  const trust = trustInDark(seen[0], eyeWhite(face), light.whiteLevel);
  const certainty = Math.max(0.2, evenness * (1 - moved / 30) * 0.9);
  return { seen, colour, certainty: trust < 1 ? Math.min(trust, certainty) : certainty };
}
