import type { PoseTemplate } from '@lumiku/contract';

/** The drawing area of the overlay: the 3:4 canvas the keypoints are fractions of. */
export const BONES_VIEW = { width: 300, height: 400 } as const;

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

/** Keypoints (fractions) as lines and points of `BONES_VIEW`; a limb with a hidden end is left out. */
export function bonesOf(keypoints: PoseTemplate['keypoints']): Bones {
  const at = (index: number): Point | null => {
    const keypoint = keypoints[index];
    if (keypoint === undefined || keypoint === null) return null;
    return {
      x: round(keypoint[0] * BONES_VIEW.width),
      y: round(keypoint[1] * BONES_VIEW.height),
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

const round = (value: number) => Math.round(value * 10) / 10;
