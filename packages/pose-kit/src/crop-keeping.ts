import type { Keypoint } from './coco18.ts';

export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Room around the joints for what hangs on them, in heights of the figure: hair, shoes, fingers. */
const ROOM = { above: 0.09, below: 0.06, beside: 0.07 } as const;

/**
 * The largest part of a picture in an aspect (width / height) that holds the whole figure, the figure as near its
 * middle as the edges allow. Null where the figure does not fit, or nothing is known of it: then nothing may be cut.
 * @param seen joints in pixels; those outside the picture were left out by its framing and need not be kept.
 */
export function cropKeeping(
  picture: { widthPx: number; heightPx: number },
  aspect: number,
  seen: readonly (Keypoint | null)[],
): PixelBox | null {
  const { widthPx, heightPx } = picture;
  const box = figureBox(picture, seen);
  if (!box) return null;
  const width = Math.min(widthPx, heightPx * aspect);
  const height = Math.min(heightPx, widthPx / aspect);
  if (box.width > width + 0.5 || box.height > height + 0.5) return null;
  const along = (start: number, size: number, crop: number, whole: number) => {
    const centred = start + size / 2 - crop / 2;
    return Math.round(Math.min(Math.max(centred, 0), whole - crop));
  };
  return {
    left: along(box.left, box.width, width, widthPx),
    top: along(box.top, box.height, height, heightPx),
    width: Math.round(width),
    height: Math.round(height),
  };
}

function figureBox(
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
  seen: readonly (Keypoint | null)[],
): PixelBox | null {
  const isInside = ({ x, y }: Keypoint) => x >= 0 && y >= 0 && x <= widthPx && y <= heightPx;
  const known = seen.filter((point) => point !== null);
  const points = known.filter(isInside);
  if (points.length === 0) return null;
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const top = Math.min(...ys);
  const tall = Math.max(...ys) - top;
  // A figure the framing cuts goes on to the edge below: that edge may not move.
  const isCutBelow = known.some(({ y }) => y > heightPx);
  const bottom = isCutBelow ? heightPx : Math.max(...ys) + ROOM.below * tall;
  const left = Math.max(0, Math.min(...xs) - ROOM.beside * tall);
  const right = Math.min(widthPx, Math.max(...xs) + ROOM.beside * tall);
  const from = Math.max(0, top - ROOM.above * tall);
  return { left, top: from, width: right - left, height: Math.min(heightPx, bottom) - from };
}
