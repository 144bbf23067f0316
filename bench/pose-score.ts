// Draws a figure in every pose, asks whether its own pose is the nearest, and where the verdicts fall for right and
// wrong pictures: `bun bench/pose-score.ts <file that keeps what was seen> [every so manyth pose in the other styles]`
import { type DetectedPerson, type PoseScore, scorePose } from '@lumiku/pose-kit';
import { poseLibrary } from '@lumiku/poses';
import {
  mirroredPerson,
  nearestPoses,
  nearestTargets,
  targetOf,
  turnedPerson,
  type Verdicts,
  verdictsOf,
} from './pose-score/judge.ts';
import { seeFigures } from './pose-score/see-figures.ts';
import { percentile } from './support/report.ts';

const STYLES = ['cartoon', 'cel', 'line', 'pixel'] as const;
/** A pose that scores less against its own mirror image looks different in a mirror. */
const LOPSIDED_BELOW = 0.8;

const [file, every = '40'] = process.argv.slice(2);
if (!file) {
  console.error('Say where what was seen is kept: bun bench/pose-score.ts <file.json> [every]');
  process.exit(1);
}

function line(what: string, { pass, review, fail }: Verdicts): void {
  const all = Math.max(1, pass + review + fail);
  const share = (count: number): string => `${((100 * count) / all).toFixed(1).padStart(5)} %`;
  console.log(`  ${what.padEnd(44)} ${share(pass)} ${share(review)} ${share(fail)}  of ${all}`);
}

const clay = poseLibrary.map((pose, seed) => ({ pose, shading: 'clay' as const, seed }));
const seen = await seeFigures(clay, file);
const targets = poseLibrary.map(targetOf);

const nearest = nearestTargets(seen, targets);
const missed = nearest.flatMap((index, at) => (index === at ? [] : [{ index, at }]));
for (const { index, at } of missed) {
  console.log(`  ${poseLibrary[at]?.id} looked like ${poseLibrary[index]?.id ?? 'nobody'}`);
}
const first = poseLibrary.length - missed.length;
console.log(`Own pose first: ${first} of ${poseLibrary.length}`);

/** Scores each pose against what `person` makes of the people in a picture. */
function scores(person: (at: number) => DetectedPerson | undefined): PoseScore[] {
  return targets.flatMap((target, at) => {
    const found = person(at);
    return found ? [scorePose(target, [found])] : [];
  });
}

const own = targets.map((target, at) => scorePose(target, seen[at] ?? []));
const similar = own.map(({ similarity }) => similarity);
const limbs = own.map(({ worstLimb }) => worstLimb?.degrees ?? 0);
for (const share of [0.01, 0.05, 0.25, 0.5]) {
  const [least, most] = [percentile(similar, share), percentile(limbs, 1 - share)];
  console.log(
    `Own pose: similarity ${least.toFixed(3)}, worst limb ${most.toFixed(0)}° at ${100 * share} %`,
  );
}
const like = nearestPoses(poseLibrary);
const isLopsided = targets.map((target) => {
  const itself = target.keypoints.map((point) => point && { ...point, confidence: 1 });
  return scorePose(target, [mirroredPerson(itself)]).similarity < LOPSIDED_BELOW;
});
console.log('Verdicts                                         pass  review    fail');
line('its own pose', verdictsOf(own));
line('the pose most like it', verdictsOf(scores((at) => seen[like[at]?.index ?? -1]?.[0])));
line('another pose of its category', verdictsOf(scores((at) => seen[others(at)]?.[0])));
line('any other pose', verdictsOf(scores((at) => seen[(at + 397) % seen.length]?.[0])));
for (const degrees of [3, 6, 10]) {
  line(
    `its own pose, the picture tilted by ${degrees}°`,
    verdictsOf(scores((at) => seen[at]?.[0] && turnedPerson(seen[at][0], degrees))),
  );
}
line(
  'its own pose mirrored, where that differs',
  verdictsOf(
    scores((at) => (isLopsided[at] && seen[at]?.[0] ? mirroredPerson(seen[at][0]) : undefined)),
  ),
);

function others(at: number): number {
  const { category } = poseLibrary[at] ?? {};
  const next = poseLibrary.findIndex((pose, index) => index > at && pose.category === category);
  return next >= 0 ? next : poseLibrary.findIndex((pose) => pose.category === category);
}

for (const shading of STYLES) {
  const sample = poseLibrary.flatMap((pose, at) =>
    at % Number(every) === 0 ? [{ pose, at }] : [],
  );
  const drawings = sample.map(({ pose, at }) => ({ pose, shading, seed: at }));
  const drawn = await seeFigures(drawings, file);
  const judged = sample.map(({ pose }, index) => scorePose(targetOf(pose), drawn[index] ?? []));
  line(`its own pose, drawn as ${shading}`, verdictsOf(judged));
}
