import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BodyEyes } from './detect-bodies.ts';
import { packageRoot } from './models.ts';
import { PoseFinder } from './pose-finder.ts';
import { PoseReader } from './pose-reader.ts';
import { TfliteNetwork } from './tflite-network.ts';

/** The package packs the pose detector as its only web asset; the file is the network as it is. */
const FINDER = { file: 'pose_solution_packed_assets.data', boxes: 0, scores: 1 };
const READER = {
  quick: 'pose_landmark_full.tflite',
  careful: 'pose_landmark_heavy.tflite',
  points: 0,
  presence: 1,
  world: 4,
};

/** The networks that find and read poses, from the installed package. After `loadModels`, which starts tfjs. */
export function loadBodyEyes(): BodyEyes {
  const root = packageRoot('@mediapipe/pose');
  const network = (file: string, outputs: readonly number[]) =>
    new TfliteNetwork(readFileSync(join(root, file)), outputs);
  const reader = (file: string) =>
    new PoseReader(network(file, [READER.points, READER.presence, READER.world]));
  let careful: PoseReader | undefined;
  return {
    finder: new PoseFinder(network(FINDER.file, [FINDER.boxes, FINDER.scores])),
    reader: reader(READER.quick),
    carefulReader: () => {
      careful ??= reader(READER.careful);
      return careful;
    },
  };
}
