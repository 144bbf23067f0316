import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Lease } from './claim-job.ts';
import type { JobParts } from './job-parts.ts';
import { jobs } from './tables.ts';

export interface LeaseKeeper {
  /** Renews this lease until `drop`; calls `lost` once should it be gone. */
  keep(lease: Lease, lost: () => void): void;
  drop(lease: Lease): void;
  close(): void;
}

interface Kept {
  readonly lease: Lease;
  readonly lost: () => void;
  /** On this process's monotonic clock. */
  until: number;
}

/**
 * Renews the leases of one process, all in one statement, three times per lease. A lease that could not be renewed in
 * its time (the database was away) counts as lost: somebody else may have it.
 */
export function createLeaseKeeper(
  parts: Pick<JobParts, 'db' | 'leaseMs' | 'log'>,
  owner: string,
): LeaseKeeper {
  const kept = new Map<string, Kept>();

  async function renew(): Promise<void> {
    if (kept.size === 0) return;
    const until = performance.now() + parts.leaseMs;
    const asked = [...kept.values()];
    try {
      const rows = await parts.db
        .update(jobs)
        .set({
          leaseUntil: sql`clock_timestamp() + ${parts.leaseMs} * interval '1 millisecond'`,
        })
        .where(
          and(
            eq(jobs.leaseOwner, owner),
            eq(jobs.state, 'processing'),
            inArray(
              jobs.id,
              asked.map((entry) => entry.lease.jobId),
            ),
          ),
        )
        .returning({ id: jobs.id, claims: jobs.claims });
      const renewed = new Map(rows.map((row) => [row.id, row.claims]));
      for (const entry of asked) {
        if (renewed.get(entry.lease.jobId) === entry.lease.claim) entry.until = until;
        else lose(entry);
      }
    } catch (error) {
      parts.log.warn({ err: error }, 'Leases could not be renewed; trying again.');
    }
    const now = performance.now();
    for (const entry of kept.values()) if (entry.until <= now) lose(entry);
  }

  function lose(entry: Kept): void {
    if (kept.get(entry.lease.jobId) !== entry) return;
    kept.delete(entry.lease.jobId);
    entry.lost();
  }

  const timer = setInterval(() => void renew(), Math.max(parts.leaseMs / 3, 20));
  return {
    keep(lease, lost) {
      kept.set(lease.jobId, { lease, lost, until: performance.now() + parts.leaseMs });
    },
    drop(lease) {
      if (kept.get(lease.jobId)?.lease === lease) kept.delete(lease.jobId);
    },
    close() {
      clearInterval(timer);
      kept.clear();
    },
  };
}
