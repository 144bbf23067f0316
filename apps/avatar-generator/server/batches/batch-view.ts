import type {
  Batch,
  BatchCounts,
  BatchCredits,
  BatchStatus,
  GenerationStatus,
} from '../../contract.ts';
import { priceOf } from '../../contract.ts';
import type { GenerationRow } from '../generation-view.ts';
import type { avatarBatches } from '../tables.ts';

export type BatchRow = typeof avatarBatches.$inferSelect;

/** What of a generation decides how its batch stands. */
export type BatchPart = Pick<
  GenerationRow,
  'batchPlace' | 'status' | 'quality' | 'priority' | 'creditUsed' | 'thumbnailUrl' | 'createdAt'
>;

const THUMBNAILS_MAX = 4;

/** A batch as the API shows it. @param parts its generations, every try of every place, newest first within a place. */
export function viewBatch(row: BatchRow, parts: readonly BatchPart[]): Batch {
  const latest = latestPerPlace(parts);
  const counts = countsOf(latest.map((part) => part.status));
  return {
    id: row.id,
    userId: row.userId,
    name: row.name,
    quality: row.quality,
    priority: row.priority,
    stylePreset: row.stylePreset,
    status: batchStatus(counts),
    counts,
    credits: creditsOf(parts),
    thumbnailUrls: latest
      .flatMap(({ thumbnailUrl }) => (thumbnailUrl === null ? [] : [thumbnailUrl]))
      .slice(0, THUMBNAILS_MAX),
    createdAt: row.createdAt.toISOString(),
  };
}

/** Of each place the newest try, in the order of places. @param parts ordered by place, newest first within one. */
export function latestPerPlace<Part extends Pick<BatchPart, 'batchPlace'>>(
  parts: readonly Part[],
): Part[] {
  return parts.filter((part, index) => part.batchPlace !== parts[index - 1]?.batchPlace);
}

/** Where the batch stands as a whole. */
export function batchStatus(counts: BatchCounts): BatchStatus {
  const { total, pending, completed, cancelled } = counts;
  if (pending + counts.processing > 0) return pending === total ? 'pending' : 'processing';
  if (completed === total && total > 0) return 'completed';
  if (completed > 0) return 'partial';
  return cancelled > 0 && counts.failed === 0 ? 'cancelled' : 'failed';
}

function countsOf(statuses: readonly GenerationStatus[]): BatchCounts {
  const counts = {
    ...{ total: statuses.length, pending: 0, processing: 0, completed: 0, failed: 0, cancelled: 0 },
  };
  for (const status of statuses) counts[status] += 1;
  return counts;
}

/** A generation's own `creditUsed` is what it holds, what it took, or 0 when it gave everything back. */
function creditsOf(parts: readonly BatchPart[]): BatchCredits {
  const credits = { price: 0, captured: 0, held: 0, released: 0 };
  for (const part of parts) {
    const price = priceOf(part);
    const isUnfinished = part.status === 'pending' || part.status === 'processing';
    credits.price += price;
    if (isUnfinished) credits.held += part.creditUsed;
    else credits.captured += part.creditUsed;
    credits.released += price - part.creditUsed;
  }
  return credits;
}
