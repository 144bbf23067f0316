import { describe, expect, setDefaultTimeout, test } from 'bun:test';
import { PoseCategory } from '@lumiku/contract';
import {
  checkPose,
  poseCamera,
  poseDistance,
  poseEmbedding,
  poseShape,
  projectCoco18,
  projectPoint,
  RIGS,
  rigFor,
  SAME_POSE_DISTANCE,
} from '@lumiku/pose-kit';
import { DistinctShapes } from './build/distinct-shapes.ts';
import { looksWrong } from './build/looks-wrong.ts';
import { libraryDigest, poseLibrary, solveLibraryPose } from './index.ts';
import variations from './library/variations.json' with { type: 'json' };
import { readBases } from './read-library.ts';
import { VariationFile } from './variation-parts.ts';
import { armsOf } from './vary-pose.ts';

// A thousand poses are held against each other, beside whatever else the machine does.
setDefaultTimeout(60_000);

const size = { widthPx: 384, heightPx: 512 };

describe('the pose library', () => {
  test('has at least 160 written poses and 60 poses in every category', () => {
    const { poses, unlisted } = readBases();
    expect(poses.length - unlisted.size).toBeGreaterThanOrEqual(160);
    for (const category of PoseCategory.options) {
      const count = poseLibrary.filter((pose) => pose.category === category).length;
      expect([category, count >= 60]).toEqual([category, true]);
    }
  });

  test('has at least 1,000 poses, all of which differ in the body, not in the camera or in left and right', () => {
    const shapes = new DistinctShapes();
    const alike = poseLibrary.flatMap((pose) => {
      const like = shapes.offer(pose.id, poseShape(solveLibraryPose(pose)));
      return like === undefined ? [] : [`${pose.id} = ${like}`];
    });
    expect(alike).toEqual([]);
    expect(shapes.size).toBeGreaterThanOrEqual(1000);
  });

  test('gives every pose an id and names of its own in both languages', () => {
    for (const key of [
      (index: number) => poseLibrary[index]?.id,
      (index: number) => poseLibrary[index]?.names.en,
      (index: number) => poseLibrary[index]?.names.id,
    ]) {
      const values = poseLibrary.map((_, index) => key(index));
      expect(values.filter((value, index) => values.indexOf(value) !== index)).toEqual([]);
    }
    for (const { names } of poseLibrary) {
      expect(names.en.length).toBeLessThan(100);
      expect(names.id.length).toBeLessThan(110);
    }
  });

  test('serves women and men about equally', () => {
    const count = (gender: string) => poseLibrary.filter((pose) => pose.gender === gender).length;
    expect(count('female') / count('male')).toBeLessThan(1.5);
    expect(count('male') / count('female')).toBeLessThan(1.5);
    expect(count('any')).toBeGreaterThan(200);
  });

  test('has no pose that a body it is meant for could not take', () => {
    const problems = poseLibrary.flatMap(({ id, gender, spec }) => {
      const rigs = gender === 'any' ? Object.values(RIGS) : [rigFor(gender)];
      return rigs.flatMap((rig) =>
        checkPose(spec, rig).map(({ message }) => `${id} on ${rig.name}: ${message}`),
      );
    });
    expect(problems).toEqual([]);
  });

  test('has no variation that hides what it is named for, covers its face or puts an arm through a leg', () => {
    const { actions } = readBases();
    const poses = new Map(poseLibrary.map((pose) => [pose.id, pose]));
    const wrong = VariationFile.parse(variations).variations.flatMap((variation) => {
      const pose = poses.get(variation.id);
      if (!pose) return [`${variation.id} is not in the library`];
      const what = looksWrong(pose, armsOf(variation, actions), solveLibraryPose(pose));
      return what === undefined ? [] : [`${variation.id} ${what}`];
    });
    expect(wrong).toEqual([]);
  });

  test('lets hands that are clasped meet', () => {
    const apart = poseLibrary.flatMap((pose) => {
      if (pose.arms !== 'hands_clasped') return [];
      const { leftHand, rightHand } = solveLibraryPose(pose).joints;
      const gap = Math.hypot(...leftHand.map((value, axis) => value - (rightHand[axis] ?? 0)));
      return gap < 0.08 ? [] : [`${pose.id}: ${gap.toFixed(3)}`];
    });
    expect(apart).toEqual([]);
  });

  test('shows what each framing promises: the head always, all in a full frame, no ankle or knee in a closer one', () => {
    for (const pose of poseLibrary) {
      const solved = solveLibraryPose(pose);
      const camera = poseCamera({ ...pose.camera, solved, ...size });
      const { x, y } = projectPoint(camera, solved.joints.headTop);
      expect(y).toBeGreaterThan(size.heightPx * 0.05);
      expect(Math.abs(x / size.widthPx - 0.5)).toBeLessThan(0.42);
      // Neck to left ankle: COCO's points without the face, so knees are 8 and 11, ankles 9 and 12.
      const body = projectCoco18(solved, camera).slice(1, 14);
      if (pose.framing === 'full') expect(body).not.toContain(null);
      const ankles = [9, 12];
      const below = { full: [], three_quarter: ankles, half: [8, 11, ...ankles] }[pose.framing];
      expect([pose.id, ...below.map((index) => body[index] ?? null)]).toEqual([
        pose.id,
        ...below.map(() => null),
      ]);
      const [neck] = body;
      expect(neck).not.toBeNull();
    }
  });

  test('never shows two poses that look the same', () => {
    const seen = poseLibrary.map((pose) => ({
      id: pose.id,
      embedding: poseEmbedding(solveLibraryPose(pose), pose.camera),
    }));
    const twins = seen.flatMap((a, index) =>
      seen
        .slice(index + 1)
        .filter((b) => poseDistance(a.embedding, b.embedding) < SAME_POSE_DISTANCE)
        .map((b) => `${a.id} = ${b.id}`),
    );
    expect(twins).toEqual([]);
  });

  test('has a digest that stays the same while the poses do', () => {
    expect(libraryDigest()).toMatch(/^[0-9a-f]{64}$/);
    expect(libraryDigest()).toBe(libraryDigest());
  });
});
