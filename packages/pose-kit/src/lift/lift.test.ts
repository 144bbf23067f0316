import { describe, expect, test } from 'bun:test';
import fc from 'fast-check';
import { anyPoseSpec } from '../any-pose-spec.ts';
import { poseCamera } from '../camera.ts';
import { projectCoco18 } from '../coco18.ts';
import { apply, rotationY } from '../mat3.ts';
import { mirrorPose } from '../mirror-pose.ts';
import { mirrorSolvedPose } from '../mirror-solved.ts';
import { RIGS } from '../rig.ts';
import { createViewSearch } from '../search/find-views.ts';
import { solvePose } from '../solve-pose.ts';
import { JOINT_NAMES, type SolvedPose, type Vec3 } from '../solved-pose.ts';
import { distance, subtract } from '../vec3.ts';
import { liftSkeleton } from './lift-skeleton.ts';
import { BODY_POINTS, type BodyPoint, poseFromPoints } from './pose-from-points.ts';

const rig = RIGS.neutral;

function seenFrom(solved: SolvedPose, yaw: number): Record<BodyPoint, Vec3> {
  const view = rotationY(yaw);
  return Object.fromEntries(
    BODY_POINTS.map((name) => [name, apply(view, solved.joints[name])]),
  ) as Record<BodyPoint, Vec3>;
}

/** Mean distance of the body's points after putting the hips in one place. */
function meanShift(a: SolvedPose, yawA: number, b: SolvedPose, yawB: number): number {
  const [left, right] = [seenFrom(a, yawA), seenFrom(b, yawB)];
  const [hipsA, hipsB] = [
    apply(rotationY(yawA), a.joints.pelvis),
    apply(rotationY(yawB), b.joints.pelvis),
  ];
  const shifts = BODY_POINTS.map((name) =>
    distance(subtract(left[name], hipsA), subtract(right[name], hipsB)),
  );
  return shifts.reduce((sum, shift) => sum + shift, 0) / shifts.length;
}

describe('a pose put together from joints', () => {
  test('is the pose the joints were taken from, whichever side they were seen from', () => {
    fc.assert(
      fc.property(anyPoseSpec, fc.integer({ min: -170, max: 170 }), (spec, yaw) => {
        const solved = solvePose(spec, rig);
        const lifted = poseFromPoints({ body: seenFrom(solved, yaw) }, rig);
        expect(meanShift(solved, yaw, lifted.solved, lifted.yaw)).toBeLessThan(0.05);
      }),
    );
  });

  test('has the lengths of the rig and its lowest part on the floor', () => {
    fc.assert(
      fc.property(anyPoseSpec, (spec) => {
        const { joints } = poseFromPoints({ body: seenFrom(solvePose(spec, rig), 30) }, rig).solved;
        expect(distance(joints.leftElbow, joints.leftWrist)).toBeCloseTo(rig.forearm, 4);
        expect(distance(joints.rightKnee, joints.rightAnkle)).toBeCloseTo(rig.shank, 4);
        const lowest = Math.min(joints.leftAnkle[1], joints.rightAnkle[1]);
        expect(lowest).toBeGreaterThan(rig.ankleHeight - 1e-6);
        expect(lowest).toBeLessThan(rig.ankleHeight + 0.4);
      }),
    );
  });
});

describe('a flat skeleton', () => {
  const size = { widthPx: 768, heightPx: 1024 };

  test('gets back the depth of its pose when that pose is the prior', () => {
    const anyView = fc.tuple(anyPoseSpec, fc.integer({ min: -60, max: 60 }));
    // A lens makes near limbs longer, so some of a thousand are off by more: the share is held, not each one.
    const shifts = fc
      .sample(anyView, { seed: 3, numRuns: 1_000 })
      .map(([spec, yaw]) => {
        const solved = solvePose(spec, rig);
        const camera = poseCamera({ solved, yaw, pitch: 0, framing: 'full', ...size });
        const skeleton = projectCoco18(solved, camera);
        const lifted = liftSkeleton(skeleton, { solved, yaw }, rig);
        return meanShift(solved, yaw, lifted.solved, lifted.yaw);
      })
      .sort((a, b) => a - b);
    expect(shifts[500]).toBeLessThan(0.035);
    expect(shifts[990]).toBeLessThan(0.075);
    expect(shifts[999]).toBeLessThan(0.15);
  });

  test('with arms only is filled up and still a whole body', () => {
    const solved = solvePose(fc.sample(anyPoseSpec, { seed: 5, numRuns: 1 })[0] as never, rig);
    const camera = poseCamera({ solved, yaw: 0, pitch: 0, framing: 'full', ...size });
    const skeleton = projectCoco18(solved, camera).map((point, index) =>
      index < 8 ? point : null,
    );
    const lifted = liftSkeleton(skeleton, { solved, yaw: 0 }, rig);
    expect(meanShift(solved, 0, lifted.solved, lifted.yaw)).toBeLessThan(0.15);
  });

  test('finds its pose again among others, from any side and mirrored', () => {
    const specs = fc.sample(anyPoseSpec, { seed: 11, numRuns: 60 });
    const poses = specs.map((spec) => solvePose(spec, rig));
    const search = createViewSearch(poses.map((solved) => ({ solved, yaw: 0 })));
    let found = 0;
    for (const [index, spec] of specs.entries()) {
      const isMirrored = index % 2 === 1;
      const solved = isMirrored ? solvePose(mirrorPose(spec), rig) : solvePose(spec, rig);
      const yaw = (index % 7) * 15 - 45;
      const camera = poseCamera({ solved, yaw, pitch: 4, framing: 'full', ...size });
      const [first] = search.nearest(projectCoco18(solved, camera), 1);
      if (first?.index === index && first.mirror === isMirrored) found++;
    }
    expect(found).toBeGreaterThanOrEqual(54);
    expect(search.nearest(Array(18).fill(null), 5)).toEqual([]);
  });
});

test('mirroring a worked-out pose is working out the mirrored pose', () => {
  fc.assert(
    fc.property(anyPoseSpec, (spec) => {
      const mirrored = mirrorSolvedPose(solvePose(spec, rig));
      const expected = solvePose(mirrorPose(spec), rig);
      for (const name of JOINT_NAMES) {
        expect(distance(mirrored.joints[name], expected.joints[name])).toBeLessThan(1e-6);
      }
      for (const [at, value] of mirrored.frames.leftHand.entries()) {
        expect(value).toBeCloseTo(expected.frames.leftHand[at] ?? 9, 6);
      }
    }),
  );
});
