import { randomUUID } from 'node:crypto';
import type { AppEnv, Log, Principal } from '@lumiku/app-kit';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { RequestMetrics } from '../telemetry/index.ts';

/** Kept when a proxy or a client gave one that is safe to log, so that its log and ours can be joined. */
const GIVEN_ID = /^[\w.-]{8,64}$/;
/** Asked for all the time by machines; not worth a line each. */
const QUIET = /^\/(health|metrics|assets)\b/;

/** Gives every request an id and writes one wide event about it when it is answered. */
export function logRequests(log: Log, metrics: RequestMetrics) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const startedAt = performance.now();
    const given = c.req.header('x-request-id') ?? '';
    const requestId = GIVEN_ID.test(given) ? given : randomUUID();
    c.set('requestId', requestId);
    c.header('X-Request-Id', requestId);
    await next();
    const durationMs = performance.now() - startedAt;
    // The pattern, not the path: a person's ids would make a time series each.
    const route = routePath(c);
    metrics.observe({ method: c.req.method, route, status: c.res.status, durationMs });
    if (QUIET.test(c.req.path) && c.res.status < 500) return;
    const principal: Principal | undefined = c.get('principal');
    log.info(
      {
        event: 'request',
        requestId,
        method: c.req.method,
        path: c.req.path,
        route,
        status: c.res.status,
        durationMs: Math.round(durationMs * 10) / 10,
        bytesIn: Number(c.req.header('content-length') ?? 0),
        userId: principal?.userId,
        via: principal?.via,
        faultCode: c.get('faultCode'),
        agent: c.req.header('user-agent'),
      },
      `${c.req.method} ${c.req.path} ${c.res.status}`,
    );
  });
}
