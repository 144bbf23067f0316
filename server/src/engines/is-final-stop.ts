import { JobStopped } from '../jobs/index.ts';

/** Whether the work itself is to end, not only this worker's part in it. */
export function isFinalStop(reason: unknown): boolean {
  return reason instanceof JobStopped && (reason.why === 'ended' || reason.why === 'timed_out');
}
