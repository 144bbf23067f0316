import type { Database } from '@lumiku/app-kit';
import { eq } from 'drizzle-orm';
import { users } from './tables.ts';

export interface Setup {
  hasOwner: boolean;
  /** The very first account can always be made. */
  signUpOpen: boolean;
}

/** What the welcome screen must know before anybody is signed in. */
export async function readSetup(db: Database, isSignUpOpen: boolean): Promise<Setup> {
  const [owner] = await db.select({ id: users.id }).from(users).where(eq(users.isOwner, true));
  const [anybody] = owner ? [owner] : await db.select({ id: users.id }).from(users).limit(1);
  return { hasOwner: owner !== undefined, signUpOpen: isSignUpOpen || anybody === undefined };
}
