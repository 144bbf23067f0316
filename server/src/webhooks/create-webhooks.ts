import type { Clock, Database, Events, Log, Tx } from '@lumiku/app-kit';
import type {
  ChangeWebhookInput,
  CreateWebhookInput,
  PageMeta,
  WebhookDelivery,
  WebhookDeliveryDetail,
  WebhookEndpoint,
} from '@lumiku/contract';
import type { PostgresListener } from '../events/index.ts';
import * as change from './change-webhooks.ts';
import { enqueueDeliveries } from './enqueue-deliveries.ts';
import { isPublicAddress, type Resolve, resolveName } from './public-addresses.ts';
import * as read from './read-webhooks.ts';
import type { WebhookParts } from './webhook-parts.ts';
import { createDeliveryWorker, DELIVERY_OPTIONS, type DeliveryOptions } from './work-deliveries.ts';

type WithSecret = { endpoint: WebhookEndpoint; secret: string };

/** Tells people's own servers what happened: signed, retried for a day, logged, never to addresses inside. */
export interface Webhooks {
  list(userId: string): Promise<WebhookEndpoint[]>;
  read(userId: string, id: string): Promise<WebhookEndpoint>;
  create(userId: string, input: CreateWebhookInput): Promise<WithSecret>;
  change(userId: string, id: string, change: ChangeWebhookInput): Promise<WebhookEndpoint>;
  delete(userId: string, id: string): Promise<void>;
  rotate(userId: string, id: string): Promise<WithSecret>;
  test(userId: string, id: string): Promise<WebhookDeliveryDetail>;
  deliveries(
    userId: string,
    query: { endpointId: string; limit: number; cursor?: string | undefined },
  ): Promise<{ data: WebhookDelivery[]; meta: PageMeta }>;
  delivery(userId: string, id: string): Promise<WebhookDeliveryDetail>;
  replay(userId: string, id: string): Promise<WebhookDeliveryDetail>;
  /** For the events room: called in the transaction of every durable event. */
  enqueue(tx: Tx, event: Parameters<Events['publish']>[1]): Promise<void>;
  /** Begins to deliver in this process. */
  start(): void;
  stop(): Promise<void>;
  /** Forgets what is kept for a time only. */
  sweep(): Promise<void>;
}

export function createWebhooks(
  deps: {
    db: Database;
    clock: Clock;
    log: Log;
    listener: Pick<PostgresListener, 'on'>;
    isPrivateAllowed: boolean;
    /** How names are looked up and which addresses may be reached; for tests. */
    resolve?: Resolve;
    mayReach?: (address: string) => boolean;
  },
  options: Partial<DeliveryOptions> = {},
): Webhooks {
  const { isPrivateAllowed } = deps;
  const parts: WebhookParts = {
    ...{ db: deps.db, clock: deps.clock, log: deps.log, isPrivateAllowed },
    resolve: deps.resolve ?? resolveName,
    mayReach: deps.mayReach ?? (isPrivateAllowed ? () => true : isPublicAddress),
  };
  const worker = createDeliveryWorker(parts, deps.listener, { ...DELIVERY_OPTIONS, ...options });
  return {
    list: (userId) => read.listEndpoints(parts, userId),
    read: (userId, id) => read.readEndpoint(parts, userId, id),
    create: (userId, input) => change.createEndpoint(parts, userId, input),
    change: (userId, id, wanted) => change.changeEndpoint(parts, userId, id, wanted),
    delete: (userId, id) => change.deleteEndpoint(parts, userId, id),
    rotate: (userId, id) => change.rotateSecret(parts, userId, id),
    test: (userId, id) => change.sendTest(parts, userId, id),
    deliveries: (userId, query) => read.listDeliveries(parts, userId, query),
    delivery: (userId, id) => read.readDelivery(parts, userId, id),
    replay: (userId, id) => change.replayDelivery(parts, userId, id),
    enqueue: (tx, event) => enqueueDeliveries(tx, event, deps.clock),
    start: () => worker.start(),
    stop: () => worker.stop(),
    sweep: () => read.sweepWebhooks(parts),
  };
}
