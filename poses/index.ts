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

/** Cosines differ in the last bits from machine to machine; a digest must not. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value;
}

function digestOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content, rounded)).digest('hex');
}

/** SHA-256 of how a pose looks, hex: its joints, parts and camera, but not its names and tags. */
export function poseShapeDigest(pose: LibraryPose): string {
  return digestOf([solveLibraryPose(pose), pose.camera]);
}

/** SHA-256 of everything about one pose, hex: its names and facets too. */
export function poseDigest(pose: LibraryPose): string {
  return digestOf([pose, poseShapeDigest(pose)]);
}

/** SHA-256 of the whole library, hex: seed again when it differs from the one seeded last. */
export function libraryDigest(): string {
  return digestOf(poseLibrary.map(poseDigest));
}

/** Where the thumbnail of a pose lies, a 384 × 512 WebP. */
export function thumbnailFile(id: string): URL {
  return new URL(`./thumbnails/${id}.webp`, import.meta.url);
}
