import { COCO18_NAMES, type Coco18Name } from '@lumiku/pose-kit';
import type { Skeleton } from './pose-api.ts';

/** What hangs on a point and goes where it goes. */
const CHILDREN: Partial<Record<Coco18Name, readonly Coco18Name[]>> = {
  neck: ['nose', 'rightShoulder', 'leftShoulder'],
  nose: ['rightEye', 'leftEye', 'rightEar', 'leftEar'],
  rightShoulder: ['rightElbow'],
  rightElbow: ['rightWrist'],
  leftShoulder: ['leftElbow'],
  leftElbow: ['leftWrist'],
  rightHip: ['rightKnee'],
  rightKnee: ['rightAnkle'],
  leftHip: ['leftKnee'],
  leftKnee: ['leftAnkle'],
};

/** The joint before each, and how long the limb between them may look, in statures. */
const LENGTHS: Partial<Record<Coco18Name, readonly [from: Coco18Name, most: number]>> = {
  rightElbow: ['rightShoulder', 0.172],
  rightWrist: ['rightElbow', 0.156],
  leftElbow: ['leftShoulder', 0.172],
  leftWrist: ['leftElbow', 0.156],
  rightKnee: ['rightHip', 0.248],
  rightAnkle: ['rightKnee', 0.25],
  leftKnee: ['leftHip', 0.248],
  leftAnkle: ['leftKnee', 0.25],
};

function withChildren(name: Coco18Name): Coco18Name[] {
  return [name, ...(CHILDREN[name] ?? []).flatMap(withChildren)];
}

/**
 * Moves a point and what hangs on it. With a `stature` (in the skeleton's unit) limbs may look shorter, as turned
 * towards the eye, but never longer than they are.
 */
export function movePoint(
  skeleton: Skeleton,
  index: number,
  to: { readonly x: number; readonly y: number },
  stature?: number,
): Skeleton {
  const name = COCO18_NAMES[index];
  const from = skeleton[index];
  if (!name || !from) return skeleton;
  const target = stature === undefined ? to : withinReach(skeleton, name, to, stature);
  const [dx, dy] = [target.x - from.x, target.y - from.y];
  // A photo's points were seen where they are: each is put right by itself.
  const moved = stature === undefined ? [name] : withChildren(name);
  return skeleton.map((point, at) => {
    const own = COCO18_NAMES[at];
    return point && own && moved.includes(own) ? { x: point.x + dx, y: point.y + dy } : point;
  });
}

function withinReach(
  skeleton: Skeleton,
  name: Coco18Name,
  to: { readonly x: number; readonly y: number },
  stature: number,
): { x: number; y: number } {
  const [from, most] = LENGTHS[name] ?? [];
  const root = from && skeleton[COCO18_NAMES.indexOf(from)];
  if (!root || most === undefined) return { ...to };
  const [dx, dy] = [to.x - root.x, to.y - root.y];
  const length = Math.hypot(dx, dy);
  const scale = length > most * stature ? (most * stature) / length : 1;
  return { x: root.x + dx * scale, y: root.y + dy * scale };
}

/** Somebody who stands, 3:4, as fractions of the sheet's height: where a sketch begins. */
export function sketchedStanding(): Skeleton {
  const middle = 0.375;
  const at = (x: number, y: number) => ({ x: middle + x, y });
  return [
    at(0, 0.15),
    at(0, 0.235),
    at(-0.085, 0.235),
    at(-0.115, 0.37),
    at(-0.125, 0.495),
    at(0.085, 0.235),
    at(0.115, 0.37),
    at(0.125, 0.495),
    at(-0.05, 0.475),
    at(-0.052, 0.68),
    at(-0.055, 0.885),
    at(0.05, 0.475),
    at(0.052, 0.68),
    at(0.055, 0.885),
    at(-0.016, 0.135),
    at(0.016, 0.135),
    at(-0.036, 0.142),
    at(0.036, 0.142),
  ];
}

/** Statures of that sketch: what a limb's length is a share of. */
export const SKETCH_STATURE = 0.84;
