import { randomUUID } from 'node:crypto';
import type { Database, Idempotency, Tx } from '@lumiku/app-kit';
import { Fault, type LedgerEntry } from '@lumiku/contract';
import { and, eq } from 'drizzle-orm';
import { users } from '../accounts/tables.ts';
import type { CreditBook } from './create-credits.ts';
import { toEntry } from './read-credits.ts';
import { creditEntries } from './tables.ts';

/** Told of each grant that was given, in its transaction. */
export type OnGrant = (
  tx: Tx,
  grant: { adminId: string | null; userId: string; amount: number; note: string | null },
) => Promise<void>;

export interface GiveGrant {
  /** Who gives; null when the command line does, which has no use for a key. */
  adminId: string | null;
  to: { userId: string } | { email: string };
  amount: number;
  note?: string | undefined;
  idempotencyKey?: string | undefined;
}

/**
 * An admin gives credits to a person, once per Idempotency-Key: a repeat answers the line the first one wrote.
 * @throws Fault PERSON_NOT_FOUND (404), CREDITS_AMOUNT_INVALID (400), IDEMPOTENCY_KEY_REUSED (422)
 */
export async function giveGrant(
  deps: {
    db: Database;
    credits: CreditBook;
    idempotency: Idempotency;
    onGrant?: OnGrant | undefined;
  },
  given: GiveGrant,
): Promise<{ userId: string; entry: LedgerEntry }> {
  return await deps.db.transaction(async (tx) => {
    const userId = await findPerson(tx, given.to);
    const fresh = `lumiku:grant:${randomUUID()}`;
    const { adminId, idempotencyKey, amount, note } = given;
    const earlier =
      adminId !== null && idempotencyKey !== undefined
        ? await deps.idempotency.claim(tx, {
            userId: adminId,
            key: idempotencyKey,
            operation: 'credits.grant',
            request: { userId, amount, note },
            subjectId: fresh,
          })
        : null;
    const reference = earlier ?? fresh;
    if (earlier === null) await deps.onGrant?.(tx, { adminId, userId, amount, note: note ?? null });
    await deps.credits.grant(tx, { userId, amount, kind: 'grant', reference, note });
    const [row] = await tx
      .select()
      .from(creditEntries)
      .where(
        and(
          eq(creditEntries.userId, userId),
          eq(creditEntries.kind, 'grant'),
          eq(creditEntries.reference, reference),
        ),
      );
    if (!row) throw new Error(`grant ${reference} was not written`);
    return { userId, entry: toEntry(row) };
  });
}

async function findPerson(tx: Tx, to: GiveGrant['to']): Promise<string> {
  const [user] = await tx
    .select({ id: users.id })
    .from(users)
    .where('userId' in to ? eq(users.id, to.userId) : eq(users.email, to.email.toLowerCase()));
  if (user) return user.id;
  throw new Fault({
    code: 'PERSON_NOT_FOUND',
    status: 404,
    message: 'Nobody in this studio has that e-mail or id.',
    fix: 'Look the person up in the list of users.',
  });
}
