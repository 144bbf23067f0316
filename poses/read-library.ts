import contrapposto from './library/contrapposto.json' with { type: 'json' };
import crouching from './library/crouching.json' with { type: 'json' };
import floor from './library/floor.json' with { type: 'json' };
import hands from './library/hands.json' with { type: 'json' };
import jumping from './library/jumping.json' with { type: 'json' };
import leaning from './library/leaning.json' with { type: 'json' };
import overShoulder from './library/over_shoulder.json' with { type: 'json' };
import arms from './library/parts/arms.json' with { type: 'json' };
import stances from './library/parts/stances.json' with { type: 'json' };
import seated from './library/seated.json' with { type: 'json' };
import standing from './library/standing.json' with { type: 'json' };
import turned from './library/turned.json' with { type: 'json' };
import walking from './library/walking.json' with { type: 'json' };
import { assemblePose, type LibraryPose } from './library-pose.ts';
import { ArmFile, PoseFile, StanceFile } from './pose-entry.ts';

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

/** Reads and checks all files of the library, in gallery order. Throws on the first entry that is wrong. */
export function readLibrary(): LibraryPose[] {
  const parts = { stances: StanceFile.parse(stances).stances, arms: ArmFile.parse(arms).arms };
  return FILES.flatMap((file) => {
    const { category, poses } = PoseFile.parse(file);
    return poses.map((entry) => assemblePose(entry, category, parts));
  });
}
