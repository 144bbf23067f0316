import type { Database } from '@lumiku/app-kit';
import { Role, Tier } from '@lumiku/contract';
import { asc, count, ilike, or, type SQL } from 'drizzle-orm';
import { users } from './tables.ts';

export interface ListedUser {
  id: string;
  name: string;
  email: string;
  role: Role;
  tier: Tier;
  isOwner: boolean;
  isClosed: boolean;
  createdAt: string;
}

/** Oldest first; `q` is looked for in name and e-mail. */
export async function listUsers(
  db: Database,
  wanted: { q?: string | undefined; limit: number; offset: number },
): Promise<{ users: ListedUser[]; total: number }> {
  const where = wanted.q ? matching(wanted.q) : undefined;
  const rows = await db
    .select()
    .from(users)
    .where(where)
    .orderBy(asc(users.createdAt), asc(users.id))
    .limit(wanted.limit)
    .offset(wanted.offset);
  const [counted] = await db.select({ total: count() }).from(users).where(where);
  return {
    users: rows.map((row) => ({
      id: row.id,
      name: row.name,
      email: row.email,
      role: Role.parse(row.role),
      tier: Tier.parse(row.tier),
      isOwner: row.isOwner,
      isClosed: row.banned,
      createdAt: row.createdAt.toISOString(),
    })),
    total: counted?.total ?? 0,
  };
}

function matching(q: string): SQL | undefined {
  const pattern = `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  return or(ilike(users.name, pattern), ilike(users.email, pattern));
}
