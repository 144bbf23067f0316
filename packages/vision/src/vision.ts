import type { PhotoReport } from '@lumiku/contract';
import type { SeenBodies } from './seen-bodies.ts';

export interface FindBodiesOptions {
  readonly signal?: AbortSignal | undefined;
  /** Takes three times as long and tells front from back more surely, also of drawn figures. */
  readonly careful?: boolean;
}

/**
 * Looks at photos in a child process (memory limit, recycled after so many photos, restarted when it dies).
 * Pictures go in as encoded files; nothing about a person is kept.
 */
export interface Vision {
  /**
   * @param photo JPEG, PNG or WebP, already checked, upright.
   * @throws Fault `VISION_UNAVAILABLE` (503) when the child cannot answer in time, `PHOTO_UNREADABLE` (422) for a
   * file that cannot be decoded; the signal's reason once it is aborted.
   */
  look(photo: Uint8Array, signal?: AbortSignal): Promise<PhotoReport>;
  /** The poses of everybody in the photo; throws as `look` does. */
  findBodies(photo: Uint8Array, options?: FindBodiesOptions): Promise<SeenBodies>;
  /**
   * Whether the largest faces of two pictures are one person's: 0.5 and more most likely are (0 to 1); null when one
   * of them shows no face. Ask only with the person's consent: nothing of either face is kept. Throws as `look` does.
   */
  compareFaces(face: Uint8Array, picture: Uint8Array, signal?: AbortSignal): Promise<number | null>;
  /**
   * The target with the face of the other photo on its one person, PNG, size unchanged. Ask only with the person's
   * consent: nothing of either face is kept. Throws as `look` does.
   * @throws Fault `FACE_SWAP_…` (422) that says why this pair would not look right
   */
  swapFace(face: Uint8Array, target: Uint8Array, signal?: AbortSignal): Promise<SwappedPicture>;
  /** Starts the child and loads its networks, so the first look is not the slow one. */
  warmUp(): Promise<void>;
  /** Of the child, while there is one; for health pages. */
  processId(): number | undefined;
  close(): Promise<void>;
}

export interface SwappedPicture {
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}
