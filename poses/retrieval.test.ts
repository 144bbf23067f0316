import { expect, test } from 'bun:test';
import { poseDistance, poseEmbedding, type SolvedPose, type Vec3 } from '@lumiku/pose-kit';
import { poseLibrary, solveLibraryPose } from './index.ts';

const COPIES = 200;
/** Standard deviation of every coordinate of every joint, in statures: what a good detector is off by. */
const NOISE = 0.015;

/** Numbers that look random and are the same on every run (Park and Miller's generator). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function noisy(pose: SolvedPose, random: () => number): SolvedPose {
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  const moved = ([x, y, z]: Vec3): Vec3 => [
    x + NOISE * normal(),
    y + NOISE * normal(),
    z + NOISE * normal(),
  ];
  const joints = Object.entries(pose.joints).map(([name, at]) => [name, moved(at)]);
  return { ...pose, joints: { ...pose.joints, ...Object.fromEntries(joints) } };
}

test('finds the right pose first for at least 95 % of noisy copies', () => {
  const random = seeded(20_260);
  const known = poseLibrary.map((pose) => {
    const solved = solveLibraryPose(pose);
    return { pose, solved, embedding: poseEmbedding(solved, pose.camera) };
  });
  let first = 0;
  for (let copy = 0; copy < COPIES; copy++) {
    const asked = known[Math.floor(random() * known.length)];
    if (!asked) continue;
    const query = poseEmbedding(noisy(asked.solved, random), asked.pose.camera);
    let best = { id: '', far: Number.POSITIVE_INFINITY };
    for (const { pose, embedding } of known) {
      const far = poseDistance(query, embedding);
      if (far < best.far) best = { id: pose.id, far };
    }
    if (best.id === asked.pose.id) first++;
  }
  expect(first / COPIES).toBeGreaterThanOrEqual(0.95);
});
