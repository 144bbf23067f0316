import {
  type DetectedFigure,
  type DetectionProblem,
  type PoseDetection,
  PoseJoints,
} from '@lumiku/contract';
import { COCO18_FROM, poseFromPoints, RIGS } from '@lumiku/pose-kit';
import type { SeenBodies, SeenBody } from '@lumiku/vision';
import { isSeen, pointsOf, SEEN_FROM, showsLegs } from './body-points.ts';

const NECK = 1;
const SHOULDERS = [2, 5] as const;
/** A body turned further than this stands on its head, or its photo does. */
const UPSIDE_DOWN_FROM = 120;
const SURE_FROM = 0.55;

/** Everybody who was seen, as skeletons and as poses the editor opens, with what is odd about the photo. */
export function detectPoses(seen: SeenBodies): PoseDetection {
  const people = seen.bodies.map(figureOf);
  return {
    width: seen.width,
    height: seen.height,
    people,
    problems: problemsOf(people),
  };
}

/** COCO-18 of a body, as fractions of the photo; null where a point is hidden or outside. */
export function keypointsOfBody(body: SeenBody, from = SEEN_FROM): DetectedFigure['keypoints'] {
  const points = COCO18_FROM.mediapipe33.map((landmark): [number, number, number] | null => {
    const point = body.landmarks[landmark];
    if (!point || !isSeen(body, landmark, from)) return null;
    return [round(point.x), round(point.y), round(point.visibility)];
  });
  const [right, left] = [points[SHOULDERS[0]], points[SHOULDERS[1]]];
  points[NECK] =
    right && left
      ? [
          round((right[0] + left[0]) / 2),
          round((right[1] + left[1]) / 2),
          Math.min(right[2], left[2]),
        ]
      : null;
  return points;
}

function figureOf(body: SeenBody): DetectedFigure {
  const keypoints = keypointsOfBody(body);
  const shown = keypoints.filter((point) => point !== null);
  const xs = shown.map(([x]) => x);
  const ys = shown.map(([, y]) => y);
  const [left, top] = [Math.min(1, ...xs), Math.min(1, ...ys)];
  const { solved, yaw } = poseFromPoints(pointsOf(body), RIGS.neutral);
  const meanVisibility =
    shown.reduce((sum, [, , sure]) => sum + sure, 0) / Math.max(1, shown.length);
  const hasLegs = showsLegs(body);
  const score = round(body.score * meanVisibility);
  return {
    keypoints,
    score,
    box: {
      x: left,
      y: top,
      width: round(Math.max(0, Math.max(0, ...xs) - left)),
      height: round(Math.max(0, Math.max(0, ...ys) - top)),
    },
    joints: PoseJoints.parse({
      ...solved,
      camera: { yaw: Math.round(yaw), pitch: 0, framing: hasLegs ? 'full' : 'three_quarter' },
    }),
    problems: problemsOfBody(body, score),
  };
}

function problemsOf(people: readonly DetectedFigure[]): DetectionProblem[] {
  const [largest] = people;
  if (!largest) {
    return [
      {
        code: 'nobody',
        message: 'No person was found in this photo.',
        fix: 'Choose a photo that shows one person from head to toe, with the arms in view.',
      },
    ];
  }
  if (people.length === 1) return largest.problems;
  return [
    {
      code: 'several_people',
      message: `There are ${people.length} people in this photo.`,
      fix: 'Pick the one whose pose you want; the largest comes first.',
    },
    ...largest.problems,
  ];
}

function problemsOfBody(body: SeenBody, score: number): DetectionProblem[] {
  const problems: DetectionProblem[] = [];
  if (Math.abs(body.uprightTurn) > UPSIDE_DOWN_FROM) {
    problems.push({
      code: 'upside_down',
      message: 'The person in this photo is upside down.',
      fix: 'Turn the photo upright and try again, unless it shows a handstand.',
    });
  }
  if (!showsLegs(body)) {
    problems.push({
      code: 'half_body',
      message: 'The legs are not in this photo, so they were guessed.',
      fix: 'Choose a photo from head to toe, or set the legs in the editor.',
    });
  }
  if (score < SURE_FROM) {
    problems.push({
      code: 'unsure',
      message: 'The pose in this photo could not be read surely.',
      fix: 'Compare the skeleton with the photo and drag right what is wrong.',
    });
  }
  return problems;
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
