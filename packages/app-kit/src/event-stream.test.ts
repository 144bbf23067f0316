import { describe, expect, test } from 'bun:test';
import type { LiveEvent } from '@lumiku/contract';
import { Hono } from 'hono';
import type { Events } from './app-context.ts';
import { type EventStreamSource, eventStream } from './event-stream.ts';
import type { AppEnv } from './http.ts';

const at = '2026-01-01T00:00:00.000Z';
const event = (type: string, id?: string): LiveEvent => ({
  ...(id === undefined ? {} : { id }),
  type,
  userId: 'u',
  subject: 's',
  at,
  data: {},
});

/** A stream over a given source of events, for one signed-in person. */
function serve(listen: Events['listen'], more: Partial<EventStreamSource> = {}) {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('principal', { userId: 'u', role: 'user', tier: 'free', via: 'cookie' });
    await next();
  });
  app.get('/events', (c) =>
    eventStream(c, { events: { listen }, snapshot: async () => [event('snapshot')], ...more }),
  );
  return app;
}

async function* endless(signal: AbortSignal): AsyncGenerator<LiveEvent> {
  await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
}

describe('a stream of events', () => {
  test('tells the snapshot first, then each event whole, with an id on durable ones only', async () => {
    const app = serve(async function* () {
      yield event('made', '7');
      yield event('moved');
    });
    const text = await (await app.request('/events')).text();
    const messages = text.split('\n\n').filter((part) => part.includes('data: '));
    expect(messages.map((part) => /"type":"(\w+)"/.exec(part)?.[1])).toEqual([
      'snapshot',
      'made',
      'moved',
    ]);
    expect(messages.map((part) => part.startsWith('id: 7\n'))).toEqual([false, true, false]);
  });

  test('listens before it takes the snapshot, so that nothing falls between', async () => {
    const order: string[] = [];
    const app = serve(
      async function* () {
        order.push('listening');
        yield event('made', '1');
      },
      {
        snapshot: async () => {
          order.push('snapshot');
          return [];
        },
      },
    );
    await (await app.request('/events')).text();
    expect(order).toEqual(['listening', 'snapshot']);
  });

  test('goes on after the last event the browser had, by header or by query', async () => {
    const asked: (string | undefined)[] = [];
    const app = serve(async function* (filter) {
      asked.push(filter.afterId);
      yield event('made', '1');
    });
    await (await app.request('/events', { headers: { 'last-event-id': '5' } })).text();
    await (await app.request('/events?lastEventId=6')).text();
    await (await app.request('/events')).text();
    expect(asked).toEqual(['5', '6', undefined]);
  });

  test('shows a sign of life while nothing happens, and stops listening when the browser goes', async () => {
    const listener = { hasStopped: false };
    const app = serve(
      async function* (_filter, signal) {
        yield* endless(signal);
        listener.hasStopped = true;
      },
      { heartbeatMs: 5 },
    );
    const response = await app.request('/events');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!text.includes(': alive')) text += (await reader?.read())?.value ?? '';
    await reader?.cancel();
    while (!listener.hasStopped) await new Promise((resolve) => setImmediate(resolve));
    expect(listener.hasStopped).toBe(true);
  });

  test('stops listening when the snapshot is refused', async () => {
    let signal: AbortSignal | null = null;
    const app = serve(
      async function* (_filter, given) {
        signal = given;
        yield* endless(given);
      },
      { snapshot: () => Promise.reject(new Error('not yours')) },
    );
    app.onError((error, c) => c.text(error.message, 404));
    expect((await app.request('/events')).status).toBe(404);
    expect(signal).toMatchObject({ aborted: true });
  });

  test('is never ahead of its reader by more than a few events', async () => {
    let made = 0;
    const app = serve(async function* () {
      while (made < 1_000) {
        made += 1;
        yield event('made', String(made));
      }
    });
    const response = await app.request('/events');
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.read();
    expect(made).toBeLessThan(20);
    await reader?.cancel();
  });
});
