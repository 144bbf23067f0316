import type { LiveEvent } from '@lumiku/contract';
import type { Context } from 'hono';
import type { Events } from './app-context.ts';
import type { AppEnv } from './http.ts';

const HEARTBEAT_MS = 15_000;

export interface EventStreamSource {
  events: Pick<Events, 'listen'>;
  subject?: string;
  /** How things stand, told first; taken after the stream has begun to listen, so that nothing falls between. */
  snapshot(): Promise<Omit<LiveEvent, 'id'>[]>;
  heartbeatMs?: number;
}

/**
 * Answers with server-sent events for the signed-in person: a snapshot, then what happened after `Last-Event-ID` (header
 * or `?lastEventId=`), then what happens. Each message is a whole LiveEvent as JSON; durable ones carry an `id`.
 * Nothing is produced faster than the browser takes it; the stream ends when the browser goes.
 */
export async function eventStream(
  c: Context<AppEnv>,
  source: EventStreamSource,
): Promise<Response> {
  const { userId } = c.get('principal');
  const afterId = c.req.query('lastEventId') || c.req.header('last-event-id');
  const stop = new AbortController();
  const end = () => stop.abort();
  c.req.raw.signal.addEventListener('abort', end, { once: true });
  if (c.req.raw.signal.aborted) end();

  const live = source.events
    .listen(
      {
        userId,
        ...(source.subject === undefined ? {} : { subject: source.subject }),
        ...(afterId ? { afterId } : {}),
      },
      stop.signal,
    )
    [Symbol.asyncIterator]();
  // Asking for the first event is what makes the listener take its position.
  let next = live.next();
  next.catch(() => undefined);
  let first: Omit<LiveEvent, 'id'>[];
  try {
    first = await source.snapshot();
  } catch (error) {
    end();
    throw error;
  }

  const encoder = new TextEncoder();
  let heartbeat: ReturnType<typeof setInterval> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(`retry: 1000\n\n${first.map(message).join('')}`));
      heartbeat = setInterval(() => {
        // A reader that is behind needs no sign of life.
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(': alive\n\n'));
      }, source.heartbeatMs ?? HEARTBEAT_MS);
      stop.signal.addEventListener('abort', () => clearInterval(heartbeat));
      if (stop.signal.aborted) clearInterval(heartbeat);
    },
    async pull(controller) {
      const event = await next;
      if (event.done) {
        clearInterval(heartbeat);
        controller.close();
        return;
      }
      controller.enqueue(encoder.encode(message(event.value)));
      next = live.next();
      next.catch(() => undefined);
    },
    cancel: end,
  });
  return c.body(body, 200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store, no-transform',
    'X-Accel-Buffering': 'no',
  });
}

function message(event: LiveEvent): string {
  const id = event.id === undefined ? '' : `id: ${event.id}\n`;
  return `${id}data: ${JSON.stringify(event)}\n\n`;
}
