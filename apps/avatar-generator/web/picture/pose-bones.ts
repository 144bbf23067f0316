import type { PoseTemplate } from '@lumiku/contract';

/** Length of the drawing area's short side: lines keep their width in pictures of every shape. */
const SHORT_SIDE = 300;

/** The drawing area over a picture of this shape. @param ratio width over height */
export function bonesView(ratio: number): { width: number; height: number } {
  return ratio < 1
    ? { width: SHORT_SIDE, height: round(SHORT_SIDE / ratio) }
    : { width: round(SHORT_SIDE * ratio), height: SHORT_SIDE };
}

/** COCO-18 pairs worth drawing over a person; the face's own bones would only hide it. */
const LIMBS: readonly (readonly [number, number])[] = [
  [1, 0],
  [1, 2],
  [2, 3],
  [3, 4],
  [1, 5],
  [5, 6],
  [6, 7],
  [1, 8],
  [8, 9],
  [9, 10],
  [1, 11],
  [11, 12],
  [12, 13],
];
const BODY_POINTS = 14;

export interface Bones {
  lines: { from: Point; to: Point }[];
  points: Point[];
}
export interface Point {
  x: number;
  y: number;
}

/** Keypoints (fractions) as lines and points of a view; a limb with a hidden end is left out. */
export function bonesOf(
  keypoints: PoseTemplate['keypoints'],
  view: { width: number; height: number },
): Bones {
  const at = (index: number): Point | null => {
    const keypoint = keypoints[index];
    if (keypoint === undefined || keypoint === null) return null;
    return {
      x: round(keypoint[0] * view.width),
      y: round(keypoint[1] * view.height),
    };
  };
  const lines: Bones['lines'] = [];
  for (const [a, b] of LIMBS) {
    const from = at(a);
    const to = at(b);
    if (from !== null && to !== null) lines.push({ from, to });
  }
  const points: Point[] = [];
  for (let index = 0; index < BODY_POINTS; index += 1) {
    const point = at(index);
    if (point !== null) points.push(point);
  }
  return { lines, points };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
