import assert from 'node:assert/strict';
import { contractCase } from '../contract-case.ts';
import { contractRequest } from '../contract-requests.ts';
import { faultOf, startRun, until, untilCreated } from '../contract-run.ts';

/** Work that is stopped. */
export const disturbanceCases = [
  contractCase({
    name: 'stopped before submit',
    holds: 'work that was stopped before it is handed over never reaches the service',
    run: async (bench, { someKind }) => {
      const engine = bench.newEngine();
      const run = startRun(engine);
      run.abort();
      const fault = await faultOf(run.submit(await contractRequest(someKind)));
      assert.equal(fault.kind, 'cancelled');
      assert.equal(bench.creates(), 0);
      await engine.close();
    },
  }),
  contractCase({
    name: 'stopped while it is made',
    holds: 'who stops waiting is let go at once; the work goes on and can be followed again',
    run: async (bench, { someKind, style }) => {
      const engine = bench.newEngine();
      bench.play('holds');
      const run = startRun(engine);
      const request = await contractRequest(someKind);
      if (style === 'held') {
        const making = faultOf(run.submit(request));
        await untilCreated(bench, 1);
        run.abort();
        const fault = await making;
        assert.ok(['cancelled', 'ambiguous_submit'].includes(fault.kind), fault.kind);
        bench.release();
      } else {
        const ticket = await run.submit(request);
        const following = faultOf(run.follow(ticket));
        await untilCreated(bench, 1);
        run.abort();
        assert.equal((await following).kind, 'cancelled');
        bench.release();
        await startRun(engine).follow(ticket);
      }
      assert.equal(bench.creates(), 1);
      await engine.close();
    },
  }),
  contractCase({
    name: 'cancel at the service',
    holds: 'cancelled work is stopped at the service and ends as cancelled for who follows it',
    notFor: ({ can, someKind, style }) =>
      style === 'held'
        ? 'stopped by its signal alone'
        : can(someKind)?.cancels
          ? null
          : 'the service has no cancel',
    run: async (bench, { someKind }) => {
      const engine = bench.newEngine();
      bench.play('holds');
      const run = startRun(engine);
      const ticket = await run.submit(await contractRequest(someKind));
      const following = faultOf(run.follow(ticket));
      await until(() => run.told.length > 0 || bench.creates() > 0, 'the work to begin');
      await engine.cancel(ticket);
      await until(() => bench.stops() > 0, 'the service to hear of it');
      assert.equal((await following).kind, 'cancelled');
      assert.equal(bench.creates(), 1);
      await engine.close();
    },
  }),
  contractCase({
    name: 'cancel after the end',
    holds: 'cancelling what is over, twice, does nothing and throws nothing',
    run: async (bench, { someKind }) => {
      const engine = bench.newEngine();
      const run = startRun(engine);
      const ticket = await run.submit(await contractRequest(someKind));
      await run.follow(ticket);
      await engine.cancel(ticket);
      await engine.cancel({ of: 'something else' });
      assert.equal(bench.creates(), 1);
      await engine.close();
    },
  }),
];
