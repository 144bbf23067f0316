import type { Keypoint } from './coco18.ts';
import type { HandsAndFace } from './detail/hands-and-face.ts';

/** A skeleton on its canvas: 18 points in COCO order, in pixels; null is missing. */
export interface CanvasPose {
  readonly keypoints: readonly (Keypoint | null)[];
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface OpenposeFile {
  people: {
    pose_keypoints_2d: number[];
    /** 70 points, or null where the face is not seen or not wanted. */
    face_keypoints_2d: number[] | null;
    /** 21 points, or null. */
    hand_left_keypoints_2d: number[] | null;
    hand_right_keypoints_2d: number[] | null;
  }[];
  canvas_width: number;
  canvas_height: number;
}

/**
 * OpenPose JSON as ControlNet tools read it: pixels with the canvas size, confidence exactly 1 or 0 because their
 * importers drop every point below 1. Hands and face are null unless `details` has them.
 */
export function toOpenposeJson(
  pose: CanvasPose,
  details: Partial<HandsAndFace> = {},
): OpenposeFile {
  return {
    people: [
      {
        pose_keypoints_2d: flat(pose.keypoints),
        face_keypoints_2d: details.face ? flat(details.face) : null,
        hand_left_keypoints_2d: details.leftHand ? flat(details.leftHand) : null,
        hand_right_keypoints_2d: details.rightHand ? flat(details.rightHand) : null,
      },
    ],
    canvas_width: pose.widthPx,
    canvas_height: pose.heightPx,
  };
}

function flat(points: readonly (Keypoint | null)[]): number[] {
  const round = (value: number): number => Math.round(value * 100) / 100;
  return points.flatMap((point) => (point ? [round(point.x), round(point.y), 1] : [0, 0, 0]));
}
