import { expect, test } from 'bun:test';
import { Fault } from '@lumiku/contract';
import fc from 'fast-check';
import type { Keypoint } from './coco18.ts';
import { COCO18_FROM, COCO18_MIRRORED, toCoco18 } from './keypoint-maps.ts';
import { toOpenposeJson } from './openpose-json.ts';
import { parseOpenposeJson } from './parse-openpose.ts';

const canvas = { widthPx: 768, heightPx: 1024 };
const pixel = (most: number) => fc.integer({ min: 200, max: most * 100 }).map((n) => n / 100);
const anyPoints = fc
  .array(fc.option(fc.record({ x: pixel(767), y: pixel(1023) })), { minLength: 18, maxLength: 18 })
  .filter((points) => points.filter((point) => point !== null).length >= 6);

function flat(points: readonly (Keypoint | null)[], confidence = 1): number[] {
  return points.flatMap((point) => (point ? [point.x, point.y, confidence] : [0, 0, 0]));
}

function faultOf(input: unknown): Fault {
  try {
    parseOpenposeJson(input);
  } catch (error) {
    if (error instanceof Fault) return error;
  }
  throw new Error('nothing was refused');
}

const points: Keypoint[] = Array.from({ length: 18 }, (_, i) => ({ x: 100 + i, y: 200 + i }));

test('gives the same pose back after writing and reading it', () => {
  fc.assert(
    fc.property(anyPoints, (keypoints) => {
      const text = JSON.stringify(toOpenposeJson({ keypoints, ...canvas }));
      expect(parseOpenposeJson(JSON.parse(text))).toEqual({ keypoints, ...canvas });
    }),
  );
});

test('writes confidence 1 or 0 only, because importers drop everything below 1', () => {
  const [person] = toOpenposeJson({ keypoints: [null, ...points.slice(1)], ...canvas }).people;
  const confidences = person?.pose_keypoints_2d.filter((_, index) => index % 3 === 2);
  expect(new Set(confidences)).toEqual(new Set([0, 1]));
});

test('reads a frame wrapped in a list', () => {
  const file = [{ people: [{ pose_keypoints_2d: flat(points) }], canvas_width: 512 }];
  expect(parseOpenposeJson(file).widthPx).toBe(512);
  expect(parseOpenposeJson(file).keypoints).toEqual(points);
});

test('reads low confidences, since detectors write them', () => {
  const file = { people: [{ pose_keypoints_2d: flat(points, 0.3) }] };
  expect(parseOpenposeJson(file).keypoints).toEqual(points);
});

test('reads shares of the canvas as shares', () => {
  const shares = points.map(({ x, y }) => ({ x: x / 768, y: y / 1024 }));
  const { keypoints } = parseOpenposeJson({ people: [{ pose_keypoints_2d: flat(shares) }] });
  expect(keypoints[4]?.x).toBeCloseTo(104, 6);
  expect(keypoints[4]?.y).toBeCloseTo(204, 6);
});

test('reads BODY_25 without its middle hip and feet', () => {
  const body25 = Array.from({ length: 25 }, (_, i) => ({ x: 100 + i, y: 300 }));
  const { keypoints } = parseOpenposeJson({ people: [{ pose_keypoints_2d: flat(body25) }] });
  expect(keypoints.map((point) => (point?.x ?? 0) - 100)).toEqual([...COCO18_FROM.body25]);
});

test('refuses what is no number and says where', () => {
  const numbers: unknown[] = flat(points);
  numbers[7] = Number.NaN;
  const fault = faultOf({ people: [{ pose_keypoints_2d: numbers }] });
  expect(fault.code).toBe('POSE_OPENPOSE_INVALID');
  expect(fault.issues?.[0]?.path).toBe('people.0.pose_keypoints_2d.7');
});

test('refuses several people, several frames, nobody, wrong counts and near-empty skeletons', () => {
  const person = { pose_keypoints_2d: flat(points) };
  expect(faultOf({ people: [person, person] }).message).toContain('2 people');
  expect(faultOf([{ people: [person] }, { people: [person] }]).message).toContain('2 frames');
  expect(faultOf({ people: [] }).issues?.[0]?.path).toBe('people');
  expect(faultOf({ people: [{ pose_keypoints_2d: [1, 2, 1] }] }).message).toContain('3 numbers');
  const empty = { pose_keypoints_2d: flat(points.map((point, i) => (i < 3 ? point : null))) };
  expect(faultOf({ people: [empty] }).message).toContain('Too few');
  for (const junk of [null, 7, 'pose', {}, []]) expect(faultOf(junk).status).toBe(422);
});

test('puts the neck between the shoulders for lists that have none', () => {
  const coco17 = Array.from({ length: 17 }, (_, i) => ({ x: 10 * i, y: i }));
  expect(toCoco18('coco17', coco17)[1]).toEqual({ x: 55, y: 5.5 });
});

test('exchanges left and right in a way that undoes itself', () => {
  expect(COCO18_MIRRORED.map((index) => COCO18_MIRRORED[index])).toEqual([...Array(18).keys()]);
});

test('of several people the one asked for is read', () => {
  const people = [points, points.map(({ x, y }) => ({ x: x + 300, y }))].map((person) => ({
    pose_keypoints_2d: flat(person),
  }));
  expect(parseOpenposeJson({ people }, { person: 1 }).keypoints[0]?.x).toBe(400);
  expect(() => parseOpenposeJson({ people }, { person: 2 })).toThrow('no person 2');
});

test('shares with a point outside the canvas are still shares', () => {
  const shares = points.map(({ x, y }) => ({ x: x / 768, y: y / 1024 }));
  shares[10] = { x: 0.4, y: 1.12 };
  const { keypoints } = parseOpenposeJson({ people: [{ pose_keypoints_2d: flat(shares) }] });
  expect(keypoints[10]?.y).toBeCloseTo(1147, 0);
});

test('refuses pixels and shares in one skeleton, and says which points are which', () => {
  const mixed = points.map((point, i) => (i < 3 ? { x: 0.2, y: 0.3 } : point));
  const fault = faultOf({ people: [{ pose_keypoints_2d: flat(mixed) }] });
  expect(fault.message).toContain('nose, neck, rightShoulder');
});

test('refuses a file of hands alone and text that is no JSON, in plain words', () => {
  const hands = { pose_keypoints_2d: [], hand_left_keypoints_2d: Array(63).fill(5) };
  expect(faultOf({ people: [hands] }).message).toContain('only hands');
  expect(faultOf({ people: [{ hand_left_keypoints_2d: Array(63).fill(5) }] }).message).toContain(
    'only hands',
  );
  expect(faultOf('{"people":[{"pose_keypoints_2d":[NaN]}]}').message).toContain('JSON');
});

test('reads a file given as text', () => {
  const text = JSON.stringify({ people: [{ pose_keypoints_2d: flat(points) }] });
  expect(parseOpenposeJson(text).keypoints).toEqual(points);
});
