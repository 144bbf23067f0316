import type { Clock, Database, Idempotency } from '@lumiku/app-kit';
import { Fault } from '@lumiku/contract';
import { and, eq, lt, sql } from 'drizzle-orm';
import { hashRequest } from './hash-request.ts';
import { idempotencyKeys } from './tables.ts';

/** How long a key is remembered. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;
const KEY = /^[\x21-\x7e]([\x20-\x7e]{0,253}[\x21-\x7e])?$/;

/** Idempotency over one table, plus the sweep that forgets keys older than seven days. */
export interface IdempotencyKeys extends Idempotency {
  /** @returns how many keys were forgotten. */
  sweep(): Promise<number>;
}

export function createIdempotency(deps: { db: Database; clock: Clock }): IdempotencyKeys {
  const expiredBefore = () => new Date(deps.clock.now().getTime() - KEPT_MS);
  return {
    async claim(tx, claim) {
      assertKey(claim.key);
      const requestHash = hashRequest(claim.request);
      const fresh = { requestHash, subjectId: claim.subjectId, createdAt: deps.clock.now() };
      // A twin waits here on the primary key until the first ends; if that one rolls back, this one becomes the first.
      const [first] = await tx
        .insert(idempotencyKeys)
        .values({ userId: claim.userId, operation: claim.operation, key: claim.key, ...fresh })
        .onConflictDoUpdate({
          target: [idempotencyKeys.userId, idempotencyKeys.operation, idempotencyKeys.key],
          set: fresh,
          setWhere: lt(idempotencyKeys.createdAt, expiredBefore()),
        })
        .returning({ key: idempotencyKeys.key });
      if (first) return null;
      const [earlier] = await tx
        .select({
          requestHash: idempotencyKeys.requestHash,
          subjectId: idempotencyKeys.subjectId,
        })
        .from(idempotencyKeys)
        .where(
          and(
            eq(idempotencyKeys.userId, claim.userId),
            eq(idempotencyKeys.operation, claim.operation),
            eq(idempotencyKeys.key, claim.key),
          ),
        );
      if (!earlier) throw new Error('idempotency key swept while being claimed');
      if (earlier.requestHash !== requestHash) throw keyReused();
      return earlier.subjectId;
    },
    async sweep() {
      const swept = await deps.db
        .delete(idempotencyKeys)
        .where(lt(idempotencyKeys.createdAt, expiredBefore()))
        .returning({ one: sql`1` });
      return swept.length;
    },
  };
}

function assertKey(key: string): void {
  if (KEY.test(key)) return;
  throw new Fault({
    code: 'IDEMPOTENCY_KEY_INVALID',
    status: 400,
    message: 'The Idempotency-Key header is not usable.',
    fix: 'Send 1 to 255 printable ASCII characters, for example a UUID.',
  });
}

function keyReused(): Fault {
  return new Fault({
    code: 'IDEMPOTENCY_KEY_REUSED',
    status: 422,
    message: 'This Idempotency-Key was already used for a different request.',
    fix: 'Use a new key for every new request; repeat a key only to repeat the very same request.',
  });
}
