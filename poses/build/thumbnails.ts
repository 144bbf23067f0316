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
const WEBP_EFFORT = 6;
const BACKDROP = '#e6e5e2';
/** An interrupted run goes on from the last of so many. */
const SAVED_EVERY = 25;

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
const undrawn = new Set(stale.map(({ id }) => id));

/** Writes down which thumbnails are as they should be; drawn with the renderer as it is now. */
function saveIndex(): void {
  const poses = Object.fromEntries(Object.entries(wanted.poses).filter(([id]) => !undrawn.has(id)));
  const renderer = keepsOldRenderer ? before.renderer : wanted.renderer;
  writeFileSync(INDEX_FILE, `${JSON.stringify({ renderer, poses }, null, 2)}\n`);
}

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
    const webp = await sharp(picture.pixels, { raw })
      .webp({ quality: WEBP_QUALITY, effort: WEBP_EFFORT })
      .toBuffer();
    writeFileSync(thumbnailFile(pose.id), webp);
    undrawn.delete(pose.id);
    if (undrawn.size % SAVED_EVERY === 0) saveIndex();
  }
} finally {
  await pool.close();
}
saveIndex();
process.stdout.write(
  `${stale.length} thumbnails drawn, ${poseLibrary.length - stale.length} were up to date.\n`,
);
