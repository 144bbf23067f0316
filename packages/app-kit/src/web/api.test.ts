import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { z } from 'zod';
import { api, withQuery } from './api.ts';
import { ApiFault } from './api-fault.ts';
import { connection } from './connection.ts';

/** A real server on a free port; each path answers one kind of thing. */
const answers: Record<string, () => Response> = {
  '/fine': () => Response.json({ data: 7 }),
  '/poor': () =>
    Response.json(
      {
        error: {
          code: 'INSUFFICIENT_CREDITS',
          message: 'This costs 7 credits and you have 4.',
          fix: 'Ask an admin for more.',
          requestId: 'r1',
          details: { price: 7, available: 4 },
        },
      },
      { status: 402 },
    ),
  '/form': () =>
    Response.json(
      {
        error: {
          code: 'INPUT_INVALID',
          message: 'Some of it is not right.',
          issues: [{ path: 'email', message: 'The part after the dot is missing.' }],
          requestId: 'r2',
        },
      },
      { status: 400 },
    ),
  '/busy': () => new Response('slow down', { status: 429, headers: { 'retry-after': '12' } }),
  '/proxy': () => new Response('<h1>Bad gateway</h1>', { status: 502 }),
  '/other': () => Response.json({ data: 'seven' }),
  '/out': () =>
    Response.json(
      { error: { code: 'UNAUTHENTICATED', message: 'Sign in first.', requestId: 'r3' } },
      { status: 401 },
    ),
};
const server = Bun.serve({
  port: 0,
  fetch: (request) =>
    answers[new URL(request.url).pathname]?.() ?? new Response(null, { status: 404 }),
});
const url = (path: string) => new URL(path, server.url).href;
const schema = z.object({ data: z.number() });

async function faultOf(path: string): Promise<ApiFault> {
  const thrown = await api.get(path, { schema }).catch((error: unknown) => error);
  if (thrown instanceof ApiFault) return thrown;
  throw new Error(`${path} did not fail with an ApiFault.`);
}

describe('the api client', () => {
  beforeAll(() => connection.report('here'));
  afterAll(() => server.stop(true));

  test('an answer of the agreed shape comes back typed', async () => {
    expect(await api.get(url('/fine'), { schema })).toEqual({ data: 7 });
  });

  test('a fault keeps its code, sentence, fix and figures', async () => {
    const fault = await faultOf(url('/poor'));
    expect(fault).toMatchObject({
      code: 'INSUFFICIENT_CREDITS',
      status: 402,
      message: 'This costs 7 credits and you have 4.',
      fix: 'Ask an admin for more.',
      requestId: 'r1',
      details: { price: 7, available: 4 },
    });
  });

  test('a form finds the sentence about its field', async () => {
    const fault = await faultOf(url('/form'));
    expect(fault.issueOf('email')).toBe('The part after the dot is missing.');
    expect(fault.issueOf('name')).toBeUndefined();
  });

  test('an answer from something in between still becomes a sentence, with its Retry-After', async () => {
    expect(await faultOf(url('/busy'))).toMatchObject({ status: 429, retryAfterSeconds: 12 });
    expect((await faultOf(url('/proxy'))).message).not.toContain('<');
  });

  test('a success of another shape is refused instead of trusted', async () => {
    expect((await faultOf(url('/other'))).code).toBe('ANSWER_UNREADABLE');
  });

  test('401 tells everyone who listens that the session is over', async () => {
    let told = 0;
    const stop = connection.onSignedOut(() => told++);
    await faultOf(url('/out'));
    stop();
    await faultOf(url('/out'));
    expect(told).toBe(1);
  });

  test('no answer at all is OFFLINE, and the next answer ends it', async () => {
    const gone = Bun.serve({ port: 0, fetch: () => new Response() });
    const address = gone.url.href;
    await gone.stop(true);
    expect((await faultOf(address)).code).toBe('OFFLINE');
    expect(connection.current()).toBe('lost');
    await api.get(url('/fine'), { schema });
    expect(connection.current()).toBe('here');
  });

  test('a query leaves out what is not set', () => {
    expect(withQuery('/api/poses', { q: 'hip & hand', limit: 48, tag: undefined, view: '' })).toBe(
      '/api/poses?q=hip+%26+hand&limit=48',
    );
  });
});
