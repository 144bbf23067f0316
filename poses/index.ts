import { createHash } from 'node:crypto';
import { rigFor, type SolvedPose, solvePose } from '@lumiku/pose-kit';
import type { LibraryPose } from './library-pose.ts';
import { readLibrary } from './read-library.ts';

export type { LibraryPose } from './library-pose.ts';

/** Every pose the product ships with, in gallery order. */
export const poseLibrary: readonly LibraryPose[] = readLibrary();

/** The pose on the body it is meant for: joints in fractions of stature, before its camera. */
export function solveLibraryPose(pose: Pick<LibraryPose, 'spec' | 'gender'>): SolvedPose {
  return solvePose(pose.spec, rigFor(pose.gender));
}

/** SHA-256 of one pose's content, hex; changes when anything about the pose changes. */
export function poseDigest(pose: LibraryPose): string {
  const solved = solveLibraryPose(pose);
  return createHash('sha256').update(JSON.stringify({ pose, solved })).digest('hex');
}

/** SHA-256 of the whole library, hex: seed again when it differs from the one seeded last. */
export function libraryDigest(): string {
  const hash = createHash('sha256');
  for (const pose of poseLibrary) hash.update(poseDigest(pose));
  return hash.digest('hex');
}

/** Where the thumbnail of a pose lies, a 384 × 512 WebP. */
export function thumbnailFile(id: string): URL {
  return new URL(`./thumbnails/${id}.webp`, import.meta.url);
}
