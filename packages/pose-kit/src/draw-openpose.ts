import { Fault } from '@lumiku/contract';
import type { Keypoint } from './coco18.ts';
import { drawHandsAndFace } from './detail/draw-hands-and-face.ts';
import type { HandsAndFace } from './detail/hands-and-face.ts';
import { OPENPOSE_COLOURS, OPENPOSE_LIMBS } from './openpose-colours.ts';
import { fillEllipse, type Raster } from './raster.ts';

export interface OpenposeDrawing {
  /** 18 points in COCO order, pixels of the canvas; null is not drawn. */
  readonly keypoints: readonly (Keypoint | null)[];
  readonly widthPx: number;
  readonly heightPx: number;
  /**
   * Thickness of limbs and joints against the usual 8 px on a short side of 512. Networks trained on thick sticks
   * (xinsir SDXL) want 2 to 7. Default 1.
   */
  readonly stickScale?: number;
  /** Hands and face for networks that were trained on them, what is left out is not drawn. */
  readonly details?: Partial<HandsAndFace> | undefined;
}

const STICK_RADIUS = 4;
const TRAINED_SHORT_SIDE = 512;
const LIMB_BRIGHTNESS = 0.6;
const CANVAS_PX_MAX = 8192;

/**
 * Draws the skeleton the way pose networks were trained to read it: black ground, limbs as flat ellipses at 60 % of
 * their colour, then joints as full-colour discs, no smoothing. A limb needs both of its joints.
 * @throws Fault POSE_CANVAS_INVALID for a canvas of no or of enormous size.
 */
export function drawOpenpose(drawing: OpenposeDrawing): Raster {
  const { keypoints, widthPx, heightPx } = drawing;
  const sizes = [widthPx, heightPx];
  if (sizes.some((px) => !Number.isInteger(px) || px < 1 || px > CANVAS_PX_MAX)) {
    throw new Fault({
      code: 'POSE_CANVAS_INVALID',
      status: 422,
      message: `A skeleton cannot be drawn on ${widthPx} × ${heightPx} pixels.`,
      fix: `Ask for whole numbers from 1 to ${CANVAS_PX_MAX}.`,
    });
  }
  const raster: Raster = { pixels: new Uint8Array(3 * widthPx * heightPx), widthPx, heightPx };
  const perTrained = Math.min(widthPx, heightPx) / TRAINED_SHORT_SIDE;
  const radius = STICK_RADIUS * perTrained * (drawing.stickScale ?? 1);

  OPENPOSE_LIMBS.forEach(([from, to], index) => {
    const a = keypoints[from];
    const b = keypoints[to];
    const colour = OPENPOSE_COLOURS[index];
    if (!a || !b || !colour) return;
    const dim = colour.map((value) => Math.floor(value * LIMB_BRIGHTNESS));
    const [r = 0, g = 0, blue = 0] = dim;
    fillEllipse(
      raster,
      {
        x: Math.trunc((a.x + b.x) / 2),
        y: Math.trunc((a.y + b.y) / 2),
        alongPx: Math.hypot(b.x - a.x, b.y - a.y) / 2,
        acrossPx: radius,
        radians: Math.atan2(b.y - a.y, b.x - a.x),
      },
      [r, g, blue],
    );
  });
  OPENPOSE_COLOURS.forEach((colour, index) => {
    const at = keypoints[index];
    if (!at) return;
    const disc = { alongPx: radius, acrossPx: radius, radians: 0 };
    fillEllipse(raster, { x: Math.trunc(at.x), y: Math.trunc(at.y), ...disc }, colour);
  });
  if (drawing.details) drawHandsAndFace(raster, drawing.details, perTrained);
  return raster;
}
