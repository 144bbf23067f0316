import { describe, expect, test } from 'bun:test';
import { poseCamera } from '../camera.ts';
import { projectCoco18 } from '../coco18.ts';
import { drawOpenpose } from '../draw-openpose.ts';
import { handChain, handPoints } from '../hand-points.ts';
import { mirrorSolvedPose } from '../mirror-solved.ts';
import { toOpenposeJson } from '../openpose-json.ts';
import { parseOpenposeJson } from '../parse-openpose.ts';
import { PoseSpec, type PoseSpecInput } from '../pose-spec.ts';
import { RIGS } from '../rig.ts';
import { solvePose } from '../solve-pose.ts';
import type { SolvedPose } from '../solved-pose.ts';
import { distance, subtract, unit } from '../vec3.ts';
import { projectHandsAndFace } from './hands-and-face.ts';

const canvas = { widthPx: 512, heightPx: 512 };
const hanging = { free: { out: 25, forward: 3, inward: 10, bend: 14 } };

function posed(arms: PoseSpecInput['arms'] = { left: hanging, right: hanging }): SolvedPose {
  const spec = PoseSpec.parse({
    ...{ pelvis: {}, chest: {}, head: {}, weight: 0.5, kneeBend: 4, support: 'none', arms },
    legs: { left: { at: [0.06, 0] }, right: { at: [-0.06, 0] } },
  });
  return solvePose(spec, RIGS.neutral);
}
function seenFrom(solved: SolvedPose, yaw: number, framing: 'full' | 'half' = 'full') {
  const camera = poseCamera({ solved, yaw, pitch: 0, framing, ...canvas });
  return { camera, ...projectHandsAndFace(solved, camera) };
}
const shown = <Point>(points: readonly (Point | null)[] | null): Point[] =>
  (points ?? []).filter((point) => point !== null);

describe('the 21 points of a hand', () => {
  test('begin at the wrist and lead from the root of each finger to its tip', () => {
    const [wrist, ...fingers] = handChain('left', 'flat', { reach: 0.055 });
    expect(wrist).toEqual([0, 0, 0]);
    expect(fingers).toHaveLength(20);
    for (const finger of [0, 1, 2, 3, 4]) {
      const along = [0, 1, 2, 3].map((part) => -(fingers[4 * finger + part]?.[1] ?? 0));
      expect(along).toEqual(along.toSorted((a, b) => a - b));
    }
    // The subject's left thumb is on the inner side of a hand whose back looks ahead.
    expect(fingers[3]?.[0]).toBeLessThan(fingers[19]?.[0] ?? 0);
  });

  test('of a fist end nearer to the palm than those of a flat hand', () => {
    const reachOf = (shape: 'fist' | 'flat'): number[] => {
      const points = handChain('right', shape, { reach: 0.055 });
      return [8, 12, 16, 20].map((tip) => distance(points[tip] ?? [0, 0, 0], [0, 0, 0]));
    };
    reachOf('fist').forEach((reach, finger) => {
      expect(reach).toBeLessThan(0.65 * (reachOf('flat')[finger] ?? 0));
    });
  });

  test('go on from the forearm of the pose', () => {
    const solved = posed();
    const points = handPoints(solved, 'left');
    expect(points[0]).toEqual(solved.joints.leftWrist);
    const fingers = unit(subtract(points[12] ?? [0, 0, 0], solved.joints.leftWrist));
    const forearm = unit(subtract(solved.joints.leftWrist, solved.joints.leftElbow));
    expect(fingers[1]).toBeLessThan(-0.8);
    expect(forearm[1]).toBeLessThan(-0.8);
  });
});

describe('hands and face before a camera', () => {
  test('a person seen from the front shows both hands and all 70 points of the face, in place', () => {
    const solved = posed();
    const { leftHand, rightHand, face, camera } = seenFrom(solved, 0);
    expect(shown(leftHand)).toHaveLength(21);
    expect(shown(rightHand)).toHaveLength(21);
    expect(shown(face)).toHaveLength(70);
    const body = projectCoco18(solved, camera);
    expect(face?.[68]?.x).toBeCloseTo(body[14]?.x ?? 0, 0);
    expect(face?.[69]?.x).toBeCloseTo(body[15]?.x ?? 0, 0);
    // The subject's right brow is at image left, the chin below the mouth.
    expect(face?.[19]?.x).toBeLessThan(face?.[24]?.x ?? 0);
    expect(face?.[8]?.y).toBeGreaterThan(face?.[57]?.y ?? 512);
    expect(face?.[30]?.y).toBeLessThan(face?.[51]?.y ?? 0);
  });

  test('a head in profile shows the near half of its face, a back no face', () => {
    const near = shown(seenFrom(posed(), 90).face).length;
    expect(near).toBeGreaterThan(25);
    expect(near).toBeLessThan(55);
    expect(seenFrom(posed(), 180).face).toBeNull();
  });

  test('a hand behind the back shows from behind only', () => {
    const solved = posed({ left: hanging, right: { touch: 'low_back' } });
    expect(seenFrom(solved, 0).rightHand).toBeNull();
    expect(shown(seenFrom(solved, 180).rightHand).length).toBeGreaterThan(15);
  });

  test('a hand in a pocket does not show, one on the hip does', () => {
    const solved = posed({ left: { touch: 'hip' }, right: { touch: 'pocket' } });
    expect(seenFrom(solved, 0).rightHand).toBeNull();
    expect(shown(seenFrom(solved, 0).leftHand).length).toBeGreaterThan(15);
  });

  test('what the canvas cuts off and what a person took away is left out', () => {
    const solved = posed();
    expect(seenFrom(solved, 0, 'half').leftHand).toBeNull();
    expect(seenFrom({ ...solved, hidden: [0, 7] }, 0)).toMatchObject({
      ...{ face: null, leftHand: null, rightHand: expect.anything() },
    });
  });

  test('a mirrored pose has its hands exchanged', () => {
    const solved = posed({ left: { touch: 'hip' }, right: { touch: 'low_back' } });
    const mirrored = seenFrom(mirrorSolvedPose(solved), 0);
    expect(mirrored.leftHand).toBeNull();
    expect(mirrored.rightHand?.[8]?.x).toBeCloseTo(
      512 - (seenFrom(solved, 0).leftHand?.[8]?.x ?? 0),
      3,
    );
  });
});

describe('hands and face in a file and in a picture', () => {
  const solved = posed();
  const { camera, ...details } = seenFrom(solved, 0);
  const keypoints = projectCoco18(solved, camera);

  test('are 21 and 70 points of three numbers, and leave the body as it is when read again', () => {
    const file = toOpenposeJson({ keypoints, ...canvas }, details);
    const [person] = file.people;
    expect(person?.hand_left_keypoints_2d).toHaveLength(63);
    expect(person?.hand_right_keypoints_2d).toHaveLength(63);
    expect(person?.face_keypoints_2d).toHaveLength(210);
    const bare = parseOpenposeJson(toOpenposeJson({ keypoints, ...canvas }));
    expect(parseOpenposeJson(JSON.stringify(file))).toEqual(bare);
    expect(toOpenposeJson({ keypoints, ...canvas }).people[0]?.face_keypoints_2d).toBeNull();
  });

  test('are drawn in the colours of the field and as thin where sticks are thick', () => {
    const wrist = details.leftHand?.[0];
    const chin = details.face?.[8];
    const tip = details.rightHand?.[20];
    const drawing = { keypoints, ...canvas, stickScale: 3, details };
    const { pixels } = drawOpenpose(drawing);
    const at = (point: { x: number; y: number } | null | undefined, below = 0): number[] => {
      const from = 3 * ((Math.trunc(point?.y ?? 0) + below) * 512 + Math.trunc(point?.x ?? 0));
      return [...pixels.slice(from, from + 3)];
    };
    expect(at(wrist)).toEqual([0, 0, 255]);
    expect(at(tip)).toEqual([0, 0, 255]);
    expect(at(chin)).toEqual([255, 255, 255]);
    expect(at(chin, 5)).not.toEqual([255, 255, 255]);
    const bare = drawOpenpose({ ...drawing, details: undefined }).pixels;
    expect(Buffer.from(bare).equals(Buffer.from(pixels))).toBe(false);
  });
});
