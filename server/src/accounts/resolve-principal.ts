import type { Database, Principal } from '@lumiku/app-kit';
import { Role, Tier } from '@lumiku/contract';
import { isAPIError } from 'better-auth/api';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { accountsUnavailable } from './auth-faults.ts';
import { API_KEY_PREFIX, type Auth } from './create-auth.ts';
import { users } from './tables.ts';

const Person = z.object({
  id: z.string(),
  role: Role,
  tier: Tier,
  banned: z.boolean(),
  banExpires: z.date().nullable(),
});
type Person = z.infer<typeof Person>;
type Deps = { auth: Auth; db: Database };
type Proof = { via: Principal['via']; person: Person };

/**
 * Who asks: by `x-api-key`, by `Authorization: Bearer` (session token, JWT or API key), or by the session cookie. One
 * that is given and wrong is not made good by another. Null for nobody, an expired proof, or a closed account.
 * @throws Fault ACCOUNTS_UNAVAILABLE (503)
 */
export async function resolvePrincipal(
  deps: { auth: Auth; db: Database; now: () => Date },
  headers: Headers,
): Promise<Principal | null> {
  try {
    const proof = await prove(deps, headers);
    if (!proof) {
      await assertDatabaseAnswers(deps.db, headers);
      return null;
    }
    const { id, role, tier, banned, banExpires } = proof.person;
    if (banned && (!banExpires || banExpires > deps.now())) return null;
    return { userId: id, role, tier, via: proof.via };
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return null;
    throw accountsUnavailable(error);
  }
}

async function prove(deps: Deps, headers: Headers): Promise<Proof | null> {
  const key = headers.get('x-api-key');
  if (key !== null) return await byApiKey(deps, key);
  const authorization = headers.get('authorization');
  if (authorization === null) return await bySession(deps.auth, headers, 'cookie');
  const token = /^bearer\s+(\S+)$/i.exec(authorization.trim())?.[1];
  if (token === undefined) return null;
  if (token.startsWith(API_KEY_PREFIX)) return await byApiKey(deps, token);
  if (token.split('.').length === 3) return await byJwt(deps, token);
  return await bySession(deps.auth, new Headers({ authorization: `Bearer ${token}` }), 'bearer');
}

async function byApiKey({ auth, db }: Deps, key: string): Promise<Proof | null> {
  const { valid, key: found } = await auth.api.verifyApiKey({ body: { key } });
  return valid && found ? await proofOf(db, found.referenceId, 'api-key') : null;
}

async function byJwt({ auth, db }: Deps, token: string): Promise<Proof | null> {
  const { payload } = await auth.api.verifyJWT({ body: { token } });
  return payload?.sub ? await proofOf(db, payload.sub, 'jwt') : null;
}

async function proofOf(db: Database, id: string, via: Proof['via']): Promise<Proof | null> {
  const [row] = await db.select().from(users).where(eq(users.id, id));
  return row ? { via, person: Person.parse(row) } : null;
}

// The cookie is prolonged only where its answer reaches the browser (`/api/me`), so not here.
async function bySession(
  auth: Auth,
  headers: Headers,
  via: 'cookie' | 'bearer',
): Promise<Proof | null> {
  if (via === 'cookie' && !headers.has('cookie')) return null;
  const query = { disableRefresh: via === 'cookie' };
  const found = await auth.api.getSession({ headers, query });
  return found ? { via, person: Person.parse(found.user) } : null;
}

const PROOFS = ['x-api-key', 'authorization', 'cookie'];

// better-auth calls keys and JWTs wrong also when it could not look them up. A person must not be told they are signed
// out because the database is away, so a refused proof is believed only while the database answers.
async function assertDatabaseAnswers(db: Database, headers: Headers): Promise<void> {
  if (PROOFS.some((name) => headers.has(name))) await db.execute(sql`select 1`);
}
