import type { Database, Log, Principal } from '@lumiku/app-kit';
import { type Auth, createAuth } from './create-auth.ts';
import { resolvePrincipal } from './resolve-principal.ts';

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
  /** Who asks; null for nobody. Never throws for a wrong proof, only when the database is away. */
  resolvePrincipal(headers: Headers): Promise<Principal | null>;
}

export function createAccounts(options: AccountsOptions): Accounts {
  const auth = createAuth(options);
  const deps = { auth, db: options.db, now: () => new Date() };
  return { auth, resolvePrincipal: (headers) => resolvePrincipal(deps, headers) };
}
