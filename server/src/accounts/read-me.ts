import type { Database } from '@lumiku/app-kit';
import { type CreditSummary, Language, type Me, notFound, Role, Tier } from '@lumiku/contract';
import { eq } from 'drizzle-orm';
import { users } from './tables.ts';

/** The signed-in person, with their credits. */
export async function readMe(
  db: Database,
  creditsOf: (userId: string) => Promise<CreditSummary>,
  userId: string,
): Promise<Me> {
  const [user] = await db.select().from(users).where(eq(users.id, userId));
  if (!user) throw notFound('account');
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: Role.parse(user.role),
    tier: Tier.parse(user.tier),
    isOwner: user.isOwner,
    language: Language.nullable().parse(user.language),
    credits: await creditsOf(userId),
    createdAt: user.createdAt.toISOString(),
  };
}
