import { type PoseCamera, projectPoint } from '../camera.ts';
import { COCO18_NAMES, type Coco18Name, coco18Points, projectCoco18 } from '../coco18.ts';
import type { SolvedPose } from '../solved-pose.ts';
import { distance } from '../vec3.ts';

/** A keypoint someone found in a picture; pixels from the top left corner. */
export interface DetectedPoint {
  readonly x: number;
  readonly y: number;
  /** How sure the detector is, 0 to 1. */
  readonly confidence: number;
}

/** One person in a picture: COCO-18 order, null where nothing was found. */
export type DetectedPerson = readonly (DetectedPoint | null)[];

/** A point of a target or of a detection that is good enough to compare. */
export interface ScoredPoint {
  readonly x: number;
  readonly y: number;
}
export type ScoredPoints = readonly (ScoredPoint | null)[];

/** What a picture is scored against: a pose as its camera shows it. */
export interface PoseTarget {
  /** COCO-18, pixels; null where the head hides a point or the canvas does not show it. */
  readonly keypoints: ScoredPoints;
  /** Pixels one stature is long where the figure stands. */
  readonly staturePx: number;
  readonly widthPx: number;
  /** How much of the true distance of two points the camera shows, 0 to 1. */
  readonly shownOf: (from: Coco18Name, to: Coco18Name) => number;
  /** Breadth of the shoulders over the length of the trunk, seen square on. */
  readonly frontalBreadth: number;
}

export function indexOfPoint(name: Coco18Name): number {
  return COCO18_NAMES.indexOf(name);
}

/** The target for pictures that are made from `pose` with `camera`, on the camera's canvas. */
export function poseTarget(pose: SolvedPose, camera: PoseCamera): PoseTarget {
  const world = coco18Points(pose);
  const staturePx = camera.focalPx / camera.eyeDistance;
  const at = (name: Coco18Name) => world[indexOfPoint(name)] ?? pose.joints.pelvis;
  const { joints } = pose;
  return {
    keypoints: projectCoco18(pose, camera),
    staturePx,
    widthPx: camera.widthPx,
    shownOf: (from, to) => {
      const [a, b] = [projectPoint(camera, at(from)), projectPoint(camera, at(to))];
      const trueLength = distance(at(from), at(to)) * staturePx;
      return Math.min(1, Math.hypot(a.x - b.x, a.y - b.y) / Math.max(1e-9, trueLength));
    },
    frontalBreadth:
      distance(joints.leftShoulder, joints.rightShoulder) / distance(at('neck'), joints.pelvis),
  };
}
