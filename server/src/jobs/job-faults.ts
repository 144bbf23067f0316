import { Fault } from '@lumiku/contract';
import { findFault } from '../db/index.ts';

/** What the person reads when work failed; an error that is nobody's fault is ours. */
export function faultOfWork(error: unknown): Fault {
  return (
    findFault(error) ??
    new Fault({
      code: 'JOB_FAILED',
      status: 500,
      message: 'Something went wrong on our side while this was being made.',
      fix: 'Nothing was charged. Try again; if it happens again, tell the operator.',
      cause: error,
    })
  );
}

export function jobTimedOut(timeoutMs: number): Fault {
  return new Fault({
    code: 'JOB_TIMED_OUT',
    status: 503,
    message: `This took longer than ${Math.round(timeoutMs / 1_000)} seconds and was stopped.`,
    fix: 'Nothing was charged. Try again in a moment.',
  });
}

export function jobInterrupted(): Fault {
  return new Fault({
    code: 'JOB_INTERRUPTED',
    status: 503,
    message: 'The studio stopped again and again while this was being made.',
    fix: 'Nothing was charged. Try again; if it happens again, tell the operator.',
  });
}

/** How long until it is worth asking again: about as long as a picture takes. */
const IN_FLIGHT_RETRY_SECONDS = 15;

export function tooManyJobs(count: { limit: number; inFlight: number; more: number }): Fault {
  const { limit, inFlight, more } = count;
  const free = Math.max(0, limit - inFlight);
  return new Fault({
    code: 'JOBS_TOO_MANY',
    status: 429,
    message: `Your account may have ${limit} pictures in the making at once; ${inFlight} are, and ${more} more ${more === 1 ? 'was' : 'were'} asked for.`,
    fix:
      free === 0
        ? 'Nothing was charged. Wait until some of them are done.'
        : `Nothing was charged. Ask for ${free} at most, or wait until some of them are done.`,
    details: { limit, inFlight, requested: more },
    retryAfterSeconds: IN_FLIGHT_RETRY_SECONDS,
  });
}

/** Errors after which the same statement may go through: the database was away, or chose us as a deadlock's victim. */
export function isPassingDatabaseError(error: unknown): boolean {
  if (findFault(error)?.code === 'DATABASE_UNAVAILABLE') return true;
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && (at.code === '40P01' || at.code === '40001')) return true;
  }
  return false;
}
