import type { PostgresListener } from '../events/index.ts';
import { type ClaimedDelivery, claimDelivery } from './claim-delivery.ts';
import { WEBHOOK_CHANNEL } from './enqueue-deliveries.ts';
import { handBack, recordAttempt } from './record-attempt.ts';
import { sendDelivery } from './send-delivery.ts';
import type { WebhookParts } from './webhook-parts.ts';

export interface DeliveryWorker {
  start(): void;
  /** Takes nothing new; what is on its way may finish for a moment and is handed back after it. */
  stop(): Promise<void>;
}

export interface DeliveryOptions {
  /** Deliveries at once in this process. */
  concurrency: number;
  /** Of one endpoint at once: a receiver that hangs must not take every place. */
  perEndpoint: number;
  timeoutMs: number;
  /** How often it looks without being called: for retries that become due. */
  lookEveryMs: number;
  drainMs: number;
}

export const DELIVERY_OPTIONS: DeliveryOptions = {
  concurrency: 16,
  perEndpoint: 4,
  timeoutMs: 15_000,
  lookEveryMs: 1_000,
  drainMs: 3_000,
};

/** A lease outlives the attempt it is for. */
const LEASE_MARGIN_MS = 30_000;

/** Sends what is due, called by the database at every new delivery and by the clock for the others. */
export function createDeliveryWorker(
  parts: WebhookParts,
  listener: Pick<PostgresListener, 'on'>,
  options: DeliveryOptions,
): DeliveryWorker {
  const running = new Map<Promise<void>, ClaimedDelivery>();
  const control = new AbortController();
  let isStopping = false;
  let isLooking = false;
  let wasCalled = false;
  let timer: Timer | undefined;
  let off = () => {};

  async function look(): Promise<void> {
    wasCalled = true;
    if (isLooking || isStopping) return;
    isLooking = true;
    try {
      while (wasCalled && !isStopping) {
        wasCalled = false;
        while (running.size < options.concurrency && !isStopping && (await takeOne()));
      }
    } catch (error) {
      parts.log.warn({ err: error }, 'Webhooks could not be looked for; trying again in a moment.');
    } finally {
      isLooking = false;
    }
  }

  async function takeOne(): Promise<boolean> {
    const leaseMs = options.timeoutMs + LEASE_MARGIN_MS;
    const delivery = await claimDelivery(parts, leaseMs, busyEndpoints());
    if (!delivery) return false;
    const sending = deliver(delivery)
      .catch((error: unknown) =>
        parts.log.warn({ err: error, deliveryId: delivery.id }, 'A webhook attempt was not noted.'),
      )
      .finally(() => {
        running.delete(sending);
        void look();
      });
    running.set(sending, delivery);
    return true;
  }

  function busyEndpoints(): string[] {
    const counts = new Map<string, number>();
    for (const { endpointId } of running.values()) {
      counts.set(endpointId, (counts.get(endpointId) ?? 0) + 1);
    }
    return [...counts].filter(([, count]) => count >= options.perEndpoint).map(([id]) => id);
  }

  async function deliver(delivery: ClaimedDelivery): Promise<void> {
    const attempt = await sendDelivery(delivery, {
      resolve: parts.resolve,
      mayReach: parts.mayReach,
      timeoutMs: options.timeoutMs,
      now: parts.clock.now,
      signal: control.signal,
    });
    if (control.signal.aborted && attempt.error !== null) await handBack(parts, delivery);
    else await recordAttempt(parts, delivery, attempt);
  }

  return {
    start() {
      off = listener.on(WEBHOOK_CHANNEL, () => void look());
      timer = setInterval(() => void look(), options.lookEveryMs);
      void look();
    },
    async stop() {
      isStopping = true;
      off();
      clearInterval(timer);
      const drain = setTimeout(() => control.abort(), options.drainMs);
      await Promise.all(running.keys());
      clearTimeout(drain);
    },
  };
}
