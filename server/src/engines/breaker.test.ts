import { expect, test } from 'bun:test';
import fc from 'fast-check';
import { breakerState, type Outcome } from './breaker.ts';

const START = Date.parse('2026-01-01T00:00:00Z');
const at = (second: number): Date => new Date(START + second * 1_000);
/** Attempts a second apart, oldest first. */
const history = (...outcomes: (string | [string, number])[]): Outcome[] =>
  outcomes
    .map((one, index) => {
      const [outcome, wait] = typeof one === 'string' ? [one, null] : one;
      return {
        ...{ submittedAt: at(index), endedAt: at(index), outcome, retryAfterSeconds: wait },
      };
    })
    .toReversed();

test('an engine nobody has asked yet is asked', () => {
  expect(breakerState([], at(0))).toEqual({ state: 'closed' });
});

test('three failures in a row leave it alone for half a minute, then one tries', () => {
  const two = history('made', 'unavailable', 'bad_output');
  expect(breakerState(two, at(3)).state).toBe('closed');
  const three = history('made', 'unavailable', 'bad_output', 'timed_out');
  expect(breakerState(three, at(20))).toEqual({ state: 'open', until: at(33), why: 'timed_out' });
  expect(breakerState(three, at(33))).toEqual({
    ...{ state: 'half_open', isTrying: false, why: 'timed_out' },
  });
});

test('while one tries, nothing else is handed over; its success closes, its failure doubles the wait', () => {
  const three = history('unavailable', 'unavailable', 'unavailable');
  const trial = { submittedAt: at(40), endedAt: null, outcome: null, retryAfterSeconds: null };
  expect(breakerState([trial, ...three], at(41))).toMatchObject({ isTrying: true });
  expect(breakerState([trial, ...three], at(40 + 16 * 60))).toMatchObject({ isTrying: false });
  const won = { ...trial, endedAt: at(42), outcome: 'made' };
  expect(breakerState([won, ...three], at(43)).state).toBe('closed');
  const lost = { ...trial, endedAt: at(42), outcome: 'unavailable' };
  expect(breakerState([lost, ...three], at(43))).toMatchObject({ until: at(102) });
});

test('a service that says how long to wait is left alone that long, at once', () => {
  expect(breakerState(history(['rate_limited', 90]), at(1))).toMatchObject({ until: at(90) });
  expect(breakerState(history('authentication'), at(1)).state).toBe('open');
});

test('what is wrong with one request says nothing of the engine', () => {
  const asked = history(
    'invalid_input',
    'content_refused',
    'stopped',
    'cancelled',
    'content_refused',
  );
  expect(breakerState(asked, at(6))).toEqual({ state: 'closed' });
});

test('whatever happened, it is never left alone for longer than the service asked or ten minutes', () => {
  const kinds = ['made', 'unavailable', 'timed_out', 'rate_limited', 'stopped', 'invalid_input'];
  const one = fc.tuple(fc.constantFrom(...kinds), fc.constant(0));
  fc.assert(
    fc.property(fc.array(one, { maxLength: 24 }), fc.nat(100_000), (told, later) => {
      const outcomes = history(...told.map(([kind]) => kind));
      const state = breakerState(outcomes, at(later));
      if (state.state !== 'open') return;
      expect(state.until.getTime()).toBeLessThanOrEqual(at(told.length + 600).getTime());
      expect(outcomes[0]?.outcome).not.toBe('made');
    }),
  );
});
