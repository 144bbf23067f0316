// Looking poses up by a skeleton among 10,000, and reading the pose in a photo, beside the least that must be done.
import { readFile } from 'node:fs/promises';
import {
  createViewSearch,
  poseCamera,
  poseDistance,
  poseEmbedding,
  projectCoco18,
} from '@lumiku/pose-kit';
import { poseLibrary, solveLibraryPose } from '@lumiku/poses';
import { createVision } from '@lumiku/vision';
import { samplePhotos } from '@lumiku/vision/testing';
import sharp from 'sharp';
import { percentile, printFigures, timeEach } from './support/report.ts';

const POSES = 10_000;
const TIMES = 40;
const SIZE = { widthPx: 768, heightPx: 1024 };

const library = poseLibrary.map((pose) => ({
  pose,
  solved: solveLibraryPose(pose),
  yaw: pose.camera.yaw,
}));
const many = Array.from({ length: POSES }, (_, at) => library[at % library.length]).filter(
  (one) => one !== undefined,
);
const search = createViewSearch(many);
const skeletons = many.slice(0, TIMES + 5).map(({ pose, solved }) => {
  const camera = poseCamera({ ...pose.camera, solved, ...SIZE });
  return projectCoco18(solved, camera);
});
const embeddings = many.map(({ pose, solved }) => poseEmbedding(solved, pose.camera));
const searched = await timeEach(TIMES, (at) => search.nearest(skeletons[at] ?? [], 24));
const oneSided = await timeEach(TIMES, (at) => {
  const wanted = embeddings[at] ?? [];
  return embeddings.map((other) => poseDistance(wanted, other)).sort((a, b) => a - b);
});

const vision = createVision({ memoryLimitMb: 1500, recycleAfter: 10_000, timeoutMs: 60_000 });
try {
  const photo = await readFile(samplePhotos().footballer);
  const decoded = await timeEach(TIMES, () => sharp(photo).raw().toBuffer());
  const quick = await timeEach(TIMES, () => vision.findBodies(photo));
  const careful = await timeEach(TIMES, () => vision.findBodies(photo, { careful: true }));
  const decoding = { what: 'decoding it', value: percentile(decoded, 0.5) };
  const figure = (what: string, times: readonly number[], target: string) => ({
    ...{ what, unit: 'ms' as const, target, baseline: decoding },
    measured: percentile(times, 0.5),
    tail: percentile(times, 0.99),
  });
  printFigures('Poses', [
    {
      ...{ what: 'a skeleton among 10,000 poses, every side', unit: 'ms', target: 'under 50 ms' },
      measured: percentile(searched, 0.5),
      tail: percentile(searched, 0.99),
      baseline: { what: 'from their own side only', value: percentile(oneSided, 0.5) },
    },
    figure('photo to skeleton, warm', quick, 'under 150 ms'),
    figure('photo to skeleton, carefully', careful, 'none'),
  ]);
} finally {
  await vision.close();
}
