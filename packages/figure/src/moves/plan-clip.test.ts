import { expect, test } from 'bun:test';
import { projectPoint, type SolvedPose, type Vec3 } from '@lumiku/pose-kit';
import { EXAMPLE_LOOKS, EXAMPLE_POSES, examplePose } from '../example-figures.ts';
import type { FigureJob } from '../figure-job.ts';
import { poseOf, stateOf } from './body-state.ts';
import { type Move, planClip } from './plan-clip.ts';

const MOVES: readonly Move[] = ['turn', 'wave', 'walk', 'catwalk', 'talk'];

const jobFor = (pose: SolvedPose, framing: FigureJob['camera']['framing'] = 'full'): FigureJob => ({
  pose,
  look: EXAMPLE_LOOKS[1],
  camera: { yaw: -12, pitch: 4, framing },
  widthPx: 300,
  heightPx: 400,
  backdrop: '#dddddd',
  smoothEdges: true,
  seed: 1,
});

const apart = (a: Vec3, b: Vec3): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
/** How far the farthest joint is from where it is in another pose. */
const farthest = (a: SolvedPose, b: SolvedPose): number =>
  Math.max(
    ...Object.values(a.joints).map((at, i) => apart(at, Object.values(b.joints)[i] ?? [9, 9, 9])),
  );

test.each([...EXAMPLE_POSES])('a body taken apart and put together is the same (%s)', (name) => {
  const pose = examplePose(name);
  expect(farthest(pose, poseOf(stateOf(pose)))).toBeLessThan(1e-3);
});

for (const move of MOVES)
  test(`nothing jumps from frame to frame, nor from the last to the first (${move})`, () => {
    for (const name of EXAMPLE_POSES) {
      const { frames } = planClip(jobFor(examplePose(name)), move, 4);
      expect(frames.length).toBe(80);
      for (const [i, frame] of frames.entries()) {
        const next = frames[(i + 1) % frames.length] ?? frame;
        expect([name, i, farthest(frame.pose, next.pose) < 0.09]).toEqual([name, i, true]);
        const turn = Math.abs(frame.camera.yaw - next.camera.yaw) % 360;
        expect(Math.min(turn, 360 - turn)).toBeLessThan(8);
      }
    }
  });

for (const move of ['wave', 'talk', 'turn'] as const)
  test(`feet that stand stay where they are (${move})`, () => {
    const pose = examplePose('handOnHip');
    for (const frame of planClip(jobFor(pose), move, 3).frames)
      for (const joint of ['leftAnkle', 'rightAnkle', 'leftToe', 'rightToe'] as const)
        expect(apart(frame.pose.joints[joint], pose.joints[joint])).toBeLessThan(1e-6);
  });

for (const move of ['walk', 'catwalk'] as const)
  test(`a walking foot on the floor goes back at one speed and never through the floor (${move})`, () => {
    const { frames } = planClip(jobFor(examplePose('standing')), move, 1.1);
    const moved: number[] = [];
    for (const [i, { pose }] of frames.entries()) {
      const next = frames[i + 1]?.pose;
      expect(pose.joints.leftToe[1]).toBeGreaterThan(0.002);
      expect(pose.joints.leftAnkle[1]).toBeGreaterThan(0.02);
      const isFlat = (p: SolvedPose): boolean => Math.abs(p.frames.leftFoot[7]) < 0.01;
      if (
        move === 'walk' &&
        next &&
        isFlat(pose) &&
        isFlat(next) &&
        pose.joints.leftAnkle[1] < 0.05
      )
        moved.push(pose.joints.leftAnkle[2] - next.joints.leftAnkle[2]);
    }
    if (move === 'walk') {
      expect(moved.length).toBeGreaterThan(3);
      for (const step of moved) expect(step).toBeCloseTo(moved[0] ?? 0, 3);
    }
  });

test('the bones keep their length while a body moves', () => {
  const length = (p: SolvedPose): number => apart(p.joints.rightShoulder, p.joints.rightElbow);
  const { frames } = planClip(jobFor(examplePose('crossedArms')), 'wave', 3);
  for (const { pose } of frames) expect(length(pose)).toBeCloseTo(length(frames[0].pose), 6);
});

for (const framing of ['full', 'half'] as const)
  test(`head and hands stay in the picture, and the camera stands still (${framing})`, () => {
    for (const move of MOVES) {
      const { frames } = planClip(jobFor(examplePose('handOnHip'), framing), move, 4);
      const [first] = frames;
      for (const { pose, view } of frames) {
        if (!view) throw new Error('A clip has a camera of its own.');
        expect(view.focalPx).toBe(first?.view?.focalPx ?? 0);
        for (const joint of ['headTop', 'nose'] as const) {
          const { x, y } = projectPoint(view, pose.joints[joint]);
          expect([move, joint, x > 0 && x < 300 && y > 0 && y < 400]).toEqual([move, joint, true]);
        }
        if (framing === 'full') {
          for (const joint of ['leftToe', 'rightHand', 'leftHand'] as const) {
            const { x, y } = projectPoint(view, pose.joints[joint]);
            expect([move, joint, x > 0 && x < 300 && y > 0 && y < 400]).toEqual([
              move,
              joint,
              true,
            ]);
          }
        }
      }
    }
  });

test('somebody who leans on a wall turns from side to side, not behind it', () => {
  const { frames } = planClip(jobFor(examplePose('leaning')), 'turn', 4);
  for (const { camera } of frames) expect(Math.abs(camera.yaw + 12)).toBeLessThan(41);
});

test('a mouth opens and closes while somebody talks', () => {
  const { frames } = planClip(jobFor(examplePose('standing'), 'bust'), 'talk', 3);
  const mouths = frames.map(({ mouth }) => mouth ?? -1);
  expect(Math.min(...mouths)).toBe(0);
  expect(Math.max(...mouths)).toBeGreaterThan(0.5);
});
