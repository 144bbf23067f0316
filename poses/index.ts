import { createHash } from 'node:crypto';
import { rigFor, type SolvedPose, solvePose } from '@lumiku/pose-kit';
import type { LibraryPose } from './library-pose.ts';
import { readLibrary } from './read-library.ts';
import thumbnailIndex from './thumbnails/index.json' with { type: 'json' };

export type { LibraryPose } from './library-pose.ts';

/** Every pose the product ships with, in gallery order. */
export const poseLibrary: readonly LibraryPose[] = readLibrary();

/** The pose on the body it is meant for: joints in fractions of stature, before its camera. */
export function solveLibraryPose(pose: Pick<LibraryPose, 'spec' | 'gender'>): SolvedPose {
  return solvePose(pose.spec, rigFor(pose.gender));
}

/** Cosines differ in the last bits from machine to machine; a digest must not. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value;
}

/** SHA-256 of how a pose looks, hex: its joints, parts and camera, but not its names and tags. */
export function poseShapeDigest(pose: LibraryPose): string {
  const look = JSON.stringify([solveLibraryPose(pose), pose.camera], rounded);
  return createHash('sha256').update(look).digest('hex');
}

const known: Readonly<Record<string, string>> = thumbnailIndex.poses;

/** The beginning of `poseShapeDigest`, read from thumbnails/index.json, which a test holds fresh. */
export function knownShapeDigest(id: string): string {
  return known[id] ?? '';
}

/**
 * SHA-256 of the whole library, hex: seed again when it differs from the one seeded last. Reads how the poses look
 * from thumbnails/index.json, which a test holds fresh, instead of solving a thousand poses at every start.
 */
export function libraryDigest(): string {
  return createHash('sha256')
    .update(JSON.stringify(poseLibrary))
    .update(JSON.stringify(thumbnailIndex.poses))
    .digest('hex');
}

/** Where the thumbnail of a pose lies, a 384 × 512 WebP. */
export function thumbnailFile(id: string): URL {
  return new URL(`./thumbnails/${id}.webp`, import.meta.url);
}
