import { Fault } from '@lumiku/contract';
import { z } from 'zod';
import type { Keypoint } from './coco18.ts';
import { toCoco18 } from './keypoint-maps.ts';

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

const PeopleFile = z.object({
  people: z.array(z.object({ pose_keypoints_2d: z.array(z.number()) })).min(1),
  canvas_width: z.number().positive().optional(),
  canvas_height: z.number().positive().optional(),
});
const FORMATS = { 18: 'coco18', 25: 'body25' } as const;
const POINTS_LEAST = 6;

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

function refuse(path: string, message: string, fix: string): Fault {
  return new Fault({
    code: 'POSE_OPENPOSE_INVALID',
    status: 422,
    message,
    fix,
    issues: [{ path, message }],
  });
}

/**
 * Reads OpenPose JSON from the tools in use: a list of frames with one frame in it, 18 points or BODY_25, pixels or
 * shares of the canvas, any confidence above 0. `fallback` is the canvas where the file names none.
 * @throws Fault POSE_OPENPOSE_INVALID with the path of what is wrong.
 */
export function parseOpenposeJson(
  input: unknown,
  fallback: { widthPx: number; heightPx: number } = { widthPx: 768, heightPx: 1024 },
): CanvasPose {
  const frames = Array.isArray(input) ? input : [input];
  if (frames.length !== 1) {
    throw refuse('', `This file holds ${frames.length} frames.`, 'Save one frame with one person.');
  }
  const parsed = PeopleFile.safeParse(frames[0]);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue?.path.join('.') ?? '';
    throw refuse(
      path,
      `This is not an OpenPose file: ${path || 'it'} is missing or is no list of numbers.`,
      'Export the pose again as OpenPose JSON, with people[0].pose_keypoints_2d.',
    );
  }
  const { people, canvas_width, canvas_height } = parsed.data;
  const [person] = people;
  if (!person || people.length > 1) {
    throw refuse('people', `This file shows ${people.length} people.`, 'Keep one person in it.');
  }
  const numbers = person.pose_keypoints_2d;
  const count = numbers.length / 3;
  if (count !== 18 && count !== 25) {
    throw refuse(
      'people.0.pose_keypoints_2d',
      `This skeleton has ${numbers.length} numbers; 54 (18 points) or 75 (25 points) can be read.`,
      'Export it as COCO-18 or BODY_25, three numbers a point.',
    );
  }
  const widthPx = canvas_width ?? fallback.widthPx;
  const heightPx = canvas_height ?? fallback.heightPx;
  const present = Array.from({ length: count }, (_, index) => {
    const [x = 0, y = 0, confidence = 0] = numbers.slice(3 * index, 3 * index + 3);
    return confidence > 0 && (x !== 0 || y !== 0) ? { x, y } : null;
  });
  const isShare = present.every((point) => !point || (inUnit(point.x) && inUnit(point.y)));
  const pixels = present.map((point) =>
    point && isShare ? { x: point.x * widthPx, y: point.y * heightPx } : point,
  );
  const keypoints = FORMATS[count] === 'body25' ? toCoco18('body25', pixels) : pixels;
  if (keypoints.filter((point) => point !== null).length < POINTS_LEAST) {
    throw refuse(
      'people.0.pose_keypoints_2d',
      'Too few points of this skeleton are known to make a pose of it.',
      `Give at least ${POINTS_LEAST} of the 18 points.`,
    );
  }
  return { keypoints, widthPx, heightPx };
}

function inUnit(value: number): boolean {
  return value >= 0 && value <= 1;
}
