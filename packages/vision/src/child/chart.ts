import { type Lab, labOf, type Rgb } from './colour.ts';
import { MESH, type MeshPoint, meshPoint } from './face-angles.ts';
import type { Picture } from './picture.ts';

/**
 * A square of the photo laid upright on the face: forehead to chin is always `facePx` long, the face's middle is
 * always at the same place, whatever the size and tilt in the photo. Features are read at fixed places of it.
 */
export interface Chart {
  readonly side: number;
  readonly facePx: number;
  readonly rgb: Uint8Array;
  /** 1 where the photo has pixels. */
  readonly inside: Uint8Array;
  colourAt(x: number, y: number): Lab;
  /** A mesh point's place on the chart. */
  place(index: number): { readonly x: number; readonly y: number };
}

export interface ChartLayout {
  readonly side: number;
  readonly facePx: number;
  /** Where the face's middle lies, from the top; it is always halfway across. */
  readonly middleY: number;
}

/** Head, hair and shoulders; also what the person mask is made for. */
export const HEAD_LAYOUT: ChartLayout = { side: 256, facePx: 64, middleY: 112 };
/** The face alone, for fine things. */
export const FACE_LAYOUT: ChartLayout = { side: 256, facePx: 192, middleY: 128 };

const SAMPLES_MAX = 5;

/** Draws the chart, averaging over the photo's pixels where it is finer than the chart. */
export function drawChart(
  picture: Picture,
  mesh: readonly MeshPoint[],
  { side, facePx, middleY }: ChartLayout,
): Chart {
  const [topX, topY] = meshPoint(mesh, MESH.foreheadTop);
  const [chinX, chinY] = meshPoint(mesh, MESH.chin);
  const length = Math.max(1, Math.hypot(chinX - topX, chinY - topY));
  const scale = length / facePx;
  const down = [(chinX - topX) / length, (chinY - topY) / length] as const;
  const middle = [(topX + chinX) / 2, (topY + chinY) / 2] as const;
  const samples = Math.max(1, Math.min(SAMPLES_MAX, Math.round(scale)));

  const rgb = new Uint8Array(side * side * 3);
  const inside = new Uint8Array(side * side);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const sum = [0, 0, 0];
      let seen = 0;
      for (let step = 0; step < samples * samples; step += 1) {
        const u = (x + ((step % samples) + 0.5) / samples - side / 2) * scale;
        const v = (y + (Math.floor(step / samples) + 0.5) / samples - middleY) * scale;
        const px = Math.floor(middle[0] + u * down[1] + v * down[0]);
        const py = Math.floor(middle[1] - u * down[0] + v * down[1]);
        if (px < 0 || py < 0 || px >= picture.width || py >= picture.height) continue;
        const at = (py * picture.width + px) * 3;
        for (let c = 0; c < 3; c += 1) sum[c] = (sum[c] ?? 0) + (picture.rgb[at + c] ?? 0);
        seen += 1;
      }
      const i = y * side + x;
      inside[i] = seen > 0 ? 1 : 0;
      for (let c = 0; c < 3; c += 1) rgb[i * 3 + c] = seen > 0 ? (sum[c] ?? 0) / seen : 0;
    }
  }

  return {
    side,
    facePx,
    rgb,
    inside,
    colourAt(x, y) {
      const i = (Math.round(y) * side + Math.round(x)) * 3;
      const colour: Rgb = [rgb[i] ?? 0, rgb[i + 1] ?? 0, rgb[i + 2] ?? 0];
      return labOf(colour);
    },
    place(index) {
      const [px, py] = meshPoint(mesh, index);
      const dx = (px - middle[0]) / scale;
      const dy = (py - middle[1]) / scale;
      return {
        x: side / 2 + dx * down[1] - dy * down[0],
        y: middleY + dx * down[0] + dy * down[1],
      };
    },
  };
}

/** Colours in a small square around a point, without what lies outside the photo. */
export function coloursAround(
  chart: Chart,
  { x, y }: { x: number; y: number },
  radius: number,
): Lab[] {
  const colours: Lab[] = [];
  for (let py = Math.round(y - radius); py <= y + radius; py += 1) {
    for (let px = Math.round(x - radius); px <= x + radius; px += 1) {
      if (px < 0 || py < 0 || px >= chart.side || py >= chart.side) continue;
      if (chart.inside[py * chart.side + px] === 1) colours.push(chart.colourAt(px, py));
    }
  }
  return colours;
}
