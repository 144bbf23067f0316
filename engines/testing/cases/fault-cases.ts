import assert from 'node:assert/strict';
import type { EngineFault, EngineFaultKind } from '../../engine.ts';
import { contractCase } from '../contract-case.ts';
import { contractRequest } from '../contract-requests.ts';
import { faultOf, startRun } from '../contract-run.ts';
import type { Quirk } from '../engine-harness.ts';

interface FaultCase<Name extends string> {
  name: Name;
  holds: string;
  quirk: Quirk;
  kinds: readonly EngineFaultKind[];
  check?: (fault: EngineFault) => void;
}

/** Something goes wrong once: it is told as one of `kinds`, after one create call, and the next work goes through. */
const faultCase = <const Name extends string>({
  name,
  holds,
  quirk,
  kinds,
  check,
}: FaultCase<Name>) =>
  contractCase({
    name,
    holds,
    run: async (bench, { someKind }) => {
      const engine = bench.newEngine();
      bench.play(quirk);
      const fault = await faultOf(startRun(engine).make(await contractRequest(someKind)));
      assert.ok(kinds.includes(fault.kind), `told as ${fault.kind} (${fault.message})`);
      check?.(fault);
      assert.ok(bench.creates() <= 1, `${bench.creates()} create calls were sent`);
      for (const key of bench.keys)
        assert.ok(!fault.message.includes(key), 'the fault says the key');
      await startRun(engine).make(await contractRequest(someKind));
      await engine.close();
    },
  });

/** How trouble is told. */
export const faultCases = [
  faultCase({
    name: '401 wrong key',
    holds: 'a key that is not accepted is told as such',
    ...{ quirk: 'refuses-key', kinds: ['authentication'] },
  }),
  faultCase({
    name: '402 unpaid',
    holds: 'an account without credit is told as such',
    ...{ quirk: 'unpaid', kinds: ['payment'] },
  }),
  faultCase({
    name: '429 with Retry-After',
    holds: 'a service with too much to do says how long to wait, and is not asked again at once',
    ...{ quirk: 'busy', kinds: ['rate_limited'] },
    check: (fault) => assert.equal(fault.retryAfterSeconds, 7),
  }),
  faultCase({
    name: '503 loading',
    holds: 'a service that cannot take work yet is told as one to ask later',
    ...{ quirk: 'loading', kinds: ['model_loading', 'unavailable'] },
  }),
  faultCase({
    name: '200 with an error inside',
    holds: 'an error in an answer that looks like success is an error',
    quirk: 'says-no-in-200',
    kinds: [
      ...(['invalid_input', 'bad_output', 'unavailable', 'content_refused'] as const),
      ...(['authentication', 'payment', 'not_configured', 'rate_limited'] as const),
    ],
  }),
  faultCase({
    name: 'NSFW flag',
    holds: 'a flagged picture is refused, never delivered',
    ...{ quirk: 'flags', kinds: ['content_refused'] },
  }),
  faultCase({
    name: 'work that fails',
    holds: 'work that fails at the service ends as a fault, not as a picture and not in a wait',
    ...{ quirk: 'fails', kinds: ['bad_output', 'unavailable', 'invalid_input', 'timed_out'] },
  }),
  faultCase({
    name: 'wrong type',
    holds: 'a page of HTML in the place of the picture is not taken for one',
    ...{ quirk: 'sends-page', kinds: ['bad_output'] },
  }),
  faultCase({
    name: 'expired result',
    holds: 'a result that is gone is told as such',
    ...{ quirk: 'expires', kinds: ['result_expired'] },
  }),
];
