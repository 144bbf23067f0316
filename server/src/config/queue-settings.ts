import { setting } from './setting.ts';
import { address, optional, text, wholeNumber } from './setting-kinds.ts';

/** How slow work finds its workers. */
export const queueSettings = {
  redisUrl: setting({
    env: 'REDIS_URL',
    schema: optional(address(['redis:', 'rediss:'])),
    fallback: undefined,
    fallbackText: 'the queue lives in PostgreSQL',
    about: 'A Redis 7 or Valkey for the queue, worth it from several machines on.',
    fix: 'Set redis://:password@host:6379, or remove it.',
    example: 'redis://localhost:6379',
    isSecret: true,
  }),
  redisHost: setting({
    env: 'REDIS_HOST',
    schema: optional(text),
    fallback: undefined,
    fallbackText: 'unset',
    about: 'Host of that Redis, where REDIS_URL is not set.',
    fix: 'Set a host name, e.g. REDIS_HOST=localhost.',
    example: 'localhost',
  }),
  redisPort: setting({
    env: 'REDIS_PORT',
    schema: wholeNumber(1, 65_535),
    fallback: 6379,
    about: 'Port of that Redis. Only counts with REDIS_HOST.',
    fix: 'Set a port between 1 and 65535.',
  }),
  redisPassword: setting({
    env: 'REDIS_PASSWORD',
    schema: optional(text),
    fallback: undefined,
    fallbackText: 'none',
    about: 'Password of that Redis. Only counts with REDIS_HOST.',
    fix: 'Set the password of the Redis at REDIS_HOST.',
    isSecret: true,
  }),
  concurrency: setting({
    env: 'LUMIKU_WORKER_CONCURRENCY',
    schema: wholeNumber(1, 64),
    fallback: 2,
    about: 'How many jobs one process works on at a time.',
    fix: 'Set a number between 1 and 64.',
  }),
};
