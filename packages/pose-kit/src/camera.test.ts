import { describe, expect, test } from 'bun:test';
import fc from 'fast-check';
import { anyPoseSpec } from './any-pose-spec.ts';
import { bodyOutline } from './body-outline.ts';
import { type PoseCamera, poseCamera, projectPoint } from './camera.ts';
import { COCO18_NAMES, projectCoco18 } from './coco18.ts';
import { PoseSpec } from './pose-spec.ts';
import { RIGS } from './rig.ts';
import { solvePose } from './solve-pose.ts';
import type { SolvedPose } from './solved-pose.ts';

const size = { widthPx: 768, heightPx: 1024 };
const yaws = fc.integer({ min: -180, max: 180 });
const pitches = fc.integer({ min: -10, max: 20 });

function standing(headYaw = 0): SolvedPose {
  const arm = { free: { out: 8, forward: 2, bend: 12 } };
  const spec = PoseSpec.parse({
    pelvis: {},
    chest: {},
    head: { yaw: headYaw },
    weight: 0.5,
    kneeBend: 4,
    legs: { left: { at: [0.06, 0] }, right: { at: [-0.06, 0] } },
    arms: { left: arm, right: arm },
    support: 'none',
  });
  return solvePose(spec, RIGS.neutral);
}

function front(solved: SolvedPose, yaw = 0): PoseCamera {
  return poseCamera({ yaw, pitch: 4, framing: 'full', solved, ...size });
}

function seen(solved: SolvedPose, yaw: number): string[] {
  const points = projectCoco18(solved, front(solved, yaw));
  return COCO18_NAMES.filter((_, index) => points[index] !== null);
}

describe('poseCamera', () => {
  test('keeps the whole figure inside a full frame, whatever it does and however it is turned', () => {
    fc.assert(
      fc.property(anyPoseSpec, yaws, pitches, (spec, yaw, pitch) => {
        const solved = solvePose(spec, RIGS.female);
        const camera = poseCamera({ yaw, pitch, framing: 'full', solved, ...size });
        for (const ball of bodyOutline(solved)) {
          const { x, y, depth } = projectPoint(camera, ball.at);
          const r = (ball.radius * camera.focalPx) / depth;
          expect(x - r).toBeGreaterThan(size.widthPx * 0.06);
          expect(x + r).toBeLessThan(size.widthPx * 0.94);
          expect(y - r).toBeGreaterThan(size.heightPx * 0.06);
          expect(y + r).toBeLessThan(size.heightPx * 0.945);
        }
      }),
    );
  });

  test('never cuts the head or a raised hand in any framing', () => {
    const framings = fc.constantFrom('full', 'three_quarter', 'half' as const);
    fc.assert(
      fc.property(anyPoseSpec, yaws, framings, (spec, yaw, framing) => {
        const solved = solvePose(spec, RIGS.male);
        const camera = poseCamera({ yaw, pitch: 4, framing, solved, ...size });
        for (const name of ['headTop', 'nose', 'leftEar', 'rightEar'] as const) {
          const { x, y } = projectPoint(camera, solved.joints[name]);
          expect(y).toBeGreaterThan(size.heightPx * 0.06);
          expect(Math.abs(x / size.widthPx - 0.5)).toBeLessThan(0.45);
        }
      }),
    );
  });

  test('cuts a standing figure between the joints: thighs for three quarter, waist for half', () => {
    const solved = standing();
    const below = (framing: 'three_quarter' | 'half') => {
      const camera = poseCamera({ yaw: 0, pitch: 4, framing, solved, ...size });
      return (joint: 'leftKnee' | 'leftHip' | 'leftElbow') =>
        projectPoint(camera, solved.joints[joint]).y - size.heightPx;
    };
    expect(below('three_quarter')('leftKnee')).toBeGreaterThan(20);
    expect(below('three_quarter')('leftHip')).toBeLessThan(-20);
    expect(below('half')('leftElbow')).toBeLessThan(-20);
  });

  test('turns the figure to image right for a positive yaw', () => {
    const solved = standing();
    const camera = front(solved, 60);
    const nose = projectPoint(camera, solved.joints.nose);
    expect(nose.x).toBeGreaterThan(projectPoint(camera, solved.joints.head).x + 10);
  });
});

describe('projectCoco18', () => {
  test('shows all 18 points of a figure that looks into the camera', () => {
    expect(seen(standing(), 0)).toHaveLength(18);
  });

  test('hides the far ear, then the far eye, then the face as the head turns away', () => {
    expect(seen(standing(), 50)).not.toContain('leftEar');
    expect(seen(standing(), 50)).toContain('leftEye');
    expect(seen(standing(), -90)).not.toContain('rightEye');
    expect(seen(standing(), -90)).toContain('leftEye');
    const behind = seen(standing(), 180);
    expect(behind).not.toContain('nose');
    expect(behind).toContain('leftEar');
    expect(behind).toContain('rightEar');
  });

  test('goes by the head, not the body: a look over the shoulder keeps its face', () => {
    expect(seen(standing(-70), 130)).toContain('nose');
  });

  test('gives no point outside the canvas', () => {
    fc.assert(
      fc.property(anyPoseSpec, yaws, (spec, yaw) => {
        const solved = solvePose(spec, RIGS.neutral);
        const camera = poseCamera({ yaw, pitch: 4, framing: 'half', solved, ...size });
        for (const point of projectCoco18(solved, camera)) {
          if (!point) continue;
          expect(point.x >= 0 && point.x < size.widthPx).toBe(true);
          expect(point.y >= 0 && point.y < size.heightPx).toBe(true);
        }
      }),
    );
  });

  test('keeps the subject’s left on its own side: seen from behind it is on image left', () => {
    const solved = standing();
    const points = projectCoco18(solved, front(solved, 180));
    const left = points[COCO18_NAMES.indexOf('leftShoulder')];
    const right = points[COCO18_NAMES.indexOf('rightShoulder')];
    expect(left && right && left.x < right.x).toBe(true);
  });
});
