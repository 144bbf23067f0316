import { afterAll, expect, test } from 'bun:test';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '@lumiku/app-kit';
import { Fault, FaultBody } from '@lumiku/contract';
import { Validator } from '@seriousme/openapi-schema-validator';
import { createLog, createMetrics } from '../telemetry/index.ts';
import { createHttp } from './index.ts';

const webFolder = mkdtempSync(join(tmpdir(), 'lumiku-web-'));
mkdirSync(join(webFolder, 'assets'));
writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>Lumiku</title>');
writeFileSync(
  join(webFolder, 'assets', 'app-1a2b.js'),
  `export const sum = ${'1+'.repeat(2000)}1;`,
);
writeFileSync(join(tmpdir(), 'lumiku-outside.txt'), 'not for you');
afterAll(() => rmSync(webFolder, { recursive: true, force: true }));

const lines: string[] = [];
const room = new OpenAPIHono<AppEnv>();
room.openapi(
  createRoute({
    method: 'post',
    path: '/api/shoes',
    request: {
      body: {
        required: true,
        content: { 'application/json': { schema: z.object({ size: z.int() }) } },
      },
    },
    responses: {
      200: {
        description: 'Made',
        content: { 'application/json': { schema: z.object({ size: z.int() }) } },
      },
    },
  }),
  (c) => c.json(c.req.valid('json'), 200),
);
room.get('/api/refused', () => {
  throw new Fault({
    code: 'SHOES_SOLD_OUT',
    status: 429,
    message: 'All gone.',
    fix: 'Wait.',
    retryAfterSeconds: 1.2,
  });
});
room.get('/api/broken', () => {
  throw new Error('the secret inner reason');
});
room.get('/api/long', (c) => c.json({ text: 'x'.repeat(5000) }));

let isDatabaseUp = true;
const app = createHttp({
  version: '1.2.3',
  log: createLog({ level: 'info', format: 'json' }, { write: (line) => void lines.push(line) }),
  metrics: createMetrics(),
  readiness: [
    {
      name: 'database',
      check: async () => {
        if (!isDatabaseUp) throw new Error('It does not answer.');
      },
    },
  ],
  rooms: [room],
  webFolder,
  bodyBytesMax: 1000,
});

async function faultOf(response: Response): Promise<FaultBody['error']> {
  return FaultBody.parse(await response.json()).error;
}
function post(body: string, headers: Record<string, string> = {}): Promise<Response> {
  const all = { 'content-type': 'application/json', host: 'studio.test', ...headers };
  return Promise.resolve(
    app.request('http://studio.test/api/shoes', { method: 'POST', body, headers: all }),
  );
}

test('a fault is answered with its code, sentence, fix, retry time and the request id', async () => {
  const response = await app.request('/api/refused', { headers: { 'x-request-id': 'given-id-1' } });
  expect(response.status).toBe(429);
  expect(response.headers.get('retry-after')).toBe('2');
  expect(response.headers.get('x-request-id')).toBe('given-id-1');
  expect(await faultOf(response)).toMatchObject({
    code: 'SHOES_SOLD_OUT',
    fix: 'Wait.',
    requestId: 'given-id-1',
  });
});

test('a body of the wrong shape is 400 and names each field', async () => {
  const response = await post('{"size":"large"}');
  expect(response.status).toBe(400);
  const fault = await faultOf(response);
  expect(fault.code).toBe('REQUEST_INVALID');
  expect(fault.issues?.map((issue) => issue.path)).toEqual(['size']);
});

test('a body that is no JSON is 400', async () => {
  const response = await post('{"size":');
  expect(response.status).toBe(400);
  expect((await faultOf(response)).code).toBe('REQUEST_UNREADABLE');
});

test('a body that is too large is 413', async () => {
  const body = JSON.stringify({ size: 1, more: 'x'.repeat(2000) });
  const response = await post(body, { 'content-length': String(body.length) });
  expect(response.status).toBe(413);
  expect((await faultOf(response)).code).toBe('BODY_TOO_LARGE');
});

test('a bug is 500 without its inner reason, which only the log keeps', async () => {
  const response = await app.request('/api/broken');
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(text).toContain('INTERNAL_ERROR');
  expect(text).not.toContain('secret inner reason');
  expect(lines.join('')).toContain('secret inner reason');
});

test('what does not exist under /api is 404 JSON, never a page', async () => {
  const response = await app.request('/api/nowhere', { headers: { accept: 'text/html' } });
  expect(response.status).toBe(404);
  expect((await faultOf(response)).code).toBe('ROUTE_NOT_FOUND');
});

test('another site cannot make a signed-in browser change something', async () => {
  const cookie = { cookie: 'lumiku.session_token=x' };
  const foreign = await post('{"size":4}', { ...cookie, origin: 'https://evil.test' });
  expect(foreign.status).toBe(403);
  expect((await faultOf(foreign)).code).toBe('CROSS_SITE_REQUEST');
  expect((await post('{"size":4}', { ...cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(
    403,
  );
  expect((await post('{"size":4}', { ...cookie, origin: 'null' })).status).toBe(403);
  expect((await post('{"size":4}', { ...cookie, origin: 'http://studio.test' })).status).toBe(200);
  expect((await post('{"size":4}', { ...cookie, 'sec-fetch-site': 'same-origin' })).status).toBe(
    200,
  );
  const byToken = { authorization: 'Bearer x', origin: 'https://app.test' };
  expect((await post('{"size":4}', byToken)).status).toBe(200);
});

test('every answer forbids foreign scripts and framing', async () => {
  for (const path of ['/', '/api/docs', '/api/refused']) {
    const { headers } = await app.request(path);
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('hashed files are kept for ever, the page is asked for again, screens are the page', async () => {
  const asset = await app.request('/assets/app-1a2b.js', {
    headers: { 'accept-encoding': 'br, gzip' },
  });
  expect(asset.headers.get('cache-control')).toContain('immutable');
  expect(asset.headers.get('content-encoding')).toBe('br');
  const screen = await app.request('/generations/123');
  expect(await screen.text()).toContain('<title>Lumiku</title>');
  expect(screen.headers.get('cache-control')).toBe('no-cache');
  const etag = screen.headers.get('etag') ?? '';
  expect((await app.request('/', { headers: { 'if-none-match': etag } })).status).toBe(304);
  expect((await app.request('/assets/app-gone.js')).status).toBe(404);
});

test('no path leads out of the folder of the web app', async () => {
  for (const path of [
    '/..%2flumiku-outside.txt',
    '/assets/..%2f..%2flumiku-outside.txt',
    '/%00',
    '/%ff',
  ]) {
    expect(await (await app.request(path)).text()).not.toContain('not for you');
  }
});

test('long JSON is compressed for who takes it', async () => {
  const response = await app.request('/api/long', { headers: { 'accept-encoding': 'gzip' } });
  expect(response.headers.get('content-encoding')).toBe('gzip');
});

test('ready says no as soon as one check fails, and which', async () => {
  expect((await app.request('/health')).status).toBe(200);
  expect((await app.request('/health/ready')).status).toBe(200);
  isDatabaseUp = false;
  const failing = await app.request('/health/ready');
  isDatabaseUp = true;
  expect(failing.status).toBe(503);
  expect(await failing.json()).toMatchObject({
    status: 'failing',
    checks: { database: { ok: false, message: 'It does not answer.' } },
  });
});

test('figures are for the operator, not for who comes through the public proxy', async () => {
  const figures = await app.request('/metrics');
  expect(await figures.text()).toContain('lumiku_http_request_duration_seconds_bucket');
  expect(
    (await app.request('/metrics', { headers: { 'x-forwarded-for': '1.2.3.4' } })).status,
  ).toBe(404);
});

test('each request leaves one line with route, status and time', async () => {
  lines.length = 0;
  await app.request('/api/refused');
  const events = lines.map((line) => JSON.parse(line)).filter((line) => line.event === 'request');
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({
    status: 429,
    route: '/api/refused',
    faultCode: 'SHOES_SOLD_OUT',
  });
});

test('the description is valid OpenAPI 3.1 and names the fault of every call', async () => {
  const document = await (await app.request('/api/openapi.json')).json();
  const result = await new Validator().validate(document);
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
  expect(document.paths['/api/shoes'].post.responses.default).toBeDefined();
});

test('the reference loads nothing from another server', async () => {
  const page = await (await app.request('/api/docs')).text();
  const links = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(links.length).toBeGreaterThan(3);
  for (const link of links) {
    // The icon comes with the web app, which this one has not.
    if (link === '/icon.svg') continue;
    expect(link).toStartWith('/api/docs/');
    expect((await app.request(link)).status).toBe(200);
  }
});
