import { expect, test } from 'bun:test';
import { JOINT_NAMES, type JointName, RIGS, type SolvedPose, solvePose } from '@lumiku/pose-kit';
import { anyPoseSpec } from '@lumiku/pose-kit/testing';
import { degreesBetween, distance, subtract } from '@lumiku/pose-kit/vec3';
import fc from 'fast-check';
import { poseOf } from './pose-of.ts';
import { puppetOf } from './puppet-of.ts';

/** Statures. Joints are rounded to a millionth; a limb that is all but straight turns that into many times as much. */
const NEAR = 1e-5;
/** A limb this straight, in degrees, does not say where it bends and is bent as limbs do: its end moves by less than SEEN. */
const STRAIGHT = 0.5;
const SEEN = 0.003;

/** How near a joint has to be: what hangs at the end of a straight limb may move, by less than anybody sees. */
function nearOf({ joints }: SolvedPose, name: JointName): number {
  const side = (['left', 'right'] as const).find((one) => name.startsWith(one));
  const limb = /Wrist|Hand/.test(name)
    ? (['Shoulder', 'Elbow', 'Wrist'] as const)
    : (['Hip', 'Knee', 'Ankle'] as const);
  if (!side || !/Wrist|Hand|Ankle|Toe/.test(name)) return NEAR;
  const [root, middle, end] = limb.map((part) => joints[`${side}${part}`]);
  if (!root || !middle || !end) return NEAR;
  const bend = degreesBetween(subtract(middle, root), subtract(end, middle));
  return bend < STRAIGHT ? SEEN : NEAR;
}

test('a pose read into turns and worked out again has every joint and frame where it was', () => {
  fc.assert(
    fc.property(anyPoseSpec, (spec) => {
      const pose = solvePose(spec, RIGS.female);
      const again = poseOf(puppetOf(pose));
      for (const name of JOINT_NAMES) {
        expect(distance(pose.joints[name], again.joints[name])).toBeLessThan(nearOf(pose, name));
      }
      for (const [name, frame] of Object.entries(pose.frames)) {
        const other: readonly number[] =
          Object.entries(again.frames).find(([is]) => is === name)?.[1] ?? [];
        for (const [at, value] of frame.entries()) expect(other[at] ?? 9).toBeCloseTo(value, 3);
      }
    }),
  );
});
