import contrapposto from './library/contrapposto.json' with { type: 'json' };
import crouching from './library/crouching.json' with { type: 'json' };
import floor from './library/floor.json' with { type: 'json' };
import hands from './library/hands.json' with { type: 'json' };
import jumping from './library/jumping.json' with { type: 'json' };
import leaning from './library/leaning.json' with { type: 'json' };
import overShoulder from './library/over_shoulder.json' with { type: 'json' };
import actions from './library/parts/actions.json' with { type: 'json' };
import arms from './library/parts/arms.json' with { type: 'json' };
import stances from './library/parts/stances.json' with { type: 'json' };
import seated from './library/seated.json' with { type: 'json' };
import standing from './library/standing.json' with { type: 'json' };
import turned from './library/turned.json' with { type: 'json' };
import variations from './library/variations.json' with { type: 'json' };
import walking from './library/walking.json' with { type: 'json' };
import { assemblePose, type LibraryPose } from './library-pose.ts';
import { type ArmNames, armNames } from './named-arm.ts';
import { ArmFile, PoseFile, StanceFile } from './pose-entry.ts';
import { ActionFile, VariationFile } from './variation-parts.ts';
import { postureOf, type VariedBase, varyPose } from './vary-pose.ts';

const FILES: readonly unknown[] = [
  standing,
  contrapposto,
  hands,
  turned,
  overShoulder,
  walking,
  leaning,
  seated,
  floor,
  crouching,
  jumping,
];

/** The written poses with what variations of them are made of. */
export interface LibraryBases {
  readonly poses: readonly LibraryPose[];
  /** Ids of bodies that only lend themselves to variations. */
  readonly unlisted: ReadonlySet<string>;
  readonly varied: ReadonlyMap<string, VariedBase>;
  readonly actions: ActionFile;
  readonly arms: ArmNames;
}

/** Reads and checks the poses a person wrote, in gallery order. Throws on the first entry that is wrong. */
export function readBases(): LibraryBases {
  const names = armNames(ArmFile.parse(arms).arms);
  const parts = { stances: StanceFile.parse(stances).stances, arms: names };
  const varied = new Map<string, VariedBase>();
  const unlisted = new Set<string>();
  const poses = FILES.flatMap((file) => {
    const { category, poses: entries } = PoseFile.parse(file);
    return entries.map((entry) => {
      const pose = assemblePose(entry, category, parts);
      if (!entry.isListed) unlisted.add(entry.id);
      if (entry.vary) {
        const { isMoving, ...body } = entry.vary;
        varied.set(pose.id, { pose, body, posture: postureOf(pose.spec), isMoving });
      }
      return pose;
    });
  });
  return { poses, unlisted, varied, actions: ActionFile.parse(actions), arms: names };
}

/** The whole library: the listed written poses first, then their variations. Throws on the first entry that is wrong. */
export function readLibrary(): LibraryPose[] {
  const bases = readBases();
  const file = VariationFile.parse(variations);
  const written = bases.poses.filter(({ id }) => !bases.unlisted.has(id));
  const made = file.variations.map((variation) => {
    const base = bases.varied.get(variation.base);
    if (!base) throw new Error(`Pose ${variation.id}: "${variation.base}" has no variations.`);
    return varyPose(variation, base, bases.actions, bases.arms);
  });
  return [...written, ...made];
}
