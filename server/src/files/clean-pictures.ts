import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { PictureQueue } from './picture-queue.ts';
import { type CleanPicture, readUpload, type UploadLimits } from './read-upload.ts';

/** Cleaned uploads by their content, so that a photo checked a moment ago is not decoded again when it is sent in. */
export interface CleanPictures {
  /** @throws Fault, as `readUpload`; a refusal is not remembered. */
  of(file: Blob): Promise<CleanPicture>;
}

/** A person looks for a pose in between; after that the photo is gone from memory. */
const KEPT_MS = 10 * 60_000;
const KEPT_BYTES_MAX = 48_000_000;

/**
 * Keyed by a hash of the whole file: the same bytes give the same picture, whoever sent them, so nobody can learn
 * anything of another's photo. The same file sent twice at once is decoded once.
 */
export function createCleanPictures(limits: UploadLimits, queue: PictureQueue): CleanPictures {
  const kept = new LRUCache<string, CleanPicture>({
    ttl: KEPT_MS,
    ttlAutopurge: true,
    maxSize: KEPT_BYTES_MAX,
    sizeCalculation: (picture) => picture.bytes.byteLength,
  });
  const underWay = new Map<string, Promise<CleanPicture>>();
  return {
    of: async (file) => {
      if (file.size > limits.sizeBytesMax) return await readUpload(file, limits, queue);
      const hash = createHash('sha256')
        .update(new Uint8Array(await file.arrayBuffer()))
        .digest('base64');
      const known = kept.get(hash) ?? underWay.get(hash);
      if (known) return await known;
      const reading = readUpload(file, limits, queue).finally(() => underWay.delete(hash));
      underWay.set(hash, reading);
      const picture = await reading;
      kept.set(hash, picture);
      return picture;
    },
  };
}
