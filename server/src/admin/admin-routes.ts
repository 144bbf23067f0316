import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv, Database, Principal } from '@lumiku/app-kit';
import { requestInvalid } from '@lumiku/contract';
import { requirePrincipal } from '../accounts/index.ts';
import type { JobsRoom } from '../jobs/index.ts';
import * as call from './admin-calls.ts';
import type { AppSwitches } from './app-switches.ts';
import { auditCsv } from './audit-csv.ts';
import type { AuditFilter, AuditLog } from './audit-log.ts';
import { cancelWork } from './cancel-work.ts';
import { changeTier } from './change-tier.ts';
import type { StorageDesk } from './storage-report.ts';

export interface AdminRoutesDeps {
  db: Database;
  audit: AuditLog;
  switches: AppSwitches;
  storage: StorageDesk;
  jobs: Pick<JobsRoom, 'cancel' | 'find' | 'queueReport'>;
  resolvePrincipal(headers: Headers): Promise<Principal | null>;
}

/** What only admins may see and do, but for people's accounts and credits, which are with their rooms. */
export function adminRoutes(deps: AdminRoutesDeps): OpenAPIHono<AppEnv> {
  const { audit, switches } = deps;
  const routes = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw requestInvalid(result.error);
    },
  });
  const isAdmin = requirePrincipal(deps.resolvePrincipal, 'admin');
  for (const path of ['users/*', 'queue', 'queue/*', 'apps', 'apps/*', 'storage']) {
    routes.use(`/api/admin/${path}`, isAdmin);
  }
  for (const path of ['audit', 'audit.csv']) routes.use(`/api/admin/${path}`, isAdmin);

  routes.openapi(call.tierCall, async (c) => {
    const { id: userId } = c.req.valid('param');
    const { tier } = c.req.valid('json');
    await changeTier(deps, { userId, tier, adminId: c.get('principal').userId });
    return c.json({ message: 'Tier changed' }, 200);
  });
  routes.openapi(call.queueCall, async (c) =>
    c.json({ data: await deps.jobs.queueReport(c.req.valid('query').limit) }, 200),
  );
  routes.openapi(call.cancelCall, async (c) => {
    await cancelWork(deps, { id: c.req.valid('param').id, adminId: c.get('principal').userId });
    return c.json({ message: 'Work cancelled' }, 200);
  });
  routes.openapi(call.appsCall, async (c) => c.json({ data: await switches.list() }, 200));
  routes.openapi(call.switchCall, async (c) => {
    const { id: appId } = c.req.valid('param');
    const { isOn } = c.req.valid('json');
    const data = await switches.set({ appId, isOn, adminId: c.get('principal').userId });
    return c.json({ data }, 200);
  });
  routes.openapi(call.storageCall, async (c) => c.json({ data: await deps.storage.read() }, 200));
  routes.openapi(call.auditCall, async (c) => {
    const { limit, cursor, ...wanted } = c.req.valid('query');
    return c.json(await audit.list(toFilter(wanted), { limit, before: cursor }), 200);
  });
  routes.openapi(call.auditCsvCall, (c) =>
    c.body(auditCsv(audit.walk(toFilter(c.req.valid('query')))), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="lumiku-audit.csv"',
      'cache-control': 'no-store',
    }),
  );
  return routes;
}

function toFilter({ from, to, ...wanted }: call.AuditQuery): AuditFilter {
  const date = (text: string | undefined) => (text === undefined ? undefined : new Date(text));
  return { ...wanted, from: date(from), to: date(to) };
}
