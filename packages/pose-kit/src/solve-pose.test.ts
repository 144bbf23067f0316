import { describe, expect, test } from 'bun:test';
import { Fault } from '@lumiku/contract';
import fc from 'fast-check';
import { anyPoseSpec } from './any-pose-spec.ts';
import { apply, column, multiply, transpose } from './mat3.ts';
import { mirrorPose } from './mirror-pose.ts';
import { type ArmSpec, PoseSpec } from './pose-spec.ts';
import { RIGS } from './rig.ts';
import { solveAnatomy, solvePose } from './solve-pose.ts';
import { FRAME_NAMES, JOINT_NAMES, type JointName, type Mat3, type Vec3 } from './solved-pose.ts';
import { between, cross, degreesBetween, distance, dot, scale, subtract, unit } from './vec3.ts';

const anyRig = fc.constantFrom(RIGS.female, RIGS.male, RIGS.neutral);
const hanging = { free: { out: 8, forward: 2, inward: 10, bend: 12 } };

function standing(arms: { left: unknown; right: unknown } = { left: hanging, right: hanging }) {
  return PoseSpec.parse({
    pelvis: {},
    chest: {},
    head: {},
    weight: 0.5,
    kneeBend: 4,
    legs: { left: { at: [0.06, 0] }, right: { at: [-0.06, 0] } },
    arms,
    support: 'none',
  });
}

function mirrored(name: JointName): JointName {
  const swapped = name.replace(/^(left|right)/, (side) => (side === 'left' ? 'right' : 'left'));
  return JOINT_NAMES.find((known) => known === swapped) ?? name;
}

describe('solvePose', () => {
  test('keeps every limb at exactly the length of the rig', () => {
    fc.assert(
      fc.property(anyPoseSpec, anyRig, (spec, rig) => {
        const { joints } = solvePose(spec, rig);
        const lengths: [JointName, JointName, number][] = [
          ['leftShoulder', 'leftElbow', rig.upperArm],
          ['rightShoulder', 'rightElbow', rig.upperArm],
          ['leftElbow', 'leftWrist', rig.forearm],
          ['rightElbow', 'rightWrist', rig.forearm],
          ['leftHip', 'leftKnee', rig.thigh],
          ['rightHip', 'rightKnee', rig.thigh],
          ['leftKnee', 'leftAnkle', rig.shank],
          ['rightKnee', 'rightAnkle', rig.shank],
          ['leftHip', 'rightHip', 2 * rig.hipHalfWidth],
        ];
        for (const [a, b, length] of lengths) {
          expect(distance(joints[a], joints[b])).toBeCloseTo(length, 9);
        }
      }),
    );
  });

  test('fills every joint with numbers and every frame with a right-handed rotation', () => {
    fc.assert(
      fc.property(anyPoseSpec, anyRig, (spec, rig) => {
        const pose = solvePose(spec, rig);
        for (const name of JOINT_NAMES) {
          expect(pose.joints[name].every(Number.isFinite)).toBe(true);
        }
        for (const name of FRAME_NAMES) {
          const frame = pose.frames[name];
          const product = multiply(frame, transpose(frame));
          const identity = [1, 0, 0, 0, 1, 0, 0, 0, 1];
          product.forEach((value, index) => {
            expect(value).toBeCloseTo(identity[index] ?? 0, 9);
          });
          const handed = dot(cross(column(frame, 0), column(frame, 1)), column(frame, 2));
          expect(handed).toBeCloseTo(1, 9);
        }
      }),
    );
  });

  test('solves a mirrored pose to the mirror image of the pose', () => {
    fc.assert(
      fc.property(anyPoseSpec, anyRig, (spec, rig) => {
        const plain = solvePose(spec, rig);
        const image = solvePose(mirrorPose(spec), rig);
        for (const name of JOINT_NAMES) {
          const [x, y, z] = plain.joints[name];
          const other = image.joints[mirrored(name)];
          expect(other[0]).toBeCloseTo(-x, 9);
          expect(other[1]).toBeCloseTo(y, 9);
          expect(other[2]).toBeCloseTo(z, 9);
        }
        const flip = (v: Vec3): Vec3 => [-v[0], v[1], v[2]];
        const same = (a: Mat3, b: Mat3) => {
          expect(distance(column(a, 2), flip(column(b, 2)))).toBeLessThan(1e-9);
          expect(distance(column(a, 1), flip(column(b, 1)))).toBeLessThan(1e-9);
        };
        same(image.frames.leftHand, plain.frames.rightHand);
        same(image.frames.head, plain.frames.head);
        same(image.frames.rightFoot, plain.frames.leftFoot);
      }),
    );
  });

  test('gives a pose back after mirroring it twice', () => {
    fc.assert(
      fc.property(anyPoseSpec, (spec) => {
        const twice = mirrorPose(mirrorPose(spec));
        expect(twice.arms).toEqual(spec.arms);
        expect(twice.weight).toBeCloseTo(spec.weight, 12);
        expect(twice.pelvis).toEqual(spec.pelvis);
      }),
    );
  });

  test('keeps planted feet on the floor: flat ones level, raised heels on their toes', () => {
    fc.assert(
      fc.property(anyPoseSpec, anyRig, (spec, rig) => {
        const { legs } = solveAnatomy(spec, rig);
        for (const leg of [legs.left, legs.right]) {
          if (leg.contact === 'free' || leg.missedBy > 1e-9) continue;
          expect(leg.toe[1]).toBeCloseTo(0.014, 6);
          if (leg.contact === 'flat') expect(leg.ankle[1]).toBeCloseTo(rig.ankleHeight, 9);
        }
      }),
    );
  });

  test('stands an upright body exactly one stature tall', () => {
    for (const rig of [RIGS.female, RIGS.male, RIGS.neutral]) {
      const { joints } = solvePose(standing(), rig);
      expect(joints.headTop[1]).toBeGreaterThan(0.997);
      expect(joints.headTop[1]).toBeLessThanOrEqual(1);
    }
  });

  test('brings a touching wrist to its place on the moved body', () => {
    const spec = standing({ left: { touch: 'hip' }, right: { touch: 'hip' } });
    const moved = { ...spec, pelvis: { ...spec.pelvis, yaw: 30, roll: -6 } };
    const { joints, frames } = solvePose(moved, RIGS.female);
    const local = apply(transpose(frames.pelvis), subtract(joints.leftWrist, joints.pelvis));
    expect(distance(local, [0.114, 0.08, 0.005])).toBeLessThan(1e-6);
  });

  test('bends knees forward and elbows backward, as people do', () => {
    const spec = standing({ left: { touch: 'pocket' }, right: hanging });
    const crouched = { ...spec, pelvis: { ...spec.pelvis, y: 0.4 } };
    const { joints } = solvePose(crouched, RIGS.male);
    for (const side of ['left', 'right'] as const) {
      const legLine = between(joints[`${side}Hip`], joints[`${side}Ankle`], 0.5);
      expect(joints[`${side}Knee`][2]).toBeGreaterThan(legLine[2]);
      const armLine = between(joints[`${side}Shoulder`], joints[`${side}Wrist`], 0.5);
      expect(joints[`${side}Elbow`][2]).toBeLessThan(armLine[2]);
    }
  });

  test('turns hands as hanging arms do: back outward, thumb forward', () => {
    const { frames } = solvePose(standing(), RIGS.neutral);
    expect(column(frames.leftHand, 2)[0]).toBeGreaterThan(0.7);
    expect(column(frames.rightHand, 2)[0]).toBeLessThan(-0.7);
    expect(column(frames.leftHand, 0)[2]).toBeLessThan(-0.7);
    expect(column(frames.leftHand, 1)[1]).toBeGreaterThan(0.9);
  });

  test('lays the fingers of a hand on the hip along the body, never through it', () => {
    const spec = standing({ left: { touch: 'hip' }, right: { touch: 'hip' } });
    const { joints, frames } = solvePose(spec, RIGS.neutral);
    const fingers = scale(column(frames.leftHand, 1), -1);
    expect(joints.leftHand[0]).toBeGreaterThan(0.085);
    expect(fingers[0]).toBeGreaterThan(-0.5);
    expect(degreesBetween(column(frames.leftHand, 2), [1, 0, 0])).toBeLessThan(40);
  });

  test('never bends a wrist further than a wrist bends', () => {
    fc.assert(
      fc.property(anyPoseSpec, anyRig, (spec, rig) => {
        const { joints, frames } = solvePose(spec, rig);
        const forearm = unit(subtract(joints.leftWrist, joints.leftElbow));
        const fingers = scale(column(frames.leftHand, 1), -1);
        expect(degreesBetween(forearm, fingers)).toBeLessThan(65.001);
      }),
    );
  });

  test('lets one arm hold the other wherever that one is', () => {
    const held: ArmSpec = { ...standing().arms.left };
    const spec = standing({ left: held, right: { touch: 'cuff' } });
    const near = solvePose(spec, RIGS.neutral);
    expect(distance(near.joints.rightWrist, near.joints.leftWrist)).toBeLessThan(0.3);
  });

  test('refuses arms that hold each other with a sentence that says what to change', () => {
    const spec = standing({ left: { touch: 'cuff' }, right: { touch: 'cuff' } });
    expect(() => solvePose(spec, RIGS.neutral)).toThrow(Fault);
  });
});
