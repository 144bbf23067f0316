import { Fault } from '@lumiku/contract';

/** Network errors and SQLSTATEs (class 08, shutdowns, too many connections) that mean: not now, perhaps in a moment. */
const UNREACHABLE_CODES =
  /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|08\w{3}|57P0[1-5]|53300)$/;
const UNREACHABLE_MESSAGES =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|Cannot use a pool after|not queryable/i;
const DATABASE_STACK = /pg-pool|node_modules\/pg\/|pg-protocol|connect .*\.s\.PGSQL|drizzle/;

/**
 * The fault inside an error, however deep: drizzle wraps what a query throws. A database that cannot be reached
 * becomes DATABASE_UNAVAILABLE (503).
 * @returns null when the error is nobody's fault: a bug.
 */
export function findFault(error: unknown): Fault | null {
  let current: unknown = error;
  for (let depth = 0; depth < 8 && current instanceof Error; depth++) {
    if (current instanceof Fault) return current;
    if (isUnreachable(current)) return databaseUnavailable(current);
    current = current.cause;
  }
  return null;
}

function isUnreachable(error: Error): boolean {
  if (UNREACHABLE_MESSAGES.test(error.message)) return true;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (!UNREACHABLE_CODES.test(code)) return false;
  // ENOENT and friends also come from files; only those of the database connection count.
  return /^\d/.test(code) || DATABASE_STACK.test(`${error.message}\n${error.stack ?? ''}`);
}

/** The database cannot be reached right now. */
export function databaseUnavailable(cause: unknown): Fault {
  return new Fault({
    code: 'DATABASE_UNAVAILABLE',
    status: 503,
    message: 'The database cannot be reached right now. Nothing was changed.',
    fix: 'Try again in a few seconds.',
    retryAfterSeconds: 5,
    cause,
  });
}
