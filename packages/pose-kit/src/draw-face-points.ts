import type { Keypoint } from './coco18.ts';
import { fillEllipse, type Raster } from './raster.ts';

export interface FacePointsDrawing {
  /** 18 points in COCO order, pixels of the canvas. */
  readonly keypoints: readonly (Keypoint | null)[];
  readonly widthPx: number;
  readonly heightPx: number;
}

const NOSE = 0;
const EYES = [14, 15] as const;
const COLOURS = [
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
  [255, 255, 0],
  [255, 0, 255],
] as const;
const LIMB_RADIUS = 4;
const POINT_RADIUS = 10;
const LIMB_BRIGHTNESS = 0.6;
/** From the eyes over the nose to the mouth, and half its width, against a face seen from the front. */
const MOUTH_BELOW_NOSE = 0.75;
const MOUTH_HALF_WIDTH = 0.36;

/**
 * Draws the five-point face map that identity networks (InstantID) place a face by: eyes, nose and the corners of the
 * mouth in InsightFace's order and colours, each joined to the nose. COCO has no mouth: its corners are where they are
 * in a face with these eyes and this nose. A face whose eyes or nose are hidden leaves the map black.
 */
export function drawFacePoints(drawing: FacePointsDrawing): Raster {
  const { widthPx, heightPx } = drawing;
  const raster: Raster = { pixels: new Uint8Array(3 * widthPx * heightPx), widthPx, heightPx };
  const points = facePoints(drawing.keypoints);
  const nose = points?.[2];
  if (!points || !nose) return raster;
  points.forEach((point, index) => {
    if (index === 2) return;
    const [r = 0, g = 0, b = 0] = (COLOURS[index] ?? []).map((value) =>
      Math.floor(value * LIMB_BRIGHTNESS),
    );
    const limb = {
      x: (point.x + nose.x) / 2,
      y: (point.y + nose.y) / 2,
      alongPx: Math.hypot(point.x - nose.x, point.y - nose.y) / 2,
      acrossPx: LIMB_RADIUS,
      radians: Math.atan2(nose.y - point.y, nose.x - point.x),
    };
    fillEllipse(raster, limb, [r, g, b]);
  });
  points.forEach((point, index) => {
    const disc = { alongPx: POINT_RADIUS, acrossPx: POINT_RADIUS, radians: 0 };
    fillEllipse(raster, { ...point, ...disc }, COLOURS[index] ?? [0, 0, 0]);
  });
  return raster;
}

/** Eye at image left, eye at image right, nose, mouth corner left, mouth corner right. */
function facePoints(keypoints: readonly (Keypoint | null)[]): Keypoint[] | null {
  const nose = keypoints[NOSE];
  const [one, other] = EYES.map((index) => keypoints[index]);
  if (!nose || !one || !other) return null;
  const [left, right] = one.x <= other.x ? [one, other] : [other, one];
  const middle = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
  const mouth = {
    x: nose.x + (nose.x - middle.x) * MOUTH_BELOW_NOSE,
    y: nose.y + (nose.y - middle.y) * MOUTH_BELOW_NOSE,
  };
  const across = {
    x: (right.x - left.x) * MOUTH_HALF_WIDTH,
    y: (right.y - left.y) * MOUTH_HALF_WIDTH,
  };
  return [
    left,
    right,
    nose,
    { x: mouth.x - across.x, y: mouth.y - across.y },
    { x: mouth.x + across.x, y: mouth.y + across.y },
  ];
}
