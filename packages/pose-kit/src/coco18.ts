import { type PoseCamera, projectPoint } from './camera.ts';
import { apply, column } from './mat3.ts';
import type { JointName, SolvedPose, Vec3 } from './solved-pose.ts';
import { between } from './vec3.ts';

/** The 18 keypoints of OpenPose's COCO model, in order; left and right are the subject's. */
export const COCO18_NAMES = [
  'nose',
  'neck',
  'rightShoulder',
  'rightElbow',
  'rightWrist',
  'leftShoulder',
  'leftElbow',
  'leftWrist',
  'rightHip',
  'rightKnee',
  'rightAnkle',
  'leftHip',
  'leftKnee',
  'leftAnkle',
  'rightEye',
  'leftEye',
  'rightEar',
  'leftEar',
] as const;
export type Coco18Name = (typeof COCO18_NAMES)[number];

/** Pixels from the top left corner of the canvas. */
export interface Keypoint {
  readonly x: number;
  readonly y: number;
}

/** COCO's 18 points of a solved pose in the world; its neck is the middle of the shoulders. */
export function coco18Points(pose: SolvedPose): Vec3[] {
  const { joints } = pose;
  const named = (name: Exclude<Coco18Name, 'neck'> & JointName): Vec3 => joints[name];
  return COCO18_NAMES.map((name) =>
    name === 'neck' ? between(joints.leftShoulder, joints.rightShoulder, 0.5) : named(name),
  );
}

/** Degrees by which the face is turned from the camera: 0 looks into it, + to image right, 180 away. */
export function faceTurn(pose: SolvedPose, camera: PoseCamera): number {
  const [x, , z] = apply(camera.rotation, column(pose.frames.head, 2));
  return (Math.atan2(x, z) * 180) / Math.PI;
}

/** Points of the face that a head turned by `degrees` hides. */
function hiddenByHead(degrees: number): Set<Coco18Name> {
  const turned = Math.abs(degrees);
  const [farEye, farEar]: [Coco18Name, Coco18Name] =
    degrees > 0 ? ['leftEye', 'leftEar'] : ['rightEye', 'rightEar'];
  if (turned < 30) return new Set();
  if (turned < 75) return new Set([farEar]);
  if (turned < 105) return new Set([farEar, farEye]);
  const back: Coco18Name[] = ['nose', 'leftEye', 'rightEye'];
  return new Set(turned < 140 ? [...back, farEar] : back);
}

/**
 * The skeleton of a pose as its camera sees it: 18 keypoints in COCO order, in pixels of the camera's canvas.
 * Null is a point the head hides or the canvas does not show.
 */
export function projectCoco18(pose: SolvedPose, camera: PoseCamera): (Keypoint | null)[] {
  const hidden = hiddenByHead(faceTurn(pose, camera));
  return coco18Points(pose).map((point, index) => {
    const name = COCO18_NAMES[index];
    if ((name && hidden.has(name)) || pose.hidden?.includes(index)) return null;
    const { x, y } = projectPoint(camera, point);
    const isInside = x >= 0 && y >= 0 && x < camera.widthPx && y < camera.heightPx;
    return isInside ? { x, y } : null;
  });
}
