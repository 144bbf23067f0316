import { describe, expect, test } from 'bun:test';
import { RIGS, type SolvedPose, solvePose } from '@lumiku/pose-kit';
import { anyPoseSpec } from '@lumiku/pose-kit/testing';
import { add, distance } from '@lumiku/pose-kit/vec3';
import fc from 'fast-check';
import { HANDLES, type Handle, isArm, limbOf, sideOf } from '../puppet/handles.ts';
import { moveJoint } from '../puppet/move-joint.ts';
import { ARM_PRESETS, LEG_PRESETS } from '../puppet/presets.ts';
import { writePose } from '../puppet/write-pose.ts';
import { standingPose } from '../standing-pose.ts';
import { createPoseDocument, gestureWords, type PoseDocument } from './create-pose-document.ts';

const LIMBS = [
  ['leftShoulder', 'leftElbow'],
  ['leftElbow', 'leftWrist'],
  ['rightShoulder', 'rightElbow'],
  ['rightElbow', 'rightWrist'],
  ['leftHip', 'leftKnee'],
  ['leftKnee', 'leftAnkle'],
  ['rightHip', 'rightKnee'],
  ['rightKnee', 'rightAnkle'],
  ['headBase', 'headTop'],
  ['leftAnkle', 'leftToe'],
  ['leftWrist', 'leftHand'],
] as const;

const picture = { yaw: 0, pitch: 4, framing: 'full' } as const;

function lengths({ joints }: SolvedPose): number[] {
  return LIMBS.map(([from, to]) => distance(joints[from], joints[to]));
}

function drag(document: PoseDocument, handle: Handle, by: readonly [number, number, number]): void {
  const { pins, keepsFeet, pose } = document.state();
  const began = document.begin();
  const target = add(pose.joints[handle], by);
  document.wish(handle, moveJoint(began, handle, target, { pins, keepsFeet }));
  document.settle(gestureWords('move', handle));
}

const anyDrag = fc.tuple(
  fc.constantFrom(...HANDLES),
  fc.tuple(
    fc.double({ min: -0.6, max: 0.6, noNaN: true }),
    fc.double({ min: -0.6, max: 0.6, noNaN: true }),
    fc.double({ min: -0.6, max: 0.6, noNaN: true }),
  ),
);

describe('a pose under the hands', () => {
  test('limbs keep their length whatever is dragged wherever', () => {
    fc.assert(
      fc.property(anyPoseSpec, fc.array(anyDrag, { minLength: 1, maxLength: 4 }), (spec, drags) => {
        const pose = solvePose(spec, RIGS.neutral);
        const document = createPoseDocument(
          writePose({ pose, picture, gender: 'any', hidden: [] }),
        );
        const before = lengths(document.state().pose);
        for (const [handle, by] of drags) drag(document, handle, by);
        lengths(document.state().pose).forEach((length, at) => {
          expect(length).toBeCloseTo(before[at] ?? 0, 4);
        });
      }),
    );
  });

  test('what a pose holds stays in its hands, also mirrored', () => {
    const document = createPoseDocument({ ...standingPose(), props: ['bag'] });
    document.mirror();
    expect(document.save().props).toEqual(['bag']);
  });

  test('undo takes every drag back, redo brings each again', () => {
    fc.assert(
      fc.property(fc.array(anyDrag, { minLength: 1, maxLength: 6 }), (drags) => {
        const document = createPoseDocument(standingPose());
        const seen = [document.state().puppet];
        for (const [handle, by] of drags) {
          drag(document, handle, by);
          if (document.state().puppet !== seen.at(-1)) seen.push(document.state().puppet);
        }
        for (const puppet of seen.toReversed().slice(1)) {
          document.undo();
          expect(document.state().puppet).toBe(puppet);
        }
        expect(document.state().undoWords).toBeNull();
        for (const puppet of seen.slice(1)) {
          document.redo();
          expect(document.state().puppet).toBe(puppet);
        }
        expect(document.state().redoWords).toBeNull();
      }),
    );
  });

  test('a dragged wrist is where the finger is, as far as the arm reaches', () => {
    const document = createPoseDocument(standingPose());
    const { leftWrist } = document.state().pose.joints;
    drag(document, 'leftWrist', [0.08, 0.12, 0.06]);
    const after = document.state().pose.joints.leftWrist;
    expect(distance(after, add(leftWrist, [0.08, 0.12, 0.06]))).toBeLessThan(0.004);
  });

  test('joints resist: an elbow never bends further than an elbow bends', () => {
    fc.assert(
      fc.property(fc.array(anyDrag, { minLength: 1, maxLength: 5 }), (drags) => {
        const document = createPoseDocument(standingPose());
        for (const [handle, by] of drags) drag(document, handle, by);
        const { arms, legs } = document.state().puppet;
        for (const side of ['left', 'right'] as const) {
          expect(arms[side].bend).toBeLessThanOrEqual(150.01);
          // Feet that stay put may fold a knee as far as it goes.
          expect(legs[side].bend).toBeLessThanOrEqual(152.01);
        }
      }),
    );
  });

  test('feet stay where they stand while the hips move, hands only when they are pinned', () => {
    const document = createPoseDocument(standingPose());
    document.togglePin('leftWrist');
    const before = document.state().pose.joints;
    drag(document, 'pelvis', [0.03, -0.06, 0.02]);
    const after = document.state().pose.joints;
    expect(distance(before.leftAnkle, after.leftAnkle)).toBeLessThan(1e-6);
    expect(distance(before.rightAnkle, after.rightAnkle)).toBeLessThan(1e-6);
    expect(distance(before.leftWrist, after.leftWrist)).toBeLessThan(1e-3);
    expect(distance(before.rightWrist, after.rightWrist)).toBeGreaterThan(0.03);
  });

  test('mirroring twice gives the pose back', () => {
    const document = createPoseDocument(standingPose());
    drag(document, 'leftWrist', [0.2, 0.5, 0.1]);
    const before = document.state().pose.joints;
    document.mirror();
    expect(document.state().pose.joints.rightWrist[0]).toBeCloseTo(-before.leftWrist[0], 9);
    document.mirror();
    for (const handle of HANDLES) {
      expect(distance(before[handle], document.state().pose.joints[handle])).toBeLessThan(1e-9);
    }
  });

  test('every preset keeps lengths, and a standing figure stands on after it', () => {
    const document = createPoseDocument(standingPose());
    const before = lengths(document.state().pose);
    const steps = [
      ...ARM_PRESETS.map(
        ({ id }) =>
          () =>
            document.presetArm('left', id),
      ),
      ...LEG_PRESETS.map(
        ({ id }) =>
          () =>
            document.presetLeg('right', id),
      ),
    ];
    for (const step of steps) {
      step();
      const { pose } = document.state();
      for (const [at, length] of lengths(pose).entries()) {
        expect(length).toBeCloseTo(before[at] ?? 0, 4);
      }
      const lowest = Math.min(...Object.values(pose.joints).map(([, y]) => y));
      expect(lowest).toBeGreaterThan(-0.02);
      expect(lowest).toBeLessThan(0.06);
      document.undo();
    }
  });

  test('resetting a limb brings back that limb and nothing else', () => {
    const document = createPoseDocument(standingPose());
    const original = document.state().puppet;
    drag(document, 'leftWrist', [0.2, 0.4, 0]);
    drag(document, 'rightWrist', [-0.2, 0.4, 0]);
    document.resetLimb('leftArm');
    const { arms } = document.state().puppet;
    expect(arms.left).toEqual(original.arms.left);
    expect(arms.right).not.toEqual(original.arms.right);
  });

  test('what is saved opens as it was', () => {
    const document = createPoseDocument(standingPose());
    drag(document, 'rightKnee', [0, 0.3, 0.3]);
    document.toggleHidden([14, 15]);
    document.setPicture({ yaw: 30 });
    const saved = document.save();
    const again = createPoseDocument(saved);
    for (const handle of HANDLES) {
      expect(
        distance(again.state().pose.joints[handle], document.state().pose.joints[handle]),
      ).toBeLessThan(1e-5);
    }
    expect(again.state().isChanged).toBe(false);
    expect(saved.hidden).toEqual([14, 15]);
    expect(saved.camera.yaw).toBe(30);
  });

  test('a key held down is one step of undo', () => {
    const document = createPoseDocument(standingPose());
    const { puppet } = document.state();
    for (let times = 0; times < 5; times += 1) {
      const { pose, pins, keepsFeet, puppet: now } = document.state();
      const target = add(pose.joints.leftWrist, [0.01, 0.01, 0]);
      const wanted = moveJoint(now, 'leftWrist', target, { pins, keepsFeet });
      document.nudge('leftWrist', wanted, gestureWords('move', 'leftWrist'), 'nudge leftWrist');
    }
    document.undo();
    expect(document.state().puppet).toBe(puppet);
  });

  test('every joint belongs to a limb, and arms and legs to a side', () => {
    for (const handle of HANDLES) {
      const side = sideOf(limbOf(handle));
      expect(side !== null || ['head', 'trunk'].includes(limbOf(handle))).toBe(true);
      if (isArm(limbOf(handle))) expect(side).not.toBeNull();
    }
  });
});
