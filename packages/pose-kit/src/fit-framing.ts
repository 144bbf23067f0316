import type { PoseFraming } from '@lumiku/contract';
import { bodyOutline, fingerTips } from './body-outline.ts';
import type { JointName, SolvedPose, Vec3 } from './solved-pose.ts';

export type Framing = PoseFraming;

/** Image-plane position (tangents) and depth of a point of the world. */
type ToPlane = (point: Vec3) => readonly [u: number, v: number, depth: number];

export interface FramingFit {
  /** Focal length in canvas heights. */
  readonly focalHeights: number;
  /** The point of the image plane that is horizontally centred and vertically at `middleAt`. */
  readonly middle: readonly [u: number, v: number];
  /** From the top of the canvas, in canvas heights. */
  readonly middleAt: number;
}

const MARGIN_TOP = 0.07;
const MARGIN_BOTTOM = 0.06;
const MARGIN_SIDE = 0.07;
/** A small, folded pose is not enlarged beyond this many statures per frame. */
const LEAST_STATURES = { full: 0.82, three_quarter: 0.5, half: 0.36 } as const;
/** Cropping line relative to the hip line, in statures: where to look and what is best. */
const CROPS = {
  three_quarter: { from: -0.21, to: -0.1, best: -0.175 },
  half: { from: -0.075, to: 0.05, best: 0.03 },
} as const;
const CROP_STEP = 0.005;
const CROP_CLEARANCE = 0.035;

const UNCUT_JOINTS: readonly JointName[] = [
  'leftElbow',
  'rightElbow',
  'leftWrist',
  'rightWrist',
  'leftKnee',
  'rightKnee',
  'leftHip',
  'rightHip',
];

/** The cropping line that stays furthest from joints and through no hand; image-plane height. */
function cropLine(pose: SolvedPose, framing: 'three_quarter' | 'half', toPlane: ToPlane): number {
  const [, hipLine, depth] = toPlane(pose.joints.pelvis);
  const joints = UNCUT_JOINTS.map((name) => toPlane(pose.joints[name])[1] * depth);
  const hands = (['left', 'right'] as const).map((side) => {
    const ends = [toPlane(pose.joints[`${side}Wrist`])[1], toPlane(fingerTips(pose, side))[1]];
    return [Math.min(...ends) * depth, Math.max(...ends) * depth] as const;
  });
  const { from, to, best } = CROPS[framing];
  let line: number = best;
  let highest = Number.NEGATIVE_INFINITY;
  for (let offset = from; offset <= to + 1e-9; offset += CROP_STEP) {
    const at = hipLine * depth + offset;
    const clearance = Math.min(CROP_CLEARANCE, ...joints.map((joint) => Math.abs(joint - at)));
    const cutHands = hands.filter(([low, high]) => at > low - 0.008 && at < high).length;
    const score = 2 * clearance - 0.25 * Math.abs(offset - best) - 0.05 * cutHands;
    if (score > highest) {
      highest = score;
      line = offset;
    }
  }
  return hipLine + line / depth;
}

/** Focal length and centre that show what the framing promises, with margins on every side. */
export function fitFraming(
  pose: SolvedPose,
  framing: Framing,
  toPlane: ToPlane,
  aspect: number,
): FramingFit {
  const crop = framing === 'full' ? Number.NEGATIVE_INFINITY : cropLine(pose, framing, toPlane);
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.POSITIVE_INFINITY;
  let top = Number.NEGATIVE_INFINITY;
  for (const ball of bodyOutline(pose)) {
    const [u, v, depth] = toPlane(ball.at);
    const r = ball.radius / depth;
    if (v + r < crop) continue;
    left = Math.min(left, u - r);
    right = Math.max(right, u + r);
    bottom = Math.min(bottom, v - r);
    top = Math.max(top, v + r);
  }
  const floor = framing === 'full' ? bottom : crop;
  const marginBottom = framing === 'full' ? MARGIN_BOTTOM : 0;
  const depth = toPlane(pose.joints.pelvis)[2];
  const tall = Math.max(top - floor, LEAST_STATURES[framing] / depth);
  const focalHeights = Math.min(
    (1 - MARGIN_TOP - marginBottom) / tall,
    (aspect * (1 - 2 * MARGIN_SIDE)) / (right - left),
  );
  if (framing !== 'full') {
    return { focalHeights, middle: [(left + right) / 2, floor], middleAt: 1 };
  }
  // A figure smaller than the frame stands on the same ground line as a tall one, with half of the spare air below.
  const used = (top - bottom) * focalHeights;
  const spare = 1 - MARGIN_TOP - MARGIN_BOTTOM - used;
  return {
    focalHeights,
    middle: [(left + right) / 2, bottom],
    middleAt: 1 - MARGIN_BOTTOM - spare * 0.4,
  };
}
