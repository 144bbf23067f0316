import { randomUUID } from 'node:crypto';
import type { Clock, Database, SharedPicture, Shares } from '@lumiku/app-kit';
import { notFound, type ShareLink, type Words } from '@lumiku/contract';
import { and, desc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { createShareTokens } from './share-token.ts';
import { shareLinks } from './tables.ts';

type Row = typeof shareLinks.$inferSelect;

/** What the public page shows. */
export interface PublicPicture {
  pictureUrl: string;
  clipUrl: string | null;
  title: Words;
  expiresAt: Date | null;
}

export interface SharesRoom extends Shares {
  list(userId: string): Promise<ShareLink[]>;
  /** @throws Fault NOT_FOUND (404) */
  revokeById(userId: string, id: string): Promise<void>;
  /** @param isView counts it. @returns null for a token that is wrong, revoked or over: nobody learns which. */
  open(token: string, isView: boolean): Promise<PublicPicture | null>;
  sweep(): Promise<void>;
}

const DAY_MS = 24 * 3_600_000;

/** Links to single pictures and clips: signed, ending, revocable, counted. */
export function createShares(deps: { db: Database; clock: Clock; secret: string }): SharesRoom {
  const { db, clock } = deps;
  const tokens = createShareTokens(deps.secret);
  const view = (row: Row): ShareLink => ({
    id: row.id,
    path: `/s/${tokens.of(row.id)}`,
    subject: row.subject,
    title: row.title,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    views: row.views,
    lastViewedAt: row.lastViewedAt?.toISOString() ?? null,
  });
  const isAlive = () => or(isNull(shareLinks.expiresAt), gt(shareLinks.expiresAt, clock.now()));
  const ofSubject = (userId: string, subject: string) =>
    and(eq(shareLinks.userId, userId), eq(shareLinks.subject, subject));

  return {
    async share(picture: SharedPicture) {
      const { userId, subject, pictureUrl, clipUrl, title, expiresInDays } = picture;
      const createdAt = clock.now();
      const expiresAt =
        expiresInDays === null ? null : new Date(createdAt.getTime() + expiresInDays * DAY_MS);
      // A link that is over begins anew under another address; a living one keeps its own and gets the new end.
      await db
        .delete(shareLinks)
        .where(and(ofSubject(userId, subject), lte(shareLinks.expiresAt, createdAt)));
      const [row] = await db
        .insert(shareLinks)
        .values({
          ...{ id: randomUUID(), userId, subject, pictureUrl, clipUrl },
          ...{ title, createdAt, expiresAt },
        })
        .onConflictDoUpdate({
          target: [shareLinks.userId, shareLinks.subject],
          set: { expiresAt, pictureUrl, clipUrl, title },
        })
        .returning();
      if (!row) throw new Error('a share link was not written');
      return view(row);
    },
    async find(userId, subject) {
      const [row] = await db
        .select()
        .from(shareLinks)
        .where(and(ofSubject(userId, subject), isAlive()));
      return row ? view(row) : null;
    },
    async revoke(userId, subject) {
      const gone = await db.delete(shareLinks).where(ofSubject(userId, subject)).returning();
      return gone.length > 0;
    },
    async forget(tx, { userId, subject }) {
      await tx.delete(shareLinks).where(ofSubject(userId, subject));
    },
    async list(userId) {
      const rows = await db
        .select()
        .from(shareLinks)
        .where(and(eq(shareLinks.userId, userId), isAlive()))
        .orderBy(desc(shareLinks.createdAt));
      return rows.map(view);
    },
    async revokeById(userId, id) {
      const gone = await db
        .delete(shareLinks)
        .where(and(eq(shareLinks.id, id), eq(shareLinks.userId, userId)))
        .returning();
      if (gone.length === 0) throw notFound('link');
    },
    async open(token, isView) {
      const id = tokens.read(token);
      if (id === null) return null;
      const found = and(eq(shareLinks.id, id), isAlive());
      const [row] = isView
        ? await db
            .update(shareLinks)
            .set({ views: sql`${shareLinks.views} + 1`, lastViewedAt: clock.now() })
            .where(found)
            .returning()
        : await db.select().from(shareLinks).where(found);
      if (!row) return null;
      const { pictureUrl, clipUrl, title, expiresAt } = row;
      return { pictureUrl, clipUrl, title, expiresAt };
    },
    async sweep() {
      await db.delete(shareLinks).where(lte(shareLinks.expiresAt, clock.now()));
    },
  };
}
