import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '@lumiku/app-kit';
import { Fault, requestInvalid } from '@lumiku/contract';
import type { Context } from 'hono';
import { AUTH_ENDPOINTS, type AuthEndpoint } from './auth-endpoints.ts';
import { authFault } from './auth-faults.ts';
import { CLIENT_ADDRESS_HEADER, clientAddress } from './client-address.ts';
import type { Auth } from './create-auth.ts';
import { cameByHttps, secureCookies } from './secure-cookies.ts';

export interface AuthRoutesDeps {
  auth: Auth;
  /** Says whether a request may go ahead; throws the fault that tells why not. */
  guard(endpoint: AuthEndpoint, body: unknown): Promise<void>;
  /** Told what is about to be done; what it answers is run once that is done. */
  witness?(
    endpoint: AuthEndpoint,
    body: unknown,
    headers: Headers,
  ): Promise<(() => Promise<void>) | null>;
  /** The other end of the socket, from the server that accepted it. */
  socketAddress?: ((request: Request) => string | undefined) | undefined;
}

/** better-auth behind our own doors: checked bodies in, our words out, cookies `Secure` when the browser came by https. */
export function authRoutes(deps: AuthRoutesDeps): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>();
  for (const endpoint of AUTH_ENDPOINTS) {
    routes.openAPIRegistry.registerPath({
      method: endpoint.method,
      path: `/api/auth${endpoint.path}`,
      tags: ['Accounts'],
      summary: endpoint.summary,
      ...(endpoint.isPublic ? { security: [] } : {}),
      ...(endpoint.body
        ? { request: { body: { content: { 'application/json': { schema: endpoint.body } } } } }
        : {}),
      responses: {
        200: {
          description: 'Done',
          content: { 'application/json': { schema: endpoint.answer } },
        },
      },
    });
    routes.on(endpoint.method.toUpperCase(), `/api/auth${endpoint.path}`, (c) =>
      forward(deps, endpoint, c),
    );
  }
  return routes;
}

async function forward(
  deps: AuthRoutesDeps,
  endpoint: AuthEndpoint,
  c: Context<AppEnv>,
): Promise<Response> {
  const body = endpoint.method === 'post' ? await readBody(endpoint, c.req.raw) : undefined;
  await deps.guard(endpoint, body);
  const writeDown = await deps.witness?.(endpoint, body, c.req.raw.headers);
  const headers = new Headers(c.req.raw.headers);
  headers.delete('content-length');
  headers.set(
    CLIENT_ADDRESS_HEADER,
    clientAddress(c.req.raw.headers, deps.socketAddress?.(c.req.raw)),
  );
  if (body !== undefined) headers.set('content-type', 'application/json');
  const response = await deps.auth.handler(
    new Request(c.req.url, {
      method: endpoint.method.toUpperCase(),
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  if (response.status >= 400) throw await authFault(response);
  await writeDown?.();
  const answered = cameByHttps(c.req.url, headers)
    ? secureCookies(response.headers)
    : response.headers;
  answered.set('cache-control', 'no-store');
  return new Response(response.body, { status: response.status, headers: answered });
}

/** @throws Fault BODY_NOT_JSON (400), REQUEST_INVALID (400) */
async function readBody(endpoint: AuthEndpoint, request: Request): Promise<unknown> {
  if (!endpoint.body) return {};
  const raw: unknown = await request.json().catch(() => undefined);
  if (raw === undefined) {
    throw new Fault({
      code: 'BODY_NOT_JSON',
      status: 400,
      message: 'The request has no readable JSON body.',
      fix: 'Send a JSON object with the header Content-Type: application/json.',
    });
  }
  const parsed = endpoint.body.safeParse(raw);
  if (!parsed.success) throw requestInvalid(parsed.error);
  return parsed.data;
}
