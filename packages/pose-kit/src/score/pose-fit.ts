import { type DetectedPerson, indexOfPoint, type PoseTarget } from './pose-target.ts';
import type { PoseScore } from './score-pose.ts';

/** Degrees that weigh as much as the whole similarity: on average over the limbs, and of the worst one. */
const MEAN_DEGREES = 150;
const WORST_DEGREES = 400;
const BODY = [
  'leftShoulder',
  'rightShoulder',
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
] as const;

/**
 * One number by which targets can be ranked for a detection, higher is better: similarity in the pose and in the place,
 * less the angles the limbs are off. Points the picture shows and the target cuts off count against the target, or
 * close framings would win by asking less.
 */
export function poseFit(score: PoseScore, target: PoseTarget, person: DetectedPerson): number {
  const shown = target.keypoints.filter((point) => point !== null).length;
  const beyond = BODY.map(indexOfPoint).filter(
    (index) => person[index] && !target.keypoints[index],
  ).length;
  const share = shown / Math.max(1, shown + beyond);
  const { limbs, worstLimb } = score;
  const mean = limbs.reduce((sum, { degrees }) => sum + degrees, 0) / Math.max(1, limbs.length);
  return (
    score.similarity * share +
    score.similarityInPlace -
    mean / MEAN_DEGREES -
    (worstLimb?.degrees ?? 0) / WORST_DEGREES
  );
}
