import type { AppEnv } from '@lumiku/app-kit';
import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { Spans } from '../telemetry/index.ts';

/** Asked for all the time by machines. */
const QUIET = /^\/(health|metrics|assets)\b/;

/** A span for every request, by the names of OpenTelemetry's conventions for HTTP; part of the caller's own if it has one. */
export function traceRequests(spans: Spans) {
  return createMiddleware<AppEnv>(async (c, next) => {
    if (QUIET.test(c.req.path)) return await next();
    const { method, path } = c.req;
    const facts = { 'http.request.method': method, 'url.path': path };
    const cameFrom = c.req.header('traceparent');
    await spans.run({ name: method, kind: 'server', facts, cameFrom }, async (span) => {
      await next();
      const route = routePath(c);
      span.name(`${method} ${route}`);
      span.facts({
        'http.route': route,
        'http.response.status_code': c.res.status,
        'error.type': c.get('faultCode'),
        'lumiku.request.id': c.get('requestId'),
      });
      if (c.res.status >= 500) span.failed(c.get('faultCode') ?? String(c.res.status));
    });
  });
}
