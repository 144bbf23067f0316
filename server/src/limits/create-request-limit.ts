import type { Principal, TierLimits } from '@lumiku/app-kit';
import { Fault, type Tier } from '@lumiku/contract';
import { Redis } from 'ioredis';
import type { Pool } from 'pg';
import {
  type IRateLimiterStoreOptions,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';

/** How often a person may ask, by tier; counted over all processes together. */
export interface RequestLimit {
  /** Counts one request. @throws Fault RATE_LIMIT_EXCEEDED (429) with the time until the minute is over */
  count(principal: Pick<Principal, 'userId' | 'tier'>): Promise<void>;
  close(): Promise<void>;
}

type Limiter = RateLimiterPostgres | RateLimiterRedis;

const WINDOW_SECONDS = 60;

/**
 * Counts in Redis when there is one, else in PostgreSQL. While the store is away each process counts by itself: a person
 * is never locked out because a counter cannot be reached.
 */
export function createRequestLimit(deps: {
  pool: Pool;
  redisUrl: string | undefined;
  tiers: Readonly<Record<Tier, Pick<TierLimits, 'requestsPerMinute'>>>;
}): RequestLimit {
  const redis = deps.redisUrl === undefined ? null : connect(deps.redisUrl);
  const limiterOf = (tier: Tier): Limiter => {
    const options = optionsOf(tier, deps.tiers[tier].requestsPerMinute);
    if (redis) return new RateLimiterRedis({ ...options, storeClient: redis });
    const tableName = 'request_counts';
    return new RateLimiterPostgres({
      ...{ ...options, storeClient: deps.pool, storeType: 'pool', tableName, tableCreated: true },
    });
  };
  const limiters: Record<Tier, Limiter> = {
    free: limiterOf('free'),
    pro: limiterOf('pro'),
    enterprise: limiterOf('enterprise'),
  };
  return {
    async count({ userId, tier }) {
      try {
        await limiters[tier].consume(userId);
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
        throw tooManyRequests(tier, deps.tiers[tier].requestsPerMinute, seconds);
      }
    },
    async close() {
      redis?.disconnect();
    },
  };
}

function optionsOf(tier: Tier, points: number): Omit<IRateLimiterStoreOptions, 'storeClient'> {
  const window = { points, duration: WINDOW_SECONDS };
  return {
    ...window,
    keyPrefix: `lumiku-requests-${tier}`,
    // Who is over the limit is told so without asking the store again.
    inMemoryBlockOnConsumed: points + 1,
    insuranceLimiter: new RateLimiterMemory(window),
  };
}

function connect(redisUrl: string): Redis {
  const redis = new Redis(redisUrl, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
  // The insurance counts meanwhile, and the queue's own connection tells the operator.
  redis.on('error', () => undefined);
  return redis;
}

function tooManyRequests(tier: Tier, limit: number, seconds: number): Fault {
  return new Fault({
    code: 'RATE_LIMIT_EXCEEDED',
    status: 429,
    message: `The tier "${tier}" may send ${limit} requests a minute, and this account has.`,
    fix: `Wait ${seconds} second${seconds === 1 ? '' : 's'}, then go on.`,
    details: { limit, tier, per: 'minute' },
    retryAfterSeconds: seconds,
  });
}
