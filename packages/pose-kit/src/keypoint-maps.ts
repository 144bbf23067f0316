/** Where each COCO-18 point is in other lists of points; -1 is absent there (the neck: middle of the shoulders). */
export const COCO18_FROM = {
  coco17: [0, -1, 6, 8, 10, 5, 7, 9, 12, 14, 16, 11, 13, 15, 2, 1, 4, 3],
  body25: [0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18],
  mediapipe33: [0, -1, 12, 14, 16, 11, 13, 15, 24, 26, 28, 23, 25, 27, 5, 2, 8, 7],
} as const satisfies Record<string, readonly number[]>;

/** COCO-18 order after exchanging left and right. */
export const COCO18_MIRRORED: readonly number[] = [
  0, 1, 5, 6, 7, 2, 3, 4, 11, 12, 13, 8, 9, 10, 15, 14, 17, 16,
];

const NECK = 1;
const SHOULDERS = [2, 5] as const;

/** Reads COCO-18 out of another list of points; the neck is put between the shoulders where the list has none. */
export function toCoco18<Point extends { readonly x: number; readonly y: number }>(
  from: keyof typeof COCO18_FROM,
  points: readonly (Point | null)[],
): ({ readonly x: number; readonly y: number } | null)[] {
  const mapped = COCO18_FROM[from].map((index) => (index < 0 ? null : (points[index] ?? null)));
  const right = mapped[SHOULDERS[0]];
  const left = mapped[SHOULDERS[1]];
  return mapped.map((point, index) => {
    if (index !== NECK || COCO18_FROM[from][NECK] >= 0) return point;
    return left && right ? { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 } : null;
  });
}
