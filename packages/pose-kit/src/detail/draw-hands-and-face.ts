import type { Keypoint } from '../coco18.ts';
import { fillEllipse, fillLine, type Raster } from '../raster.ts';
import type { HandsAndFace } from './hands-and-face.ts';

/** From the wrist along each finger. */
const HAND_EDGES = [0, 1, 2, 3, 4].flatMap((finger) =>
  [0, 1, 2, 3].map((part) => [part === 0 ? 0 : 4 * finger + part, 4 * finger + part + 1] as const),
);
const HAND_COLOURS = HAND_EDGES.map((_, index) => hue(index / HAND_EDGES.length));
const HAND_POINT = [0, 0, 255] as const;
const FACE_POINT = [255, 255, 255] as const;
const HAND_LINE_PX = 2;
const HAND_RADIUS = 4;
const FACE_RADIUS = 3;

/** A colour of full strength, `share` of the way round the wheel from red. */
function hue(share: number): readonly [number, number, number] {
  const channel = (shift: number): number => {
    const at = (share * 6 + shift) % 6;
    return Math.round(255 * (1 - Math.max(0, Math.min(1, at, 4 - at))));
  };
  return [channel(5), channel(3), channel(1)];
}

/**
 * Draws hands and face over a skeleton as pose networks were trained to read them: thin lines in the colours of the
 * wheel, blue points, white points for the face. These stay as thin where the body's sticks are thick.
 * @param perTrained the canvas against the one whose widths these are
 */
export function drawHandsAndFace(
  raster: Raster,
  { leftHand, rightHand, face }: Partial<HandsAndFace>,
  perTrained: number,
): void {
  for (const points of [leftHand, rightHand]) {
    if (!points) continue;
    HAND_EDGES.forEach(([from, to], index) => {
      const [a, b, colour] = [points[from], points[to], HAND_COLOURS[index]];
      if (a && b && colour) fillLine(raster, a, b, HAND_LINE_PX * perTrained, colour);
    });
    for (const point of points) dot(raster, point, HAND_RADIUS * perTrained, HAND_POINT);
  }
  for (const point of face ?? []) dot(raster, point, FACE_RADIUS * perTrained, FACE_POINT);
}

function dot(
  raster: Raster,
  point: Keypoint | null,
  radius: number,
  colour: readonly [number, number, number],
): void {
  if (!point) return;
  const disc = { alongPx: radius, acrossPx: radius, radians: 0 };
  fillEllipse(raster, { x: Math.trunc(point.x), y: Math.trunc(point.y), ...disc }, colour);
}
