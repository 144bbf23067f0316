import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv, Log } from '@lumiku/app-kit';
import { Fault, requestInvalid } from '@lumiku/contract';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import type { RequestLimit } from '../limits/index.ts';
import type { Metrics, Spans } from '../telemetry/index.ts';
import { answerFault, routeNotFound } from './answer-fault.ts';
import { apiReferenceRoutes } from './api-reference.ts';
import { countRequests } from './count-requests.ts';
import { gzipAtOnce } from './gzip-at-once.ts';
import { type OpenApiDocument, openApiDocument } from './openapi-document.ts';
import { operatorRoutes } from './operator-routes.ts';
import type { ReadinessCheck } from './readiness.ts';
import { logRequests } from './request-log.ts';
import { requireSameOrigin } from './same-origin.ts';
import { traceRequests } from './trace-requests.ts';
import { webAppRoutes } from './web-app-routes.ts';

export interface HttpParts {
  version: string;
  log: Log;
  metrics: Metrics;
  spans?: Spans;
  readiness: readonly ReadinessCheck[];
  /** How often one person may ask; left out: as often as they like. */
  requestLimit?: Pick<RequestLimit, 'count'>;
  /** Routes of every room, with whole paths; each room signs people in where it must. */
  rooms: readonly OpenAPIHono<AppEnv>[];
  /** Folder of the built web app; null for a process without screens. */
  webFolder: string | null;
  /** Largest body a route may be sent, in bytes. */
  bodyBytesMax: number;
}

/** Everything between the socket and the rooms: ids, log, headers, origin, limits, errors, reference, web app. */
export function createHttp(parts: HttpParts): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw requestInvalid(result.error);
    },
  });
  app.onError((error, c) => answerFault(error, c, parts.log));
  app.notFound((c) => answerFault(routeNotFound(c.req.method, c.req.path), c, parts.log));
  if (parts.spans) app.use(traceRequests(parts.spans));
  app.use(logRequests(parts.log, parts.metrics));
  app.use(safeHeaders());
  app.use('/api/*', compress(), gzipAtOnce());
  app.use('/api/*', requireSameOrigin());
  app.use('/api/*', limitBody(parts.bodyBytesMax));
  if (parts.requestLimit) app.use('/api/*', countRequests(parts.requestLimit));
  app.route('/', operatorRoutes(parts));
  for (const room of parts.rooms) app.route('/', room);
  mountReference(app, parts.version);
  if (parts.webFolder !== null) app.route('/', webAppRoutes(parts.webFolder));
  return app;
}

const POLICY = 'content-security-policy';

/**
 * Nothing on our pages comes from elsewhere, and nobody may put them into theirs. What says itself that it may do less,
 * a stored file or a drawing, keeps its own policy.
 */
function safeHeaders(): MiddlewareHandler<AppEnv> {
  const self = "'self'";
  const usual = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: [self],
      imgSrc: [self, 'data:', 'blob:'],
      // Radix positions its layers with inline styles; scripts stay our own files only.
      styleSrc: [self, "'unsafe-inline'"],
      scriptSrc: [self],
      workerSrc: [self, 'blob:'],
      connectSrc: [self],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: [self],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    // The studio is often reached by plain http at home; a proxy that speaks https sets this itself.
    strictTransportSecurity: false,
  });
  return async (c, next) => {
    const own: { policy: string | null } = { policy: null };
    await usual(c, async () => {
      await next();
      own.policy = c.res.headers.get(POLICY);
    });
    if (own.policy !== null) c.res.headers.set(POLICY, own.policy);
  };
}

function mountReference(app: OpenAPIHono<AppEnv>, version: string): void {
  let document: OpenApiDocument | null = null;
  app.get('/api/openapi.json', (c) => {
    document ??= openApiDocument(app, version);
    return c.json(document);
  });
  app.route('/api/docs', apiReferenceRoutes());
}

function limitBody(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new Fault({
        code: 'BODY_TOO_LARGE',
        status: 413,
        message: `This is larger than the ${Math.floor(maxSize / 1_000_000)} MB the studio takes.`,
        fix: 'Send a smaller file.',
      });
    },
  });
}
