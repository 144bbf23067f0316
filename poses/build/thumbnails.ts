/**
 * Draws the thumbnail of every pose that changed since it was drawn last, or of all when the renderer changed:
 *   bun poses/build/thumbnails.ts [--changed-poses-only]
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { createFigurePool } from '@lumiku/figure/pool';
import sharp from 'sharp';
import { poseLibrary, solveLibraryPose, thumbnailFile } from '../index.ts';
import {
  INDEX_FILE,
  readThumbnailIndex,
  THUMBNAIL_FOLDER,
  wantedThumbnails,
} from './thumbnail-index.ts';

const SIZE = { widthPx: 384, heightPx: 512 };
const WEBP_QUALITY = 80;
const BACKDROP = '#e6e5e2';

mkdirSync(THUMBNAIL_FOLDER, { recursive: true });
const before = readThumbnailIndex();
const wanted = wantedThumbnails();
const keepsOldRenderer = process.argv.includes('--changed-poses-only');
const isFresh = (id: string): boolean =>
  (keepsOldRenderer || before.renderer === wanted.renderer) &&
  before.poses[id] === wanted.poses[id] &&
  existsSync(thumbnailFile(id));

for (const file of readdirSync(THUMBNAIL_FOLDER)) {
  const id = file.replace(/\.webp$/, '');
  if (file.endsWith('.webp') && !(id in wanted.poses)) rmSync(THUMBNAIL_FOLDER + file);
}

const stale = poseLibrary.filter((pose) => !isFresh(pose.id));
const pool = createFigurePool({ workers: Math.min(4, availableParallelism()) });
try {
  for (const pose of stale) {
    const picture = await pool.render({
      pose: solveLibraryPose(pose),
      look: 'clay',
      camera: pose.camera,
      ...SIZE,
      backdrop: BACKDROP,
      smoothEdges: true,
      seed: 1,
    });
    const raw = { width: picture.widthPx, height: picture.heightPx, channels: 3 } as const;
    const webp = await sharp(picture.pixels, { raw }).webp({ quality: WEBP_QUALITY }).toBuffer();
    writeFileSync(thumbnailFile(pose.id), webp);
  }
} finally {
  await pool.close();
}
const renderer = keepsOldRenderer ? before.renderer : wanted.renderer;
writeFileSync(INDEX_FILE, `${JSON.stringify({ ...wanted, renderer }, null, 2)}\n`);
console.log(
  `${stale.length} thumbnails drawn, ${poseLibrary.length - stale.length} were up to date.`,
);
