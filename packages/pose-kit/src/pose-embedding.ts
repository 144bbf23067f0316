import { COCO18_NAMES, type Coco18Name, coco18Points } from './coco18.ts';
import { apply, multiply, rotationX, rotationY } from './mat3.ts';
import type { SolvedPose, Vec3 } from './solved-pose.ts';
import { between, norm, subtract } from './vec3.ts';

type Bone = readonly [from: Coco18Name | 'hips', to: Coco18Name | 'hips', weight: number];

/** What the eye compares in two poses: arms most, then legs and trunk, the head least. */
const BONES: readonly Bone[] = [
  ['neck', 'nose', 0.8],
  ['neck', 'rightShoulder', 0.6],
  ['neck', 'leftShoulder', 0.6],
  ['rightShoulder', 'rightElbow', 1.2],
  ['leftShoulder', 'leftElbow', 1.2],
  ['rightElbow', 'rightWrist', 1.2],
  ['leftElbow', 'leftWrist', 1.2],
  ['neck', 'hips', 1],
  ['hips', 'rightHip', 0.5],
  ['hips', 'leftHip', 0.5],
  ['rightHip', 'rightKnee', 1.2],
  ['leftHip', 'leftKnee', 1.2],
  ['rightKnee', 'rightAnkle', 1],
  ['leftKnee', 'leftAnkle', 1],
];
const WEIGHT_NORM = Math.hypot(...BONES.map(([, , weight]) => weight));

/** Below this distance two poses look the same; below 0.25 alike; above 0.4 different. */
export const SAME_POSE_DISTANCE = 0.06;

/**
 * 28 numbers that say how a pose looks from a camera: each bone's picture divided by its true length, so size,
 * place and mostly body type drop out and foreshortening counts. Compare with `poseDistance`.
 */
export function poseEmbedding(pose: SolvedPose, camera: { yaw: number; pitch: number }): number[] {
  const view = multiply(rotationX(camera.pitch), rotationY(camera.yaw));
  const points = coco18Points(pose);
  const named = (name: Coco18Name | 'hips'): Vec3 => {
    if (name === 'hips') return between(pose.joints.leftHip, pose.joints.rightHip, 0.5);
    return points[COCO18_NAMES.indexOf(name)] ?? pose.joints.pelvis;
  };
  return BONES.flatMap(([from, to, weight]) => {
    const bone = subtract(named(to), named(from));
    const [x, y] = apply(view, bone);
    const scale = weight / (WEIGHT_NORM * norm(bone));
    return [x * scale, y * scale];
  });
}

/** Euclidean distance of two embeddings. */
export function poseDistance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, index) => value - (b[index] ?? 0)));
}
