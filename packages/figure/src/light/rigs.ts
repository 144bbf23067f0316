import type { SceneLight } from '@lumiku/contract';
import type { Vec3 } from '@lumiku/pose-kit';
import type { Colour } from '../paint/ink.ts';

/** A way to light the studio. Directions are towards the lamp, as the camera sees it: right, up, towards the eye. */
export interface LightRig {
  readonly key: { readonly from: Vec3; readonly colour: Colour };
  /** From behind: draws the outline. */
  readonly rim: { readonly from: Vec3; readonly colour: Colour };
  readonly fill: { readonly from: Vec3; readonly colour: Colour };
  /** Light from everywhere above, and from everywhere. */
  readonly sky: Colour;
  readonly base: Colour;
  /** Sharpness of the shadow on the figure and on the floor, and how much key light the floor loses in it. */
  readonly shadow: number;
  readonly floorShadow: number;
  readonly floorShare: number;
  /** What becomes of the backdrop: its light, how much of it is left in the corners, its tints left and right. */
  readonly backdrop: {
    readonly gain: number;
    readonly falloff: number;
    readonly left: Colour;
    readonly right: Colour;
  };
}

const EVEN: Colour = [1, 1, 1];

export const LIGHT_RIGS: Readonly<Record<SceneLight, LightRig>> = {
  soft: {
    key: { from: [-0.55, 0.75, 0.62], colour: [1.24, 1.16, 1.05] },
    rim: { from: [0.75, 0.35, -0.62], colour: [0.6, 0.6, 0.6] },
    fill: { from: [0.7, 0.15, 0.7], colour: [0.22, 0.22, 0.22] },
    sky: [0.36, 0.38, 0.42],
    base: [0.15, 0.14, 0.13],
    shadow: 9,
    floorShadow: 6,
    floorShare: 0.38,
    backdrop: { gain: 1, falloff: 0.3, left: EVEN, right: EVEN },
  },
  daylight: {
    key: { from: [0.62, 0.8, 0.5], colour: [1.42, 1.36, 1.2] },
    rim: { from: [-0.7, 0.5, -0.55], colour: [0.42, 0.5, 0.62] },
    fill: { from: [-0.7, 0.1, 0.7], colour: [0.1, 0.13, 0.18] },
    sky: [0.34, 0.42, 0.54],
    base: [0.12, 0.12, 0.12],
    shadow: 18,
    floorShadow: 14,
    floorShare: 0.52,
    backdrop: { gain: 1.04, falloff: 0.16, left: [0.98, 1, 1.03], right: [1.02, 1, 0.98] },
  },
  golden: {
    key: { from: [0.74, 0.46, 0.6], colour: [1.5, 1.06, 0.62] },
    rim: { from: [-0.6, 0.4, -0.7], colour: [1.1, 0.62, 0.34] },
    fill: { from: [-0.7, 0.2, 0.6], colour: [0.26, 0.22, 0.28] },
    sky: [0.34, 0.3, 0.36],
    base: [0.15, 0.13, 0.14],
    shadow: 8,
    floorShadow: 7,
    floorShare: 0.46,
    backdrop: { gain: 0.94, falloff: 0.34, left: [0.94, 0.88, 0.92], right: [1.14, 1, 0.8] },
  },
  dramatic: {
    key: { from: [-0.92, 0.55, 0.28], colour: [1.5, 1.36, 1.18] },
    rim: { from: [0.85, 0.3, -0.42], colour: [1.0, 1.08, 1.25] },
    fill: { from: [0.4, 0.1, 0.9], colour: [0.06, 0.06, 0.08] },
    sky: [0.11, 0.12, 0.15],
    base: [0.05, 0.05, 0.055],
    shadow: 10,
    floorShadow: 8,
    floorShare: 0.62,
    backdrop: { gain: 0.42, falloff: 1.15, left: [1.05, 1, 0.95], right: [0.95, 1, 1.06] },
  },
  gel_pink: {
    key: { from: [-0.8, 0.5, 0.45], colour: [1.5, 0.66, 1.02] },
    rim: { from: [0.8, 0.35, -0.5], colour: [0.3, 0.75, 1.5] },
    fill: { from: [0.85, 0.2, 0.45], colour: [0.16, 0.4, 0.86] },
    sky: [0.2, 0.16, 0.32],
    base: [0.13, 0.1, 0.16],
    shadow: 8,
    floorShadow: 6,
    floorShare: 0.4,
    backdrop: { gain: 0.66, falloff: 0.55, left: [1.3, 0.62, 0.98], right: [0.5, 0.76, 1.4] },
  },
  gel_teal: {
    key: { from: [-0.8, 0.55, 0.45], colour: [1.56, 1.02, 0.5] },
    rim: { from: [0.8, 0.35, -0.5], colour: [0.2, 1.1, 1.15] },
    fill: { from: [0.85, 0.2, 0.45], colour: [0.06, 0.46, 0.52] },
    sky: [0.16, 0.22, 0.26],
    base: [0.12, 0.11, 0.1],
    shadow: 8,
    floorShadow: 6,
    floorShare: 0.4,
    backdrop: { gain: 0.66, falloff: 0.55, left: [1.3, 0.94, 0.58], right: [0.46, 0.98, 1.06] },
  },
};
