import type { Look } from '@lumiku/contract';
import type { Vec3 } from '@lumiku/pose-kit';
import type { Hem } from '../mannequin/draw-skirt.ts';
import type { Outfit } from '../mannequin/outfit.ts';
import { chestSpace, headSpace, pelvisSpace } from '../scene/tables.ts';
import { type Palette, paletteOf } from './palette.ts';

/** What the paint functions need to know of the job; set once per picture. */
interface Canvas {
  readonly palette: Palette;
  readonly look: Look | 'clay';
  readonly outfit: Outfit | null;
  readonly gownHem: Hem | null;
  readonly hair: {
    readonly texture: number;
    readonly part: number;
    readonly flow: number;
    readonly phase: number;
  } | null;
  readonly jaw: number;
}

export const canvas: { now: Canvas } = {
  now: {
    palette: paletteOf('clay'),
    look: 'clay',
    outfit: null,
    gownHem: null,
    hair: null,
    jaw: 0.55,
  },
};

/** The point being painted in the space of the last `localise`. */
export const local = { x: 0, y: 0, z: 0 };

function localise(space: Float64Array, x: number, y: number, z: number): void {
  const dx = x - space[0];
  const dy = y - space[1];
  const dz = z - space[2];
  local.x = space[3] * dx + space[4] * dy + space[5] * dz;
  local.y = space[6] * dx + space[7] * dy + space[8] * dz;
  local.z = space[9] * dx + space[10] * dy + space[11] * dz;
}

export const toHead = (x: number, y: number, z: number): void => localise(headSpace, x, y, z);
export const toChest = (x: number, y: number, z: number): void => localise(chestSpace, x, y, z);
export const toPelvis = (x: number, y: number, z: number): void => localise(pelvisSpace, x, y, z);

/** Signed way above the hem, along its normal. */
export const aboveHem = (hem: Hem, p: Vec3): number =>
  (hem.point[0] - p[0]) * hem.normal[0] +
  (hem.point[1] - p[1]) * hem.normal[1] +
  (hem.point[2] - p[2]) * hem.normal[2];
