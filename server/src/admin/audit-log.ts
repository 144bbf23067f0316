import type { Clock, Database, Tx } from '@lumiku/app-kit';
import type { AuditAction, AuditEntry, PageMeta } from '@lumiku/contract';
import { and, desc, eq, gte, lt, lte, or, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { users } from '../accounts/tables.ts';
import { auditEntries } from './tables.ts';

/** What was done, by whom, to whom. */
export interface Deed {
  action: AuditAction;
  /** Null: the command line of the server. */
  actorId: string | null;
  targetId?: string | null;
  subject?: string | null;
  details?: Record<string, string | number | null>;
}

export interface AuditFilter {
  action?: AuditAction | undefined;
  /** As actor or target. */
  userId?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
}

/** Writes lines of the audit log; hand it the deed's own transaction, so that both are there or neither. */
export function createAuditLog(deps: { db: Database; clock: Clock }) {
  const { db, clock } = deps;
  return {
    async record(deed: Deed, tx: Tx | Database = db): Promise<void> {
      const { action, actorId, targetId = null, subject = null, details = {} } = deed;
      await tx.insert(auditEntries).values({
        ...{ at: clock.now(), action, actorId, targetId, subject, details },
        isByPerson: actorId !== null,
        isToPerson: targetId !== null,
      });
    },
    /** Newest first. @param page.before id of the last line of the page before */
    async list(
      filter: AuditFilter,
      page: { limit: number; before?: number | undefined },
    ): Promise<{ data: AuditEntry[]; meta: PageMeta }> {
      const { limit, before } = page;
      const where = matching(filter);
      const older = before === undefined ? where : and(where, lt(auditEntries.id, before));
      const data = await readEntries(db, older, limit + 1);
      const total = await db.$count(auditEntries, where);
      const shown = data.slice(0, limit);
      const hasMore = data.length > limit;
      const last = shown.at(-1);
      const next = hasMore && last ? { nextCursor: String(last.id) } : {};
      return { data: shown, meta: { total, limit, offset: 0, hasMore, ...next } };
    },
    /** All of them, newest first, a few hundred at a time. */
    async *walk(filter: AuditFilter): AsyncGenerator<AuditEntry> {
      const where = matching(filter);
      let before: number | undefined;
      while (true) {
        const older = before === undefined ? where : and(where, lt(auditEntries.id, before));
        const some = await readEntries(db, older, WALK_ROWS);
        yield* some;
        before = some.at(-1)?.id;
        if (some.length < WALK_ROWS) return;
      }
    },
  };
}

export type AuditLog = ReturnType<typeof createAuditLog>;

const WALK_ROWS = 500;

function matching({ action, userId, from, to }: AuditFilter): SQL | undefined {
  return and(
    action === undefined ? undefined : eq(auditEntries.action, action),
    userId === undefined
      ? undefined
      : or(eq(auditEntries.actorId, userId), eq(auditEntries.targetId, userId)),
    from === undefined ? undefined : gte(auditEntries.at, from),
    to === undefined ? undefined : lte(auditEntries.at, to),
  );
}

async function readEntries(
  db: Database,
  where: SQL | undefined,
  limit: number,
): Promise<AuditEntry[]> {
  const actors = alias(users, 'actors');
  const targets = alias(users, 'targets');
  const rows = await db
    .select({ entry: auditEntries, actor: actors.name, target: targets.name })
    .from(auditEntries)
    .leftJoin(actors, eq(actors.id, auditEntries.actorId))
    .leftJoin(targets, eq(targets.id, auditEntries.targetId))
    .where(where)
    .orderBy(desc(auditEntries.id))
    .limit(limit);
  return rows.map(({ entry, actor, target }) => ({
    id: entry.id,
    at: entry.at.toISOString(),
    action: entry.action,
    actor: entry.isByPerson ? { id: entry.actorId, name: actor } : null,
    target: entry.isToPerson ? { id: entry.targetId, name: target } : null,
    subject: entry.subject,
    details: entry.details,
  }));
}
