import { Fault, notFound } from '@lumiku/contract';
import type { JobsRoom } from '../jobs/index.ts';
import type { AuditLog } from './audit-log.ts';

/** Ends somebody's work; its hold is given back. @throws Fault NOT_FOUND (404), JOB_ENDED (409) */
export async function cancelWork(
  deps: { jobs: Pick<JobsRoom, 'cancel' | 'find'>; audit: AuditLog },
  { id, adminId }: { id: string; adminId: string },
): Promise<void> {
  const job = await deps.jobs.find(id);
  if (!job) throw notFound('job');
  if (!(await deps.jobs.cancel(id))) {
    throw new Fault({
      code: 'JOB_ENDED',
      status: 409,
      message: 'This work has already come to an end.',
      fix: 'Load the queue again to see what is left.',
    });
  }
  const details = { kind: job.kind };
  await deps.audit.record({
    ...{ action: 'job.cancelled', actorId: adminId, targetId: job.userId, subject: id, details },
  });
}
