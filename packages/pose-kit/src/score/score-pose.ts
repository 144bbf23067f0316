import { COCO18_NAMES, type Coco18Name } from '../coco18.ts';
import { COCO18_MIRRORED } from '../keypoint-maps.ts';
import { compareFacing, type Facing } from './facing.ts';
import { aligned, keypointSimilarity, pointsWithin } from './keypoint-similarity.ts';
import { type LimbAngle, limbAngles } from './limb-angles.ts';
import type { DetectedPerson, PoseTarget, ScoredPoints } from './pose-target.ts';
import { compareFeet, compareTilt, type Feet, type Tilt } from './tilt-and-feet.ts';

/** Detections less sure than this count as not found. */
const CONFIDENT = 0.3;
const PCK_REACH = 0.1;
/** The mirrored target must fit by this much better before we call a picture mirrored. */
const MIRRORED_BY = 0.02;
/** A detection with fewer points is a stray hand, not a person. */
const PERSON_POINTS = 4;

/** Where verdicts change, calibrated on figures drawn in every pose of the library: bench/pose-score.ts. */
export const SCORE_GATES = {
  pass: { similarity: 0.83, limbDegrees: 27 },
  review: { similarity: 0.75, limbDegrees: 40 },
  placed: 0.6,
} as const;

export type PoseVerdict = 'pass' | 'review' | 'fail';

/** How well a picture shows the pose it was made for. */
export interface PoseScore {
  readonly verdict: PoseVerdict;
  /** OKS after moving and scaling the figure onto the target: the pose. 0 to 1. */
  readonly similarity: number;
  /** OKS on the same canvas: pose and framing. 0 to 1. */
  readonly similarityInPlace: number;
  readonly isInPlace: boolean;
  /** Share of points within 0.1 of the target's larger side, aligned. */
  readonly pck10: number;
  /** Arms and legs, the worst first; what to tell a person and what to mend in a retry. */
  readonly limbs: readonly LimbAngle[];
  readonly worstLimb: LimbAngle | null;
  readonly facing: Facing;
  readonly tilt: Tilt;
  readonly feet: Feet;
  /** The picture shows the pose with left and right exchanged. */
  readonly isMirrored: boolean;
  /** Points the target shows and the picture lacks. */
  readonly missing: readonly Coco18Name[];
  readonly people: number;
}

function sure(person: DetectedPerson): ScoredPoints {
  return COCO18_NAMES.map((_, index) => {
    const point = person[index];
    return point && point.confidence >= CONFIDENT ? point : null;
  });
}

function mirrored(target: PoseTarget): ScoredPoints {
  return COCO18_MIRRORED.map((from) => {
    const point = target.keypoints[from];
    return point ? { x: target.widthPx - point.x, y: point.y } : null;
  });
}

function largerSide(points: ScoredPoints): number {
  const shown = points.filter((point) => point !== null);
  const side = (axis: 'x' | 'y'): number => {
    const values = shown.map((point) => point[axis]);
    return Math.max(...values) - Math.min(...values);
  };
  return shown.length === 0 ? 0 : Math.max(side('x'), side('y'));
}

function verdictOf(score: Omit<PoseScore, 'verdict'>): PoseVerdict {
  const { pass, review } = SCORE_GATES;
  const limbDegrees = score.worstLimb?.degrees ?? 0;
  if (score.people === 0 || score.isMirrored) return 'fail';
  if (score.similarity < review.similarity || limbDegrees > review.limbDegrees) return 'fail';
  const isLike = score.similarity >= pass.similarity && limbDegrees <= pass.limbDegrees;
  const isRight = score.facing.ok && score.tilt.ok && score.feet.ok && score.people === 1;
  return isLike && isRight ? 'pass' : 'review';
}

/**
 * Scores a picture by the people a detector found in it: of several the one nearest to the target is taken, and
 * their number counts against it. Pure; detections in pixels of the target's canvas.
 */
export function scorePose(target: PoseTarget, detections: readonly DetectedPerson[]): PoseScore {
  const people = detections
    .map(sure)
    .filter((points) => points.filter((point) => point !== null).length >= PERSON_POINTS);
  const similarityTo = (keypoints: ScoredPoints, found: ScoredPoints): number =>
    keypointSimilarity(keypoints, found, target.staturePx);
  const nearness = (found: ScoredPoints): number =>
    similarityTo(target.keypoints, found) +
    similarityTo(target.keypoints, aligned(target.keypoints, found));
  const nobody: ScoredPoints = COCO18_NAMES.map(() => null);
  const found = people.toSorted((a, b) => nearness(b) - nearness(a))[0] ?? nobody;

  const fitted = aligned(target.keypoints, found);
  const similarity = similarityTo(target.keypoints, fitted);
  const similarityInPlace = similarityTo(target.keypoints, found);
  const flipped = mirrored(target);
  const limbs = limbAngles(target, found);
  const score = {
    similarity,
    similarityInPlace,
    isInPlace: similarityInPlace >= SCORE_GATES.placed,
    pck10: pointsWithin(target.keypoints, fitted, PCK_REACH * largerSide(target.keypoints)),
    limbs,
    worstLimb: limbs[0] ?? null,
    facing: compareFacing(target, found),
    tilt: compareTilt(target, found),
    feet: compareFeet(target, fitted),
    isMirrored: similarityTo(flipped, aligned(flipped, found)) > similarity + MIRRORED_BY,
    missing: COCO18_NAMES.filter((_, index) => target.keypoints[index] && !found[index]),
    people: people.length,
  };
  return { verdict: verdictOf(score), ...score };
}
