import type { PhotoReport } from '@lumiku/contract';

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
  /** Starts the child and loads its networks, so the first look is not the slow one. */
  warmUp(): Promise<void>;
  /** Of the child, while there is one; for health pages. */
  processId(): number | undefined;
  close(): Promise<void>;
}
