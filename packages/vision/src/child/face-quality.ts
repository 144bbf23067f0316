import { type Chart, type ChartLayout, coloursAround } from './chart.ts';
import { quantile } from './colour.ts';

export interface FaceQuality {
  /** L* of the darker and the brighter part of the face. */
  readonly shade: number;
  readonly lit: number;
  /** Variance of the Laplacian over the variance of the lightness, face scaled to a fixed size; low is blurred. */
  readonly sharpness: number;
}

/** Small, so that a face of few pixels is not called blurred for being stretched. */
export const QUALITY_LAYOUT: ChartLayout = { side: 128, facePx: 64, middleY: 64 };

/** The part of the face chart with eyes, nose and mouth: brows to mouth, between the outer eye corners. */
function core(face: Chart) {
  const right = face.place(33);
  const left = face.place(263);
  return {
    fromX: Math.round(right.x),
    toX: Math.round(left.x),
    fromY: Math.round(face.place(105).y - 0.05 * face.facePx),
    toY: Math.round(face.place(17).y + 0.05 * face.facePx),
  };
}

const SKIN_POINTS = [50, 280, 151, 9, 205, 425, 199, 117, 346];

/**
 * Light and sharpness measured on the face, whatever is behind it.
 *
 * @param face drawn with `QUALITY_LAYOUT`.
 */
export function faceQuality(face: Chart): FaceQuality {
  const skin = SKIN_POINTS.flatMap((point) => coloursAround(face, face.place(point), 2));
  const lightness = skin.map(([l]) => l);
  const { fromX, toX, fromY, toY } = core(face);
  const light = (x: number, y: number) => face.colourAt(x, y)[0];
  let sum = 0;
  let squares = 0;
  let edges = 0;
  let count = 0;
  for (let y = Math.max(1, fromY); y < Math.min(face.side - 1, toY); y += 1) {
    for (let x = Math.max(1, fromX); x < Math.min(face.side - 1, toX); x += 1) {
      const here = light(x, y);
      const bend = 4 * here - light(x - 1, y) - light(x + 1, y) - light(x, y - 1) - light(x, y + 1);
      sum += here;
      squares += here * here;
      edges += bend * bend;
      count += 1;
    }
  }
  const variance = squares / Math.max(1, count) - (sum / Math.max(1, count)) ** 2;
  return {
    shade: quantile(lightness, 0.25),
    lit: quantile(lightness, 0.75),
    sharpness: edges / Math.max(1, count) / Math.max(1, variance),
  };
}
