import type { Database, Log, Principal } from '@lumiku/app-kit';
import { lt } from 'drizzle-orm';
import { type Auth, createAuth } from './create-auth.ts';
import { resolvePrincipal } from './resolve-principal.ts';
import { sessions, users } from './tables.ts';

export interface AccountsOptions {
  db: Database;
  log: Log;
  /** Signs cookies and encrypts the JWT keys; at least 32 characters. */
  secret: string;
  /** Sign-ins and sign-ups let through per minute, path and address. */
  attemptsPerMinute?: number;
}

export interface Accounts {
  readonly auth: Auth;
  /** Who asks; null for nobody. @throws Fault ACCOUNTS_UNAVAILABLE (503) when the database is away. */
  resolvePrincipal(headers: Headers): Promise<Principal | null>;
  /** Everybody with an account; for sweepers. */
  userIds(): Promise<string[]>;
  /** Forgets sessions that have run out. @returns how many. */
  sweep(): Promise<number>;
}

export function createAccounts(options: AccountsOptions): Accounts {
  const auth = createAuth(options);
  const deps = { auth, db: options.db, now: () => new Date() };
  return {
    auth,
    resolvePrincipal: (headers) => resolvePrincipal(deps, headers),
    userIds: async () => {
      const rows = await options.db.select({ id: users.id }).from(users);
      return rows.map((row) => row.id);
    },
    sweep: async () => {
      const ended = await options.db
        .delete(sessions)
        .where(lt(sessions.expiresAt, deps.now()))
        .returning({ id: sessions.id });
      return ended.length;
    },
  };
}
