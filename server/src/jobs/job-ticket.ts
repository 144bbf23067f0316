import type { JobTicket } from '@lumiku/app-kit';
import { eq } from 'drizzle-orm';
import { holdsLease, type Lease } from './claim-job.ts';
import type { JobParts } from './job-parts.ts';
import { JobStopped } from './job-stopped.ts';
import { jobs } from './tables.ts';

/** The engine's ticket in the job's row; only the holder of the lease may write it. */
export function createJobTicket(parts: JobParts, lease: Lease): JobTicket {
  const write = async (engineId: string | null, ticket: Record<string, unknown> | null) => {
    const [row] = await parts.db
      .update(jobs)
      .set({ engineId, ticket })
      .where(holdsLease(lease))
      .returning({ id: jobs.id });
    if (!row) throw new JobStopped('lease_lost');
  };
  return {
    async load() {
      const [row] = await parts.db
        .select({ engineId: jobs.engineId, ticket: jobs.ticket })
        .from(jobs)
        .where(eq(jobs.id, lease.jobId));
      if (!row?.engineId || !row.ticket) return null;
      return { engineId: row.engineId, ticket: row.ticket };
    },
    store: (engineId, ticket) => write(engineId, ticket),
    clear: () => write(null, null),
  };
}
