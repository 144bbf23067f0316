import { expect, test } from 'bun:test';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { readThumbnailIndex, THUMBNAIL_FOLDER, wantedThumbnails } from './build/thumbnail-index.ts';
import { poseLibrary, thumbnailFile } from './index.ts';

test('every thumbnail shows its pose as it is now; `bun poses/build/thumbnails.ts` draws them again', () => {
  expect(readThumbnailIndex().poses).toEqual(wantedThumbnails().poses);
});

test('every pose has a small WebP of 384 × 512, and there are no others', async () => {
  for (const pose of poseLibrary) {
    const file = Bun.file(fileURLToPath(thumbnailFile(pose.id)));
    expect(file.size).toBeLessThan(16_000);
    const { format, width, height } = await sharp(await file.bytes()).metadata();
    expect({ format, width, height }).toEqual({ format: 'webp', width: 384, height: 512 });
  }
  const files = readdirSync(THUMBNAIL_FOLDER).filter((name) => name.endsWith('.webp'));
  expect(files).toHaveLength(poseLibrary.length);
});
