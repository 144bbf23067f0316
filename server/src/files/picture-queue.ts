import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import sharp from 'sharp';
import { uploadFaults } from './upload-faults.ts';

// No picture is read twice, so a cache of them is memory lost; and many pictures side by side, one thread each, are
// done sooner than one after the other with all threads.
sharp.cache(false);
sharp.concurrency(1);

/** Lets only so many pictures be decoded at once, whatever comes in: each may take hundreds of megabytes unpacked. */
export interface PictureQueue {
  /** @throws Fault UPLOADS_BUSY (503) when too many wait already. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** Decoding itself happens in sharp's own threads; the event loop only waits. */
export function createPictureQueue(
  options: { atOnce?: number; waitingMax?: number } = {},
): PictureQueue {
  const { atOnce = Math.max(2, availableParallelism()), waitingMax = 200 } = options;
  const limit = pLimit(atOnce);
  return {
    run: async (work) => {
      if (limit.pendingCount >= waitingMax) throw uploadFaults.busy();
      return await limit(work);
    },
  };
}
