import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BodyEyes } from './detect-bodies.ts';
import { packageRoot } from './models.ts';
import { PoseFinder } from './pose-finder.ts';
import { PoseReader } from './pose-reader.ts';
import { TfliteNetwork } from './tflite-network.ts';

/** The package packs the pose detector as its only web asset; the file is the network as it is. */
const FINDER = { file: 'pose_solution_packed_assets.data', boxes: 0, scores: 1 };
const READER = { file: 'pose_landmark_full.tflite', points: 0, presence: 1, world: 4 };

/** The networks that find and read poses, from the installed package. After `loadModels`, which starts tfjs. */
export function loadBodyEyes(): BodyEyes {
  const root = packageRoot('@mediapipe/pose');
  const network = (file: string, outputs: readonly number[]) =>
    new TfliteNetwork(readFileSync(join(root, file)), outputs);
  return {
    finder: new PoseFinder(network(FINDER.file, [FINDER.boxes, FINDER.scores])),
    reader: new PoseReader(network(READER.file, [READER.points, READER.presence, READER.world])),
  };
}
