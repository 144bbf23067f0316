import type { Database, Log } from '@lumiku/app-kit';
import { Fault, notFound } from '@lumiku/contract';
import { verifyPassword } from 'better-auth/crypto';
import { and, asc, eq, ne, sql } from 'drizzle-orm';
import { signInMethods, users } from './tables.ts';

/**
 * Removes a person: their row and, by the foreign keys, every row that is theirs; then their files. An owner who is
 * not the last one here hands the studio to the longest-serving other admin.
 * @throws Fault PASSWORD_WRONG (400), OWNER_LAST_ADMIN (409), STORAGE_AWAY (503); nothing is changed then.
 */
export async function deleteAccount(
  deps: {
    db: Database;
    log: Log;
    /** Rejects when files could not be removed now. */
    checkFiles: () => Promise<void>;
    removeFiles: (userId: string) => Promise<void>;
  },
  person: { userId: string; password: string },
): Promise<void> {
  await checkPassword(deps.db, person);
  await deps.checkFiles();
  await deps.db.transaction(async (tx) => {
    // Owners hand over one at a time.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('lumiku.first-owner', 0))`);
    const [leaving] = await tx
      .select({ isOwner: users.isOwner })
      .from(users)
      .where(eq(users.id, person.userId));
    if (!leaving) throw notFound('account');
    const [heir] = leaving.isOwner
      ? await tx
          .select({ id: users.id })
          .from(users)
          .where(and(ne(users.id, person.userId), eq(users.role, 'admin'), eq(users.banned, false)))
          .orderBy(asc(users.createdAt), asc(users.id))
          .limit(1)
      : [];
    if (leaving.isOwner && !heir) {
      const others = await tx.$count(users, ne(users.id, person.userId));
      if (others > 0) throw ownerLastAdmin();
    }
    await tx.delete(users).where(eq(users.id, person.userId));
    if (heir) await tx.update(users).set({ isOwner: true }).where(eq(users.id, heir.id));
  });
  // The account is gone, whatever becomes of this; files that nothing names any more the sweeper removes.
  await deps.removeFiles(person.userId).catch((error: unknown) => {
    deps.log.warn({ err: error }, 'Files of a deleted account are left for the sweeper.');
  });
}

async function checkPassword(
  db: Database,
  person: { userId: string; password: string },
): Promise<void> {
  const [method] = await db
    .select({ hash: signInMethods.password })
    .from(signInMethods)
    .where(
      and(eq(signInMethods.userId, person.userId), eq(signInMethods.providerId, 'credential')),
    );
  const isRight =
    method?.hash && (await verifyPassword({ hash: method.hash, password: person.password }));
  if (isRight) return;
  throw new Fault({
    code: 'PASSWORD_WRONG',
    status: 400,
    message: 'The password is not right, so nothing was deleted.',
    fix: 'Type your current password again.',
  });
}

function ownerLastAdmin(): Fault {
  return new Fault({
    code: 'OWNER_LAST_ADMIN',
    status: 409,
    message: 'You own this studio and are its only admin, and others have accounts here.',
    fix: 'Make somebody else an admin first; they will own the studio when you leave.',
  });
}
