import type { SceneFraming } from '@lumiku/contract';
import { bodyOutline, fingerTips } from './body-outline.ts';
import type { JointName, SolvedPose, Vec3 } from './solved-pose.ts';

export type Framing = SceneFraming;

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
const LEAST_STATURES = { full: 0.82, three_quarter: 0.5, half: 0.36, bust: 0.35 } as const;
/** Cropping lines relative to the hip line (a bust: to the chest), in statures: where to look and which is best. */
const CROPS = {
  three_quarter: { from: -0.21, to: -0.1, best: -0.175 },
  half: { from: -0.075, to: 0.05, best: 0.03 },
  bust: { from: 0.02, to: 0.02, best: 0.02 },
} as const;
/** The part of a portrait that has to fit in its width begins here, above the chest. */
const BUST_WIDTH_FROM = 0.16;
const CROP_STEP = 0.005;
const CROP_CLEARANCE = 0.035;
/** Air above a figure that is worth giving up for a lower cropping line. */
const SPARE_AIR = 0.02;

const UNCUT_JOINTS: readonly JointName[] = [
  'leftElbow',
  'rightElbow',
  'leftWrist',
  'rightWrist',
  'leftHip',
  'rightHip',
  'leftKnee',
  'rightKnee',
  'leftAnkle',
  'rightAnkle',
];

interface CropSearch {
  /** Offsets from the hip line, in statures. */
  readonly from: number;
  readonly to: number;
  readonly best: number;
}

/** The line that stays furthest from joints and through no hand, as an offset from the joint `base` in statures. */
function cropOffset(
  pose: SolvedPose,
  toPlane: ToPlane,
  base: 'pelvis' | 'chest',
  search: CropSearch,
): number {
  const [, baseLine, depth] = toPlane(pose.joints[base]);
  const offsetOf = (point: Vec3): number => (toPlane(point)[1] - baseLine) * depth;
  const joints = UNCUT_JOINTS.map((name) => offsetOf(pose.joints[name]));
  const hands = (['left', 'right'] as const).map((side) => {
    const ends = [offsetOf(pose.joints[`${side}Wrist`]), offsetOf(fingerTips(pose, side))];
    return [Math.min(...ends), Math.max(...ends)] as const;
  });
  let chosen = search.best;
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = search.from; at <= search.to + 1e-9; at += CROP_STEP) {
    const clearance = Math.min(CROP_CLEARANCE, ...joints.map((joint) => Math.abs(joint - at)));
    const cutHands = hands.filter(([low, high]) => at > low - 0.008 && at < high).length;
    const score = 2 * clearance - 0.25 * Math.abs(at - search.best) - 0.05 * cutHands;
    if (score > highest) {
      highest = score;
      chosen = at;
    }
  }
  return chosen;
}

interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

function boundsAbove(pose: SolvedPose, toPlane: ToPlane, line: number): Bounds {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.POSITIVE_INFINITY;
  let top = Number.NEGATIVE_INFINITY;
  for (const ball of bodyOutline(pose)) {
    const [u, v, depth] = toPlane(ball.at);
    const r = ball.radius / depth;
    if (v + r < line) continue;
    left = Math.min(left, u - r);
    right = Math.max(right, u + r);
    bottom = Math.min(bottom, v - r);
    top = Math.max(top, v + r);
  }
  return { left, right, bottom, top };
}

function focalFor(bounds: Bounds, tall: number, marginBottom: number, aspect: number): number {
  const byWidth = (aspect * (1 - 2 * MARGIN_SIDE)) / (bounds.right - bounds.left);
  return Math.min((1 - MARGIN_TOP - marginBottom) / tall, byWidth);
}

function fitFull(pose: SolvedPose, toPlane: ToPlane, aspect: number): FramingFit {
  const bounds = boundsAbove(pose, toPlane, Number.NEGATIVE_INFINITY);
  const depth = toPlane(pose.joints.pelvis)[2];
  const tall = Math.max(bounds.top - bounds.bottom, LEAST_STATURES.full / depth);
  const focalHeights = focalFor(bounds, tall, MARGIN_BOTTOM, aspect);
  // A figure smaller than the frame stands a little above the ground line of a tall one.
  const spare = 1 - MARGIN_TOP - MARGIN_BOTTOM - (bounds.top - bounds.bottom) * focalHeights;
  return {
    focalHeights,
    middle: [(bounds.left + bounds.right) / 2, bounds.bottom],
    middleAt: 1 - MARGIN_BOTTOM - spare * 0.4,
  };
}

/** Focal length and centre that show what the framing promises, with margins on every side. */
export function fitFraming(
  pose: SolvedPose,
  framing: Framing,
  toPlane: ToPlane,
  aspect: number,
): FramingFit {
  if (framing === 'full') return fitFull(pose, toPlane, aspect);
  const base = framing === 'bust' ? 'chest' : 'pelvis';
  const [, baseLine, depth] = toPlane(pose.joints[base]);
  const lineAt = (offset: number): number => baseLine + offset / depth;
  const offset = cropOffset(pose, toPlane, base, CROPS[framing]);
  // A portrait is about the head: shoulders and elbows may leave it.
  const bounds = boundsAbove(pose, toPlane, lineAt(framing === 'bust' ? BUST_WIDTH_FROM : offset));
  const tall = Math.max(bounds.top - lineAt(offset), LEAST_STATURES[framing] / depth);
  const focalHeights = focalFor(bounds, tall, 0, aspect);
  const middle = (bounds.left + bounds.right) / 2;

  // Arms held wide make the figure small: rather than air above it, show more of it below.
  const lowest = (bounds.top - (1 - MARGIN_TOP) / focalHeights - baseLine) * depth;
  if (lowest > offset - SPARE_AIR) {
    return { focalHeights, middle: [middle, lineAt(offset)], middleAt: 1 };
  }
  const full = fitFull(pose, toPlane, aspect);
  if (full.focalHeights >= focalHeights) return full;
  const search = { from: lowest, to: framing === 'bust' ? lowest : offset, best: lowest };
  const lower = cropOffset(pose, toPlane, base, search);
  return { focalHeights, middle: [middle, lineAt(lower)], middleAt: 1 };
}
