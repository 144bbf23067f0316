import { describe, expect, test } from 'bun:test';
import { Fault, type FaultStatus } from '@lumiku/contract';
import { nextTryDelayMs } from './retry-policy.ts';

const fault = (status: FaultStatus, retryAfterSeconds?: number) =>
  new Fault({
    code: 'TEST_FAULT',
    status,
    message: 'It did not work.',
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  });
const middle = () => 0.5;

describe('retry policy', () => {
  test('waits longer after each failed try and gives up after the last', () => {
    const delays = [1, 2, 3].map((attempt) =>
      nextTryDelayMs(fault(503), { attempt, attemptsMax: 3 }, middle),
    );
    expect(delays).toEqual([1_000, 4_000, null]);
  });

  test('never tries again what the person must change', () => {
    for (const status of [400, 402, 404, 409, 413, 415, 422] as const) {
      expect(nextTryDelayMs(fault(status), { attempt: 1, attemptsMax: 5 })).toBeNull();
    }
  });

  test('waits as long as the engine asked, but never over the limit', () => {
    const tries = { attempt: 1, attemptsMax: 3 };
    expect(nextTryDelayMs(fault(429, 20), tries, middle)).toBe(20_000);
    expect(nextTryDelayMs(fault(429, 3_600), tries, middle)).toBe(60_000);
  });

  test('spreads tries around their time', () => {
    const tries = { attempt: 2, attemptsMax: 3 };
    expect(nextTryDelayMs(fault(500), tries, () => 0)).toBe(3_200);
    expect(nextTryDelayMs(fault(500), tries, () => 1)).toBe(4_800);
  });
});
