import { describe, expect, test } from 'bun:test';
import fc from 'fast-check';
import { anyPoseSpec } from '../any-pose-spec.ts';
import { type PoseCamera, poseCamera } from '../camera.ts';
import { projectCoco18 } from '../coco18.ts';
import { mirrorPose } from '../mirror-pose.ts';
import { PoseSpec, type PoseSpecInput } from '../pose-spec.ts';
import { RIGS } from '../rig.ts';
import { solvePose } from '../solve-pose.ts';
import { type DetectedPerson, type PoseTarget, poseTarget } from './pose-target.ts';
import { type PoseScore, scorePose } from './score-pose.ts';

const size = { widthPx: 768, heightPx: 1024 };
const rest = { free: { out: 8, forward: 2, inward: 10, bend: 12 } };
const plain: PoseSpecInput = {
  pelvis: {},
  chest: {},
  head: {},
  weight: 0.5,
  kneeBend: 4,
  legs: { left: { at: [0.06, 0] }, right: { at: [-0.06, 0] } },
  arms: { left: rest, right: rest },
  support: 'none',
};
const contrapposto: Partial<PoseSpecInput> = {
  pelvis: { roll: -7 },
  chest: { roll: 4 },
  weight: 0.15,
  legs: { left: { at: [0.095, 0.05], toeOut: 28 }, right: { at: [-0.035, 0], toeOut: 6 } },
};
const walking: Partial<PoseSpecInput> = {
  pelvis: { yaw: -6, roll: 2, z: 0.01 },
  chest: { yaw: 5 },
  weight: 0.55,
  kneeBend: 8,
  legs: { left: { at: [0.025, 0.165] }, right: { at: [-0.025, -0.165], lift: 0.06 } },
};
const crouch: Partial<PoseSpecInput> = {
  pelvis: { pitch: 14, y: 0.215, z: -0.035 },
  chest: { pitch: 22 },
  legs: {
    left: { at: [0.085, 0.075], toeOut: 20, knee: [0.45, 0.4, 1] },
    right: { at: [-0.085, 0.01], toeOut: 20, lift: 0.06, knee: [0.45, 0.2, 1] },
  },
};

interface Shot {
  readonly target: PoseTarget;
  readonly person: DetectedPerson;
  readonly camera: PoseCamera;
}

/** A pose as a target, and as a perfect detector would find it in a picture. */
function shot(change: Partial<PoseSpecInput>, yaw = 0, by?: PoseCamera): Shot {
  const solved = solvePose(PoseSpec.parse({ ...plain, ...change }), RIGS.neutral);
  const camera = by ?? poseCamera({ yaw, pitch: 4, framing: 'full', solved, ...size });
  const person = projectCoco18(solved, camera).map((point) => point && { ...point, confidence: 1 });
  return { target: poseTarget(solved, camera), person, camera };
}

function confusion(wanted: Shot, drawn: Shot): PoseScore {
  return scorePose(wanted.target, [drawn.person]);
}

function moved(person: DetectedPerson, by: number, factor: number): DetectedPerson {
  return person.map(
    (point) => point && { ...point, x: factor * point.x + by, y: factor * point.y + by },
  );
}

describe('scorePose', () => {
  test('gives full marks to a picture of the pose itself, in any pose and from any side', () => {
    fc.assert(
      fc.property(anyPoseSpec, fc.integer({ min: -180, max: 180 }), (spec, yaw) => {
        const solved = solvePose(spec, RIGS.female);
        const camera = poseCamera({ yaw, pitch: 4, framing: 'full', solved, ...size });
        const person = projectCoco18(solved, camera).map(
          (point) => point && { ...point, confidence: 1 },
        );
        const score = scorePose(poseTarget(solved, camera), [person]);
        expect(score.similarity).toBeCloseTo(1, 6);
        expect(score.verdict).toBe('pass');
      }),
    );
  });

  test('forgives a figure that is smaller and elsewhere in the pose, but not in the place', () => {
    const wanted = shot(contrapposto);
    const score = scorePose(wanted.target, [moved(wanted.person, 130, 0.7)]);
    expect(score.similarity).toBeCloseTo(1, 6);
    expect(score.verdict).toBe('pass');
    expect(score.isInPlace).toBe(false);
  });

  test.each([
    ['a hand on the hip', { touch: 'hip' }, 0.8],
    ['a hand in the hair', { touch: 'hair_side' }, 0.6],
  ] as const)(
    'names the arm when %s is ignored, though similarity stays high',
    (_, arm, atLeast) => {
      const score = confusion(shot({ arms: { left: rest, right: arm } }), shot({}));
      expect(score.similarity).toBeGreaterThan(atLeast);
      expect(score.worstLimb?.limb).toStartWith('right');
      expect(score.worstLimb?.degrees).toBeGreaterThan(50);
      expect(score.verdict).toBe('fail');
    },
  );

  test('sees crossed arms, a hand in a pocket and a foot on the wall ignored', () => {
    const crossed = { left: { touch: 'cross_under' }, right: { touch: 'cross_over' } } as const;
    expect(confusion(shot({ arms: crossed }), shot({})).worstLimb?.degrees).toBeGreaterThan(80);
    const pocket = confusion(shot({ arms: { left: rest, right: { touch: 'pocket' } } }), shot({}));
    expect(pocket.verdict).not.toBe('pass');
    expect(pocket.worstLimb?.limb).toStartWith('right');
    const footUp = shot(
      {
        weight: 0.95,
        legs: {
          left: { at: [0.045, 0.13] },
          right: { at: [-0.05, -0.05], lift: 0.2, foot: 'free' },
        },
        support: 'wall',
      },
      40,
    );
    expect(confusion(footUp, shot({}, 40)).worstLimb?.limb).toMatch(/right (thigh|shin)/);
  });

  test('sees a contrapposto drawn as plain standing by its tilt', () => {
    const score = confusion(shot(contrapposto), shot({}));
    expect(score.similarity).toBeGreaterThan(0.75);
    expect(score.tilt.ok).toBe(false);
    expect(score.verdict).not.toBe('pass');
  });

  test('sees a step towards the camera drawn as standing by its feet', () => {
    const score = confusion(shot(walking), shot({}));
    expect(score.feet.ok).toBe(false);
    expect(score.verdict).not.toBe('pass');
  });

  test('sees a three-quarter view drawn from the front by its facing', () => {
    const score = confusion(shot({ head: { yaw: -20 } }, 45), shot({}, 0));
    expect(score.similarity).toBeGreaterThan(0.75);
    expect(score.facing.ok).toBe(false);
    expect(score.verdict).not.toBe('pass');
  });

  test('sees a look over the shoulder drawn as a plain back by the missing face', () => {
    const looking = shot({ chest: { yaw: -25 }, head: { yaw: -60 } }, 150);
    const score = confusion(looking, shot({}, 150));
    expect(score.facing.problems).toContain('the face should show');
    expect(score.missing).toContain('nose');
  });

  test('fails a front drawn for a back, and a standing figure drawn for a crouch', () => {
    const back = confusion(shot({}, 180), shot({}, 0));
    expect(back.facing.problems).toContain('left and right are exchanged');
    expect(back.facing.problems).toContain('the face should not show');
    expect(back.verdict).toBe('fail');
    const standing = confusion(shot(crouch, 25), shot({}, 25));
    expect(standing.similarity).toBeLessThan(0.6);
    expect(standing.verdict).toBe('fail');
  });

  test('says that a picture is mirrored', () => {
    const spec = PoseSpec.parse({ ...plain, arms: { left: rest, right: { touch: 'hip' } } });
    const mirrored = solvePose(mirrorPose(spec), RIGS.neutral);
    const wanted = shot({ arms: { left: rest, right: { touch: 'hip' } } });
    const person = projectCoco18(mirrored, wanted.camera).map(
      (point) => point && { ...point, confidence: 1 },
    );
    const score = scorePose(wanted.target, [person]);
    expect(score.isMirrored).toBe(true);
    expect(score.verdict).toBe('fail');
    expect(confusion(wanted, wanted).isMirrored).toBe(false);
  });

  test('takes the person nearest to the target and counts the others', () => {
    const wanted = shot(contrapposto);
    const other = moved(shot(crouch).person, 300, 0.5);
    const score = scorePose(wanted.target, [other, wanted.person]);
    expect(score.similarity).toBeCloseTo(1, 6);
    expect(score.people).toBe(2);
    expect(score.verdict).toBe('review');
  });

  test('fails a picture without people and one whose points nobody is sure of', () => {
    const wanted = shot({});
    const unsure = wanted.person.map((point) => point && { ...point, confidence: 0.2 });
    for (const people of [[], [unsure]]) {
      const score = scorePose(wanted.target, people);
      expect(score).toMatchObject({ verdict: 'fail', people: 0, similarity: 0, worstLimb: null });
    }
  });

  test('lists what the target shows and the picture lacks, and marks it down', () => {
    const wanted = shot({});
    const withoutHand = wanted.person.map((point, index) => (index === 4 ? null : point));
    const score = scorePose(wanted.target, [withoutHand]);
    expect(score.missing).toEqual(['rightWrist']);
    expect(score.similarity).toBeCloseTo(16 / 17, 6);
  });

  test('loses as much similarity as the published simulation when joints are 2 % of stature off', () => {
    const wanted = shot(contrapposto);
    let state = 7;
    const random = (): number => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const normal = (): number =>
      Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    const scores = Array.from({ length: 100 }, () => {
      const off = 0.02 * wanted.target.staturePx;
      const noisy = wanted.person.map(
        (point) => point && { ...point, x: point.x + off * normal(), y: point.y + off * normal() },
      );
      return scorePose(wanted.target, [noisy]).similarityInPlace;
    });
    const mean = scores.reduce((sum, value) => sum + value, 0) / scores.length;
    expect(mean).toBeGreaterThan(0.79);
    expect(mean).toBeLessThan(0.88);
  });
});
