import { expect, test } from 'bun:test';
import { gunzipSync } from 'node:zlib';
import type { AppEnv } from '@lumiku/app-kit';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { gzipAtOnce } from './gzip-at-once.ts';

const poses = Array.from({ length: 100 }, (_, at) => ({ id: `pose-${at}` }));
const app = new Hono<AppEnv>();
app.use(compress());
app.use('/poses/*', gzipAtOnce());
app.get('/poses/many', (c) => c.json(poses, 200, { Vary: 'Accept-Language' }));
app.get('/poses/one', (c) => c.json(poses.slice(0, 1)));

const ask = (path: string, encoding: string) =>
  app.request(path, { headers: { 'accept-encoding': encoding } });

test('a page is packed once, for those who take it, and caches are told', async () => {
  const packed = await ask('/poses/many', 'br, gzip;q=0.8');
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  expect(packed.headers.get('vary')).toBe('Accept-Language, Accept-Encoding');
  const text = gunzipSync(new Uint8Array(await packed.arrayBuffer())).toString();
  expect(JSON.parse(text)).toEqual(poses);
});

test('who does not take it, or gets little, gets it as it is', async () => {
  for (const [path, encoding, count] of [
    ['/poses/many', 'gzip;q=0, br', 100],
    ['/poses/many', 'identity', 100],
    ['/poses/one', 'gzip', 1],
  ] as const) {
    const plain = await ask(path, encoding);
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.json()).toHaveLength(count);
  }
});
