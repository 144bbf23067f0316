import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { anyPoseSpec } from './any-pose-spec.ts';
import { readAnatomy } from './read-anatomy.ts';
import { RIGS } from './rig.ts';
import { SIDES } from './side.ts';
import { solveAnatomy, solvePose } from './solve-pose.ts';
import { degreesBetween, distance, subtract } from './vec3.ts';

test('joints alone tell the anatomy they were solved from', () => {
  fc.assert(
    fc.property(anyPoseSpec, (spec) => {
      const solved = solveAnatomy(spec, RIGS.neutral);
      const read = readAnatomy(solvePose(spec, RIGS.neutral));
      expect(distance(read.trunk.shoulderMiddle, solved.trunk.shoulderMiddle)).toBeLessThan(1e-9);
      for (const side of SIDES) {
        const [was, is] = [solved.arms[side], read.arms[side]];
        const bend = degreesBetween(
          subtract(was.elbow, was.shoulder),
          subtract(was.wrist, was.elbow),
        );
        expect(is.wristBend).toBeCloseTo(was.wristBend, 6);
        // A straight arm does not say where its elbow points, and so not how far the forearm is turned.
        if (bend > 12) expect(is.pronation).toBeCloseTo(was.pronation, 4);
        if (bend > 12) {
          for (let at = 0; at < 9; at += 1) {
            expect(is.upperArm[at] ?? 9).toBeCloseTo(was.upperArm[at] ?? 0, 5);
          }
        }
      }
    }),
  );
});
