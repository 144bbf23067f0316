import { COCO18_NAMES, type Coco18Name } from '../coco18.ts';
import type { Rig } from '../rig.ts';
import type { SolvedPose, Vec3 } from '../solved-pose.ts';
import { between, scale, subtract, unit } from '../vec3.ts';

export type BoneEnd = Coco18Name | 'hips';
export interface Bone {
  readonly from: BoneEnd;
  readonly to: BoneEnd;
  /** What the eye compares: arms most, the head least. */
  readonly weight: number;
  readonly length: (rig: Rig) => number;
}

const arm = (side: 'left' | 'right'): Bone[] => [
  { from: `${side}Shoulder`, to: `${side}Elbow`, weight: 1.2, length: (rig) => rig.upperArm },
  { from: `${side}Elbow`, to: `${side}Wrist`, weight: 1.2, length: (rig) => rig.forearm },
];
const leg = (side: 'left' | 'right'): Bone[] => [
  { from: `${side}Hip`, to: `${side}Knee`, weight: 1.2, length: (rig) => rig.thigh },
  { from: `${side}Knee`, to: `${side}Ankle`, weight: 1, length: (rig) => rig.shank },
];

/** Bones of a skeleton that is looked up, right and left ones in pairs so that they can be exchanged. */
export const BONES: readonly Bone[] = [
  { from: 'neck', to: 'nose', weight: 0.5, length: () => 0.142 },
  { from: 'hips', to: 'neck', weight: 1, length: (rig) => rig.trunk },
  {
    from: 'rightShoulder',
    to: 'leftShoulder',
    weight: 0.9,
    length: (rig) => 2 * rig.shoulderHalfWidth,
  },
  { from: 'rightHip', to: 'leftHip', weight: 0.6, length: (rig) => 2 * rig.hipHalfWidth },
  ...arm('right'),
  ...leg('right'),
  ...arm('left'),
  ...leg('left'),
];
/** Bones before this one lie in the middle; the right ones follow, then as many left ones. */
const PAIRED_FROM = 4;
const PAIRED = (BONES.length - PAIRED_FROM) / 2;

/** The bone that takes the place of bone `index` when left and right are exchanged. */
export function mirroredBone(index: number): number {
  if (index < PAIRED_FROM) return index;
  return index < PAIRED_FROM + PAIRED ? index + PAIRED : index - PAIRED;
}

/** Bones across the body point the other way once left and right are exchanged. */
export function isAcross(index: number): boolean {
  return index === 2 || index === 3;
}

/** A place of a skeleton: one of its keypoints, or the middle of two of them. */
export function placeOf<Point>(
  points: readonly (Point | null)[],
  end: BoneEnd,
  middle: (a: Point, b: Point) => Point,
): Point | null {
  const at = (name: Coco18Name): Point | null => points[COCO18_NAMES.indexOf(name)] ?? null;
  const halfway = (a: Point | null, b: Point | null) => (a && b ? middle(a, b) : null);
  if (end === 'hips') return halfway(at('rightHip'), at('leftHip'));
  if (end === 'neck') return at('neck') ?? halfway(at('rightShoulder'), at('leftShoulder'));
  return at(end);
}

/** Unit directions of the bones of a pose in its own space. */
export function boneDirections(pose: SolvedPose): Vec3[] {
  const { joints } = pose;
  const place = (end: BoneEnd): Vec3 => {
    if (end === 'hips') return between(joints.leftHip, joints.rightHip, 0.5);
    if (end === 'neck') return between(joints.leftShoulder, joints.rightShoulder, 0.5);
    return joints[end];
  };
  return BONES.map(({ from, to }) => unit(subtract(place(to), place(from))));
}

/** The same bones once left and right are exchanged. */
export function mirroredDirections(directions: readonly Vec3[]): Vec3[] {
  return directions.map((_, index) => {
    const [x, y, z] = directions[mirroredBone(index)] ?? [0, 0, 0];
    return scale([-x, y, z], isAcross(index) ? -1 : 1);
  });
}
