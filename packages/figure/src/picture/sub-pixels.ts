/** Four places in a pixel on a rotated grid; the first two lie across from each other. */
export const SUB_PIXELS = [
  [0.125, 0.375],
  [0.875, 0.625],
  [0.625, 0.125],
  [0.375, 0.875],
] as const;
