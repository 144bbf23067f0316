import type { Database, Principal } from '@lumiku/app-kit';
import { Role, Tier } from '@lumiku/contract';
import { isAPIError } from 'better-auth/api';
import { eq, sql } from 'drizzle-orm';
import { accountsUnavailable } from './auth-faults.ts';
import { API_KEY_PREFIX, type Auth } from './create-auth.ts';
import { users } from './tables.ts';

/**
 * Who asks: by `x-api-key`, by `Authorization: Bearer` (session token, JWT or API key), or by the session cookie. One
 * that is given and wrong is not made good by another. Null for nobody, an expired proof, or a closed account.
 */
export async function resolvePrincipal(
  deps: { auth: Auth; db: Database; now: () => Date },
  headers: Headers,
): Promise<Principal | null> {
  const proven = await prove(deps.auth, headers).catch((error: unknown) => {
    if (isAPIError(error) && error.statusCode < 500) return null;
    throw accountsUnavailable(error);
  });
  if (!proven) {
    await assertDatabaseAnswers(deps.db, headers);
    return null;
  }
  const [user] = await deps.db
    .select({
      id: users.id,
      role: users.role,
      tier: users.tier,
      banned: users.banned,
      banExpires: users.banExpires,
    })
    .from(users)
    .where(eq(users.id, proven.userId));
  if (!user) return null;
  if (user.banned && (!user.banExpires || user.banExpires > deps.now())) return null;
  return {
    userId: user.id,
    role: Role.parse(user.role),
    tier: Tier.parse(user.tier),
    via: proven.via,
  };
}

const PROOFS = ['x-api-key', 'authorization', 'cookie'];
type Proof = Pick<Principal, 'userId' | 'via'>;

async function prove(auth: Auth, headers: Headers): Promise<Proof | null> {
  const key = headers.get('x-api-key');
  if (key !== null) return await byApiKey(auth, key);
  const authorization = headers.get('authorization');
  if (authorization === null) return await bySession(auth, headers, 'cookie');
  const token = /^bearer\s+(\S+)$/i.exec(authorization.trim())?.[1];
  if (token === undefined) return null;
  if (token.startsWith(API_KEY_PREFIX)) return await byApiKey(auth, token);
  if (token.split('.').length === 3) return await byJwt(auth, token);
  return await bySession(auth, new Headers({ authorization: `Bearer ${token}` }), 'bearer');
}

async function byApiKey(auth: Auth, key: string): Promise<Proof | null> {
  const { valid, key: found } = await auth.api.verifyApiKey({ body: { key } });
  return valid && found ? { userId: found.referenceId, via: 'api-key' } : null;
}

async function byJwt(auth: Auth, token: string): Promise<Proof | null> {
  const { payload } = await auth.api.verifyJWT({ body: { token } });
  return payload?.sub ? { userId: payload.sub, via: 'jwt' } : null;
}

// The cookie is prolonged only where its answer reaches the browser (`/api/me`), so not here.
async function bySession(
  auth: Auth,
  headers: Headers,
  via: 'cookie' | 'bearer',
): Promise<Proof | null> {
  if (via === 'cookie' && !headers.has('cookie')) return null;
  const found = await auth.api.getSession({
    headers,
    query: { disableRefresh: via === 'cookie' },
  });
  return found ? { userId: found.user.id, via } : null;
}

// better-auth calls keys and JWTs wrong also when it could not look them up. A person must not be told they are signed
// out because the database is away, so a refused proof is believed only while the database answers.
async function assertDatabaseAnswers(db: Database, headers: Headers): Promise<void> {
  if (!PROOFS.some((name) => headers.has(name))) return;
  await db.execute(sql`select 1`).catch((error: unknown) => {
    throw accountsUnavailable(error);
  });
}
