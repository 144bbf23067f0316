import { expect, test } from 'bun:test';
import { JOINT_NAMES, RIGS, solvePose } from '@lumiku/pose-kit';
import { anyPoseSpec } from '@lumiku/pose-kit/testing';
import { distance } from '@lumiku/pose-kit/vec3';
import fc from 'fast-check';
import { poseOf } from './pose-of.ts';
import { puppetOf } from './puppet-of.ts';

/** Statures. Joints are rounded to a millionth; a limb that is all but straight turns that into many times as much. */
const NEAR = 1e-5;

test('a pose read into turns and worked out again has every joint and frame where it was', () => {
  fc.assert(
    fc.property(anyPoseSpec, (spec) => {
      const pose = solvePose(spec, RIGS.female);
      const again = poseOf(puppetOf(pose));
      for (const name of JOINT_NAMES) {
        expect(distance(pose.joints[name], again.joints[name])).toBeLessThan(NEAR);
      }
      for (const [name, frame] of Object.entries(pose.frames)) {
        const other: readonly number[] =
          Object.entries(again.frames).find(([is]) => is === name)?.[1] ?? [];
        for (const [at, value] of frame.entries()) expect(other[at] ?? 9).toBeCloseTo(value, 3);
      }
    }),
  );
});
