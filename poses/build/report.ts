/**
 * Says what the library holds: poses per facet, how far they are apart, and what was refused and why.
 *   bun poses/build/report.ts
 */
import {
  checkPose,
  DISTINCT_POSE_SHIFT,
  type PoseShape,
  poseShape,
  poseShift,
  RIGS,
  rigFor,
} from '@lumiku/pose-kit';
import { type LibraryPose, poseLibrary, solveLibraryPose } from '../index.ts';
import variations from '../library/variations.json' with { type: 'json' };
import { readBases } from '../read-library.ts';
import { VariationFile } from '../variation-parts.ts';

const FACETS = {
  category: ({ category }: LibraryPose) => [category],
  view: ({ view }: LibraryPose) => [view],
  framing: ({ framing }: LibraryPose) => [framing],
  gender: ({ gender }: LibraryPose) => [gender],
  arms: ({ arms }: LibraryPose) => [arms],
  support: ({ support }: LibraryPose) => [support],
  mood: ({ mood }: LibraryPose) => [mood],
  difficulty: ({ difficulty }: LibraryPose) => [difficulty],
  tags: ({ tags }: LibraryPose) => tags,
};

function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}

function table(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  return sorted.map(([value, count]) => `${value} ${count}`).join(', ');
}

function countBy(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

interface Neighbour {
  readonly id: string;
  readonly nearest: string;
  readonly shift: number;
}

/** The nearest other pose of each, in torso lengths. */
function neighbours(poses: readonly LibraryPose[]): Neighbour[] {
  const shapes = poses.map((pose): [string, PoseShape] => [
    pose.id,
    poseShape(solveLibraryPose(pose)),
  ]);
  return shapes
    .map(([id, shape]): Neighbour => {
      let best = { nearest: '', shift: Number.POSITIVE_INFINITY };
      for (const [other, otherShape] of shapes) {
        if (other === id) continue;
        const shift = poseShift(shape, otherShape, best.shift);
        if (shift < best.shift) best = { nearest: other, shift };
      }
      return { id, ...best };
    })
    .sort((a, b) => a.shift - b.shift);
}

function problemsOf(pose: LibraryPose): string[] {
  const rigs = pose.gender === 'any' ? Object.values(RIGS) : [rigFor(pose.gender)];
  return rigs.flatMap((rig) =>
    checkPose(pose.spec, rig).map(({ message }) => `${pose.id} on ${rig.name}: ${message}`),
  );
}

const { refused } = VariationFile.parse(variations);

print('# Pose library');
const { poses: bodies, unlisted } = readBases();
print(
  `${poseLibrary.length} poses: ${bodies.length - unlisted.size} written, the rest variations.`,
);
print(`${unlisted.size} bodies lend themselves to variations only.`);
for (const [facet, valuesOf] of Object.entries(FACETS)) {
  print();
  print(`## ${facet}`);
  print(table(countBy(poseLibrary.flatMap((pose) => [...valuesOf(pose)]))));
}

print();
print('## Distance to the nearest other pose, torso lengths');
const ranked = neighbours(poseLibrary);
for (const share of [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1]) {
  const at = ranked[Math.min(ranked.length - 1, Math.floor(share * ranked.length))];
  if (at) print(`${Math.round(share * 100)} %: ${at.shift.toFixed(3)} (${at.id} – ${at.nearest})`);
}
const tooNear = ranked.filter(({ shift }) => shift < DISTINCT_POSE_SHIFT);
print(`Nearer than ${DISTINCT_POSE_SHIFT}: ${tooNear.length}`);

print();
print('## Joint limits, reach, collisions, footing');
const problems = poseLibrary.flatMap(problemsOf);
print(problems.length === 0 ? 'Every pose suits every body it is meant for.' : problems.join('\n'));

print();
print('## Variations refused while choosing');
print(table(new Map(Object.entries(refused))));

if (tooNear.length > 0 || problems.length > 0) process.exit(1);
