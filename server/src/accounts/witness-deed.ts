import type { Database, Principal } from '@lumiku/app-kit';
import type { AuditAction } from '@lumiku/contract';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { AuthEndpoint } from './auth-endpoints.ts';
import { apiKeys } from './tables.ts';

/** What the audit log is told of. */
export interface AccountDeed {
  action: AuditAction;
  actorId: string;
  targetId?: string;
  subject?: string | null;
  details?: Record<string, string>;
}

const AboutSomebody = z.object({ userId: z.string() });
const RoleChange = AboutSomebody.extend({ role: z.string() });
const NewKey = z.object({ name: z.string() });
const GoneKey = z.object({ keyId: z.string() });

/** The deed behind a call of better-auth, read before it is done; null for calls nobody keeps a log of. */
export async function witnessDeed(
  deps: { db: Database; resolvePrincipal(headers: Headers): Promise<Principal | null> },
  call: { endpoint: AuthEndpoint; body: unknown; headers: Headers },
): Promise<AccountDeed | null> {
  const { endpoint, body, headers } = call;
  if (!/^\/(admin|api-key)\/(?!list)/.test(endpoint.path)) return null;
  const actorId = (await deps.resolvePrincipal(headers))?.userId;
  if (actorId === undefined) return null;
  switch (endpoint.path) {
    case '/admin/set-role': {
      const { userId: targetId, role } = RoleChange.parse(body);
      return { action: 'role.changed', actorId, targetId, details: { role } };
    }
    case '/admin/ban-user':
      return { action: 'account.closed', actorId, targetId: AboutSomebody.parse(body).userId };
    case '/admin/unban-user':
      return { action: 'account.reopened', actorId, targetId: AboutSomebody.parse(body).userId };
    case '/api-key/create':
      return { action: 'key.made', actorId, subject: NewKey.parse(body).name };
    case '/api-key/delete': {
      const [key] = await deps.db
        .select({ name: apiKeys.name })
        .from(apiKeys)
        .where(eq(apiKeys.id, GoneKey.parse(body).keyId));
      return { action: 'key.revoked', actorId, subject: key?.name ?? null };
    }
    default:
      return null;
  }
}
