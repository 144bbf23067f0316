/**
 * Chooses the variations of the written poses and writes library/variations.json:
 *   bun poses/build/choose-variations.ts
 * Variations chosen before stay, in their order and with their ids, while they are still possible and distinct.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import type { PoseCategory, PoseFraming } from '@lumiku/contract';
import {
  checkPose,
  poseDistance,
  poseEmbedding,
  poseShape,
  RIGS,
  rigFor,
  SAME_POSE_DISTANCE,
  solvePose,
} from '@lumiku/pose-kit';
import { type LibraryBases, readBases } from '../read-library.ts';
import type { ArmsChoice } from '../variation-names.ts';
import { type Variation, VariationFile } from '../variation-parts.ts';
import { armsOf, type VariedBase, varyPose } from '../vary-pose.ts';
import { type Candidate, candidatesFor, chanceOf, suits } from './candidates.ts';
import { DistinctShapes } from './distinct-shapes.ts';
import { looksWrong } from './looks-wrong.ts';

const FILE = fileURLToPath(new URL('../library/variations.json', import.meta.url));
const LICENSE = 'MIT; original work of the Lumiku authors, drawn from no third-party data';
const MOST_PER_BASE = 11;
/** How many variations each category may have. */
const QUOTAS: Readonly<Record<PoseCategory, number>> = {
  standing: 90,
  contrapposto: 80,
  hands: 44,
  turned: 54,
  over_shoulder: 76,
  walking: 100,
  leaning: 96,
  seated: 144,
  floor: 104,
  crouching: 104,
  jumping: 72,
};
/** Share of the poses that suit every body which are offered to everyone. */
const FOR_EVERYONE = 0.35;
const CLOSER = 0.6;

const before = existsSync(FILE)
  ? VariationFile.parse(JSON.parse(readFileSync(FILE, 'utf8')))
  : null;
const unwanted = before?.unwanted ?? [];
const bases = readBases();
const shapes = new DistinctShapes();
/** How the poses look from their own cameras. */
const pictures: number[][] = [];
const chosen: Variation[] = [];
const names = new Set<string>();
const refused: Record<string, number> = { ...before?.refused };
const countOf = { base: new Map<string, number>(), category: new Map<string, number>() };

function refuse(why: string): false {
  refused[why] = (refused[why] ?? 0) + 1;
  return false;
}

function genderOf(base: VariedBase, arms: ArmsChoice, id: string): Variation['gender'] {
  const wanted = 'together' in arms ? [arms.together] : [arms.left, arms.right];
  const given = wanted.find(({ gender }) => gender !== undefined)?.gender;
  if (given) return given;
  return chanceOf(`gender ${id}`) < FOR_EVERYONE ? 'any' : base.pose.gender;
}

function difficultyOf(base: VariedBase, arms: ArmsChoice): Variation['difficulty'] {
  const isSimple = 'left' in arms && Math.max(arms.left.shows, arms.right.shows) < 2;
  return base.pose.difficulty === 'easy' && !isSimple ? 'medium' : base.pose.difficulty;
}

/** Closer than the base where its legs say little and the hands much. */
function framingOf(base: VariedBase, arms: ArmsChoice, id: string): PoseFraming | undefined {
  const { category, framing } = base.pose;
  if (framing === 'three_quarter') return 'full';
  if (category !== 'hands' && category !== 'contrapposto') return undefined;
  const shows = 'together' in arms ? 2 : Math.max(arms.left.shows, arms.right.shows);
  const areArmsWide = 'left' in arms && (arms.left.noun === 'arm' || arms.right.noun === 'arm');
  if (shows < 2 || areArmsWide || chanceOf(`framing ${id}`) > CLOSER) return undefined;
  const isAtFace = 'left' in arms && arms.left.shows + arms.right.shows >= 5;
  return isAtFace ? 'half' : 'three_quarter';
}

function tryVariation(candidate: Candidate, base: VariedBase, library: LibraryBases): boolean {
  const { id, arms: keys } = candidate;
  const arms = armsOf({ id, arms: keys }, library.actions);
  const framing = framingOf(base, arms, id);
  const variation: Variation = {
    id,
    base: base.pose.id,
    arms: keys,
    ...(candidate.lean !== undefined && { lean: candidate.lean }),
    gender: genderOf(base, arms, id),
    difficulty: difficultyOf(base, arms),
    ...(framing && { framing }),
  };
  const pose = varyPose(variation, base, library.actions, library.arms);
  if (unwanted.includes(id)) return refuse('unwanted');
  if (names.has(id) || names.has(pose.names.en) || names.has(pose.names.id)) {
    return refuse('named like another');
  }
  const rigs = pose.gender === 'any' ? Object.values(RIGS) : [rigFor(pose.gender)];
  for (const rig of rigs) {
    const [problem] = checkPose(pose.spec, rig);
    if (problem) return refuse(problem.code);
  }
  const solved = solvePose(pose.spec, rigFor(pose.gender));
  const wrong = looksWrong(pose, arms, solved);
  if (wrong) return refuse(wrong);
  const picture = poseEmbedding(solved, pose.camera);
  if (pictures.some((other) => poseDistance(other, picture) < SAME_POSE_DISTANCE)) {
    return refuse('pictured like another');
  }
  if (shapes.offer(id, poseShape(solved)) !== undefined) return refuse('too like another');
  pictures.push(picture);
  for (const name of [id, pose.names.en, pose.names.id]) names.add(name);
  chosen.push(variation);
  const { category } = base.pose;
  countOf.base.set(base.pose.id, (countOf.base.get(base.pose.id) ?? 0) + 1);
  countOf.category.set(category, (countOf.category.get(category) ?? 0) + 1);
  return true;
}

for (const pose of bases.poses.filter(({ id }) => !bases.unlisted.has(id))) {
  for (const name of [pose.id, pose.names.en, pose.names.id]) names.add(name);
  const solved = solvePose(pose.spec, rigFor(pose.gender));
  pictures.push(poseEmbedding(solved, pose.camera));
  const like = shapes.offer(pose.id, poseShape(solved));
  if (like !== undefined) {
    console.error(`${pose.id} is like ${like}: change it, or set "isListed": false.`);
    process.exit(1);
  }
}
const distinctBases = shapes.size;

for (const { id, base: baseId, arms, lean } of before?.variations ?? []) {
  const base = bases.varied.get(baseId);
  if (base && suits(base, arms, bases.actions))
    tryVariation({ id, arms, lean, score: 0 }, base, bases);
}

// One each in turn, so that no base takes the room of the others.
const queues = [...bases.varied.values()].map((base) => ({
  base,
  candidates: candidatesFor(base, bases),
  next: 0,
}));
let isAdding = true;
while (isAdding) {
  isAdding = false;
  for (const queue of queues) {
    const { base, candidates } = queue;
    const { id, category } = base.pose;
    if ((countOf.base.get(id) ?? 0) >= MOST_PER_BASE) continue;
    if ((countOf.category.get(category) ?? 0) >= QUOTAS[category]) continue;
    for (let candidate = candidates[queue.next]; candidate; candidate = candidates[queue.next]) {
      queue.next++;
      if (!tryVariation(candidate, base, bases)) continue;
      isAdding = true;
      break;
    }
  }
}

const lines = chosen.map((variation) => `    ${JSON.stringify(variation)}`).join(',\n');
const head = JSON.stringify({ license: LICENSE, refused, unwanted }, null, 2).slice(0, -2);
writeFileSync(FILE, `${head},\n  "variations": [\n${lines}\n  ]\n}\n`);
process.stdout.write(
  `${distinctBases} distinct of ${bases.poses.length} written poses, ${chosen.length} variations.\n` +
    `${inspect(Object.fromEntries(countOf.category))} ${inspect(refused)}\n`,
);
