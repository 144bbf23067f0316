import type { Keypoint } from './coco18.ts';

/** A skeleton on its canvas: 18 points in COCO order, in pixels; null is missing. */
export interface CanvasPose {
  readonly keypoints: readonly (Keypoint | null)[];
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface OpenposeFile {
  people: {
    pose_keypoints_2d: number[];
    face_keypoints_2d: null;
    hand_left_keypoints_2d: null;
    hand_right_keypoints_2d: null;
  }[];
  canvas_width: number;
  canvas_height: number;
}

/**
 * OpenPose JSON as ControlNet tools read it: pixels with the canvas size, confidence exactly 1 or 0 because their
 * importers drop every point below 1.
 */
export function toOpenposeJson(pose: CanvasPose): OpenposeFile {
  const round = (value: number): number => Math.round(value * 100) / 100;
  return {
    people: [
      {
        pose_keypoints_2d: pose.keypoints.flatMap((point) =>
          point ? [round(point.x), round(point.y), 1] : [0, 0, 0],
        ),
        face_keypoints_2d: null,
        hand_left_keypoints_2d: null,
        hand_right_keypoints_2d: null,
      },
    ],
    canvas_width: pose.widthPx,
    canvas_height: pose.heightPx,
  };
}
