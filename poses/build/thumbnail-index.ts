import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { poseLibrary, poseShapeDigest } from '../index.ts';

/** thumbnails/index.json: what each committed thumbnail was drawn from. */
export const ThumbnailIndex = z.strictObject({
  /** Digest of the code that draws. */
  renderer: z.string(),
  /** Pose id → digest of how the pose looks. */
  poses: z.record(z.string(), z.string()),
});
export type ThumbnailIndex = z.infer<typeof ThumbnailIndex>;

export const THUMBNAIL_FOLDER = fileURLToPath(new URL('../thumbnails/', import.meta.url));
export const INDEX_FILE = `${THUMBNAIL_FOLDER}index.json`;
const CODE_ROOT = fileURLToPath(new URL('../../packages/', import.meta.url));

export function readThumbnailIndex(): ThumbnailIndex {
  if (!existsSync(INDEX_FILE)) return { renderer: '', poses: {} };
  return ThumbnailIndex.parse(JSON.parse(readFileSync(INDEX_FILE, 'utf8')));
}

/** What the index says when every thumbnail is up to date. */
export function wantedThumbnails(): ThumbnailIndex {
  const hash = createHash('sha256');
  // What solves and draws; the rest of the pose kit only judges and exchanges poses.
  const code = globSync(['figure/src/**/*.ts', 'pose-kit/src/*.ts'], { cwd: CODE_ROOT });
  for (const file of code.filter((name) => !name.endsWith('.test.ts')).sort()) {
    hash.update(file).update(readFileSync(CODE_ROOT + file));
  }
  return {
    renderer: hash.digest('hex').slice(0, 16),
    poses: Object.fromEntries(
      poseLibrary.map((pose) => [pose.id, poseShapeDigest(pose).slice(0, 16)]),
    ),
  };
}
