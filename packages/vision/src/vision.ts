import type { PhotoReport } from '@lumiku/contract';

/**
 * Looks at photos in a child process (memory limit, recycled after so many photos, restarted when it dies).
 * Pictures go in as encoded files; nothing about a person is kept.
 */
export interface Vision {
  /**
   * @param photo JPEG, PNG or WebP, already checked, upright.
   * @throws Fault `VISION_UNAVAILABLE` (503) when the child cannot answer in time.
   */
  look(photo: Uint8Array, signal?: AbortSignal): Promise<PhotoReport>;
  close(): Promise<void>;
}
