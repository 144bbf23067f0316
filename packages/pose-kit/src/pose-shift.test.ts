import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { anyPoseSpec } from './any-pose-spec.ts';
import { mirrorPose } from './mirror-pose.ts';
import { DISTINCT_POSE_SHIFT, poseShape, poseShift } from './pose-shift.ts';
import { PoseSpec } from './pose-spec.ts';
import { RIGS } from './rig.ts';
import { solvePose } from './solve-pose.ts';
import type { SolvedPose } from './solved-pose.ts';

const rest = { free: { out: 8, forward: 2, inward: 10, bend: 12 } };

function standing(change: object = {}): SolvedPose {
  const spec = PoseSpec.parse({
    pelvis: {},
    chest: {},
    head: {},
    weight: 0.5,
    kneeBend: 4,
    legs: { left: { at: [0.06, 0] }, right: { at: [-0.06, 0] } },
    arms: { left: rest, right: rest },
    support: 'none',
    ...change,
  });
  return solvePose(spec, RIGS.neutral);
}

function shiftOf(a: SolvedPose, b: SolvedPose): number {
  return poseShift(poseShape(a), poseShape(b));
}

function turnedAbout(pose: SolvedPose, degrees: number): SolvedPose {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const joints = Object.entries(pose.joints).map(([name, [x, y, z]]) => [
    name,
    [c * x + s * z + 3, y + 1, c * z - s * x - 2],
  ]);
  return { ...pose, joints: { ...pose.joints, ...Object.fromEntries(joints) } };
}

test('is nothing between a pose and the same pose turned, moved or mirrored', () => {
  fc.assert(
    fc.property(anyPoseSpec, fc.integer({ min: -180, max: 180 }), (spec, degrees) => {
      const pose = solvePose(spec, RIGS.female);
      expect(shiftOf(pose, turnedAbout(pose, degrees))).toBeLessThan(1e-6);
      expect(shiftOf(pose, solvePose(mirrorPose(spec), RIGS.female))).toBeLessThan(1e-6);
    }),
  );
});

test('is the same both ways round', () => {
  fc.assert(
    fc.property(anyPoseSpec, anyPoseSpec, (one, other) => {
      const [a, b] = [solvePose(one, RIGS.male), solvePose(other, RIGS.male)];
      expect(Math.abs(shiftOf(a, b) - shiftOf(b, a))).toBeLessThan(0.01);
    }),
  );
});

test('never calls poses near that are at least as far apart as asked', () => {
  fc.assert(
    fc.property(anyPoseSpec, anyPoseSpec, (one, other) => {
      const [a, b] = [one, other].map((spec) => poseShape(solvePose(spec, RIGS.neutral)));
      if (!a || !b) throw new Error('Two poses make two shapes.');
      const exact = poseShift(a, b);
      const quick = poseShift(a, b, 0.13);
      if (exact < 0.13) expect(quick).toBeCloseTo(exact, 9);
      else expect(quick).toBeGreaterThanOrEqual(0.13);
    }),
  );
});

test('holds a raised arm for another pose and a slightly wider arm for the same', () => {
  const raised = { free: { out: 160, forward: 5, inward: -50, bend: 15 } };
  const wider = { free: { out: 14, forward: 2, inward: 10, bend: 14 } };
  const plain = standing();
  const armUp = standing({ arms: { left: raised, right: rest } });
  expect(shiftOf(plain, armUp)).toBeGreaterThan(DISTINCT_POSE_SHIFT);
  const little = standing({ arms: { left: wider, right: rest } });
  expect(shiftOf(plain, little)).toBeLessThan(0.05);
});

test('barely tells a man’s body from a woman’s in the same pose', () => {
  fc.assert(
    fc.property(anyPoseSpec, (spec) => {
      const shift = shiftOf(solvePose(spec, RIGS.female), solvePose(spec, RIGS.male));
      expect(shift).toBeLessThan(0.1);
    }),
  );
});
