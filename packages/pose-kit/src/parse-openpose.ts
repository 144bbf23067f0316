import { Fault } from '@lumiku/contract';
import { z } from 'zod';
import { COCO18_NAMES, type Keypoint } from './coco18.ts';
import { toCoco18 } from './keypoint-maps.ts';
import type { CanvasPose } from './openpose-json.ts';

/** What to assume of a file, and which of its people is meant. */
export interface OpenposeReading {
  /** The canvas where the file names none. */
  readonly widthPx?: number;
  readonly heightPx?: number;
  /** From 0; needed only for a file with several people. */
  readonly person?: number | undefined;
}

const Points = z.array(z.number()).nullish();
const Person = z.looseObject({
  pose_keypoints_2d: Points,
  hand_left_keypoints_2d: z.unknown().optional(),
  hand_right_keypoints_2d: z.unknown().optional(),
});
const PeopleFile = z.object({
  people: z.array(Person).min(1),
  canvas_width: z.number().positive().optional(),
  canvas_height: z.number().positive().optional(),
});
type PeopleFile = z.infer<typeof PeopleFile>;

const FORMATS = { 18: 'coco18', 25: 'body25' } as const;
const POINTS_LEAST = 6;
const CANVAS = { widthPx: 768, heightPx: 1024 };
const POINTS_PATH = 'pose_keypoints_2d';

/**
 * Reads OpenPose JSON from the tools in use, as text or already parsed: a list of frames with one frame in it, 18
 * points or BODY_25, pixels or shares of the canvas, any confidence above 0.
 * @throws Fault POSE_OPENPOSE_INVALID with the path of what is wrong.
 */
export function parseOpenposeJson(input: unknown, reading: OpenposeReading = {}): CanvasPose {
  const file = peopleFile(typeof input === 'string' ? fromText(input) : input);
  const { numbers, path } = pointsOf(file, reading.person);
  const count = numbers.length / 3;
  if (count !== 18 && count !== 25) {
    throw refuse(
      path,
      `This skeleton has ${numbers.length} numbers; 54 (18 points) or 75 (25 points) can be read.`,
      'Export it as COCO-18 or BODY_25, three numbers a point.',
      { case: 'count', numbers: numbers.length },
    );
  }
  const widthPx = file.canvas_width ?? reading.widthPx ?? CANVAS.widthPx;
  const heightPx = file.canvas_height ?? reading.heightPx ?? CANVAS.heightPx;
  const present = Array.from({ length: count }, (_, index) => {
    const [x = 0, y = 0, confidence = 0] = numbers.slice(3 * index, 3 * index + 3);
    return confidence > 0 && (x !== 0 || y !== 0) ? { x, y } : null;
  });
  const pixels = inPixels(present, { widthPx, heightPx }, path);
  const keypoints = FORMATS[count] === 'body25' ? toCoco18('body25', pixels) : pixels;
  if (keypoints.filter((point) => point !== null).length < POINTS_LEAST) {
    throw refuse(
      path,
      'Too few points of this skeleton are known to make a pose of it.',
      `Give at least ${POINTS_LEAST} of the 18 points.`,
      { case: 'few', least: POINTS_LEAST },
    );
  }
  return { keypoints, widthPx, heightPx };
}

function fromText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw refuse(
      '',
      `This text is not JSON: ${cause instanceof Error ? cause.message : cause}.`,
      'Send the whole file as it was exported; NaN and comments are no JSON.',
      { case: 'text' },
    );
  }
}

function peopleFile(input: unknown): PeopleFile {
  const frames = Array.isArray(input) ? input : [input];
  if (frames.length !== 1) {
    throw refuse(
      '',
      `This file holds ${frames.length} frames.`,
      'Save one frame with one person.',
      {
        case: 'frames',
        frames: frames.length,
      },
    );
  }
  const parsed = PeopleFile.safeParse(frames[0]);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const path = issue?.path.join('.') ?? '';
  throw refuse(
    path,
    `This is not an OpenPose file: ${path || 'it'} is missing or is no list of numbers.`,
    'Export the pose again as OpenPose JSON, with people[0].pose_keypoints_2d.',
    { case: 'file' },
  );
}

/** The points of the one person in the file, or of the one that was asked for. */
function pointsOf({ people }: PeopleFile, wanted: number | undefined) {
  if (wanted === undefined && people.length > 1) {
    throw refuse(
      'people',
      `This file shows ${people.length} people.`,
      'Keep one person in it, or say which one with "person", counted from 0.',
      { case: 'people', people: people.length },
    );
  }
  const index = wanted ?? 0;
  const person = people[index];
  if (!person) {
    throw refuse('people', `There is no person ${index} in this file.`, 'Count them from 0.', {
      case: 'person',
      person: index,
    });
  }
  const path = `people.${index}.${POINTS_PATH}`;
  const numbers = person.pose_keypoints_2d ?? [];
  const hasHands = person.hand_left_keypoints_2d || person.hand_right_keypoints_2d;
  if (numbers.length === 0) {
    throw refuse(
      path,
      hasHands ? 'This skeleton has only hands and no body.' : 'This skeleton has no points.',
      'Export it with the body: pose_keypoints_2d holds its 18 or 25 points.',
      { case: hasHands ? 'hands' : 'empty' },
    );
  }
  return { numbers, path };
}

/** Points of shares may lie a little outside the canvas; points of pixels never all lie within two of its corner. */
function inPixels(
  points: readonly (Keypoint | null)[],
  canvas: typeof CANVAS,
  path: string,
): (Keypoint | null)[] {
  const isShare = (value: number): boolean => value > -1 && value < 2;
  const shares = points.flatMap((point, index) =>
    point && isShare(point.x) && isShare(point.y) ? [index] : [],
  );
  if (shares.length === points.filter(Boolean).length) {
    return points.map(
      (point) => point && { x: point.x * canvas.widthPx, y: point.y * canvas.heightPx },
    );
  }
  if (shares.length === 0) return [...points];
  const names = shares.slice(0, 3).map((index) => COCO18_NAMES[index] ?? `point ${index}`);
  throw refuse(
    path,
    `Some points of this skeleton are shares of the canvas (${names.join(', ')}) and others pixels.`,
    'Give all points in the same unit; a missing point is 0, 0, 0.',
    { case: 'units', points: names.join(', ') },
  );
}

/** @param details which case it is, for the words in Indonesian, and their figures */
function refuse(
  path: string,
  message: string,
  fix: string,
  details: Readonly<Record<string, unknown>> & { case: string },
): Fault {
  return new Fault({
    code: 'POSE_OPENPOSE_INVALID',
    status: 422,
    message,
    fix,
    details,
    issues: [{ path, message }],
  });
}
