import { createHash } from 'node:crypto';
import type { Clock } from '@lumiku/app-kit';
import type { PhotoReport } from '@lumiku/contract';

const KEPT_MS = 60 * 60 * 1000;
const KEPT_MAX = 1_000;

/**
 * What was seen in photos checked a moment ago, by the hash of the file as it was sent; in memory, for an hour. Only
 * spares a second look: a photo that is not in here is looked at by the job.
 */
export interface CheckedPhotos {
  remember(hash: string, report: PhotoReport): void;
  find(hash: string): PhotoReport | null;
}

export function createCheckedPhotos(clock: Clock): CheckedPhotos {
  const reports = new Map<string, { report: PhotoReport; until: number }>();
  return {
    remember(hash, report) {
      reports.delete(hash);
      reports.set(hash, { report, until: clock.now().getTime() + KEPT_MS });
      const [oldest] = reports.keys();
      if (reports.size > KEPT_MAX && oldest !== undefined) reports.delete(oldest);
    },
    find(hash) {
      const found = reports.get(hash);
      if (!found) return null;
      if (found.until > clock.now().getTime()) return found.report;
      reports.delete(hash);
      return null;
    },
  };
}

/** SHA-256 of a file's bytes, in hex. */
export async function hashFile(file: Blob): Promise<string> {
  return createHash('sha256')
    .update(new Uint8Array(await file.arrayBuffer()))
    .digest('hex');
}
