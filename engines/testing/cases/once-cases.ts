import assert from 'node:assert/strict';
import { contractCase } from '../contract-case.ts';
import { contractRequest } from '../contract-requests.ts';
import { faultOf, startRun, throughJson, untilCreated } from '../contract-run.ts';

const never = new AbortController().signal;

/** Nothing is paid twice. */
export const onceCases = [
  contractCase({
    name: 'truncated download',
    holds: 'half a file is fetched again or told as broken, never delivered, and never made again',
    run: async (bench, { someKind, style }) => {
      const engine = bench.newEngine();
      bench.play('truncates');
      const run = startRun(engine);
      if (style === 'held') {
        const fault = await faultOf(run.make(await contractRequest(someKind)));
        assert.ok(['ambiguous_submit', 'bad_output'].includes(fault.kind), `told as ${fault.kind}`);
      } else {
        const ticket = await run.submit(await contractRequest(someKind));
        // One repeated download may be the engine's own, or the next try's.
        await run.follow(ticket).catch(async (error: unknown) => {
          const fault = await faultOf(Promise.reject(error));
          assert.equal(fault.kind, 'unavailable');
          return await run.follow(ticket);
        });
      }
      assert.equal(bench.creates(), 1);
      await engine.close();
    },
  }),
  contractCase({
    name: 'ambiguous submit, taken',
    holds:
      'when the answer to a create call is lost, the work is looked up or left unclear, never sent again',
    run: async (bench, { someKind }) => {
      const engine = bench.newEngine();
      bench.play('loses-answer');
      const since = new Date(Date.now() - 1_000);
      const run = startRun(engine);
      const request = await contractRequest(someKind);
      const fault = await faultOf(run.submit(request));
      assert.equal(fault.kind, 'ambiguous_submit', fault.message);
      const found = (await engine.find?.(run.key, since, request, never)) ?? 'unknown';
      assert.notEqual(found, 'not-submitted', 'it is certain of what is wrong');
      if (typeof found === 'object') await startRun(bench.newEngine()).follow(found);
      assert.equal(bench.creates(), 1);
      await engine.close();
    },
  }),
  contractCase({
    name: 'ambiguous submit, not taken',
    holds: 'a connection that breaks before the work was taken is never told as accepted',
    run: async (bench, { someKind }) => {
      const engine = bench.newEngine();
      bench.play('hangs-up');
      const since = new Date(Date.now() - 1_000);
      const run = startRun(engine);
      const request = await contractRequest(someKind);
      const fault = await faultOf(run.submit(request));
      assert.ok(['ambiguous_submit', 'unavailable'].includes(fault.kind), `told as ${fault.kind}`);
      const found = (await engine.find?.(run.key, since, request, never)) ?? 'unknown';
      assert.ok(typeof found === 'string', 'it found work that never was');
      assert.ok(bench.creates() <= 1);
      await engine.close();
    },
  }),
  contractCase({
    name: 'crash before the ticket',
    holds: 'a new process that knows only the key finds the work or says that it cannot',
    notFor: ({ canFind }) => (canFind ? null : 'cannot be asked: never handed over again'),
    run: async (bench, { someKind }) => {
      const first = bench.newEngine();
      const since = new Date(Date.now() - 1_000);
      const run = startRun(first);
      const request = await contractRequest(someKind);
      await run.submit(request);
      const second = bench.newEngine();
      const found = await second.find?.(run.key, since, request, never);
      if (typeof found === 'object') await startRun(second).follow(throughJson(found));
      else assert.equal(found, 'unknown', 'it denies work that was taken');
      assert.equal(bench.creates(), 1);
      await Promise.all([first.close(), second.close()]);
    },
  }),
  contractCase({
    name: 'resume by ticket',
    holds:
      'another process follows the same work by its ticket; where the result lived in the first, it says that it is gone',
    run: async (bench, { someKind, style }) => {
      const first = bench.newEngine();
      if (style === 'jobs') bench.play('holds');
      const run = startRun(first);
      const ticket = await run.submit(await contractRequest(someKind));
      const text = JSON.stringify(ticket);
      for (const key of bench.keys) assert.ok(!text.includes(key), 'the ticket says the key');
      await first.close();
      const second = bench.newEngine();
      const following = startRun(second).follow(throughJson(ticket));
      bench.release();
      if (style === 'held') assert.equal((await faultOf(following)).kind, 'result_expired');
      else await following;
      assert.equal(bench.creates(), 1);
      await second.close();
    },
  }),
  contractCase({
    name: 'following twice',
    holds: 'a ticket may be followed again: the same result, no second piece of work',
    notFor: ({ style }) => (style === 'held' ? 'the result lives in one process' : null),
    run: async (bench, { someKind }) => {
      const engine = bench.newEngine();
      const run = startRun(engine);
      const ticket = await run.submit(await contractRequest(someKind));
      const [first, again] = [await run.follow(ticket), await run.follow(ticket)];
      assert.deepEqual(again.bytes, first.bytes);
      assert.equal(bench.creates(), 1);
      await engine.close();
    },
  }),
  contractCase({
    name: 'dropped connection',
    holds: 'work goes on when the connection over which it is followed breaks',
    notFor: ({ style }) => (style === 'held' ? 'nothing is followed' : null),
    run: async (bench, { someKind }) => {
      const engine = bench.newEngine();
      bench.play('drops-follower');
      const run = startRun(engine);
      const ticket = await run.submit(await contractRequest(someKind));
      await run.follow(ticket).catch(async (error: unknown) => {
        const fault = await faultOf(Promise.reject(error));
        assert.equal(fault.kind, 'unavailable');
        return await run.follow(ticket);
      });
      assert.equal(bench.creates(), 1);
      await engine.close();
    },
  }),
  contractCase({
    name: 'keys stay secret',
    holds: 'no address that is called has a key in it, and no fault says one',
    run: async (bench, { someKind }) => {
      const engine = bench.newEngine();
      await startRun(engine).make(await contractRequest(someKind));
      bench.play('fails');
      await startRun(engine)
        .make(await contractRequest(someKind))
        .catch((error: unknown) => {
          const text = Bun.inspect(error);
          for (const key of bench.keys) assert.ok(!text.includes(key), 'a fault says the key');
        });
      for (const { url } of bench.sent())
        for (const key of bench.keys) assert.ok(!url.includes(key), 'an address has the key in it');
      await untilCreated(bench, 1);
      await engine.close();
    },
  }),
];
