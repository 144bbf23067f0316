import { afterAll, beforeEach, describe, expect, test } from 'bun:test';
import type { Tier } from '@lumiku/contract';
import { sql } from 'drizzle-orm';
import { until } from '../testing/until.ts';
import { createJobBench, type JobBench } from './testing/job-bench.ts';

let bench: JobBench;
const benches: JobBench[] = [];
beforeEach(async () => {
  bench = await createJobBench();
  benches.push(bench);
});
afterAll(async () => {
  for (const each of benches) await each.close();
});

const TIERS = {
  free: { jobsInFlight: 60, queueWeight: 1 },
  pro: { jobsInFlight: 200, queueWeight: 2 },
  enterprise: { jobsInFlight: 1_000, queueWeight: 4 },
};

type Line = { name: string; isPriority?: boolean; tier?: Tier }[];

/** Submits before any worker runs, then lets one worker run all, one after the other. */
async function orderOf(line: Line): Promise<string> {
  const web = bench.makeRoom({ concurrency: 0, tiers: TIERS });
  await web.start();
  const users = new Map<string, string>();
  const order: string[] = [];
  for (const job of line) {
    const user = users.get(job.name) ?? (await bench.makeUser(job.tier));
    users.set(job.name, user);
    await bench.submit(web, user, {
      price: 1,
      isPriority: job.isPriority ?? false,
      work: async () => order.push(job.isPriority ? job.name.toUpperCase() : job.name),
    });
  }
  const room = bench.makeRoom({ concurrency: 1 });
  await room.start();
  await until(() => order.length === line.length, 120_000);
  await room.stop();
  return order.join('');
}

describe('order of work', () => {
  test('people take turns: a long line of one does not keep another waiting', async () => {
    const line = [...'aaaabbc'].map((name) => ({ name }));
    expect(await orderOf(line)).toBe('abcabaa');
  });

  test('priority comes first, and takes turns among itself', async () => {
    const line = [
      { name: 'a' },
      { name: 'a', isPriority: true },
      { name: 'a', isPriority: true },
      { name: 'b', isPriority: true },
      { name: 'b' },
    ];
    expect(await orderOf(line)).toBe('ABAab');
  });

  test('who waits is never overtaken for ever: newcomers come after the turn that is being served', async () => {
    const web = bench.makeRoom({ concurrency: 0 });
    await web.start();
    const patient = await bench.makeUser();
    const mine: string[] = [];
    for (let turn = 0; turn < 3; turn++) mine.push(await bench.submit(web, patient, { price: 1 }));
    const room = bench.makeRoom({ concurrency: 1 });
    const served: string[] = [];
    let newcomers = 0;
    // Each served newcomer brings the next one, so the line of others never gets empty.
    const comeAgain = async (): Promise<void> => {
      served.push('n');
      newcomers += 1;
      if (newcomers > 20) return;
      await bench.submit(web, await bench.makeUser(), { price: 1, work: comeAgain });
    };
    await bench.submit(web, await bench.makeUser(), { price: 1, work: comeAgain });
    await room.start();
    await until(async () => (await bench.row(mine[2] ?? '')).endedAt !== null);
    expect(newcomers).toBeLessThan(10);
    await room.stop();
  });

  test('normal work that waited long goes in line with priority work', async () => {
    const web = bench.makeRoom({ concurrency: 0 });
    await web.start();
    const user = await bench.makeUser();
    const old = await bench.submit(web, user, { price: 1 });
    await bench.db.execute(
      sql`UPDATE jobs SET created_at = now() - interval '1 hour' WHERE id = ${old}`,
    );
    const rush = await bench.makeUser();
    const urgent = await bench.submit(web, rush, { price: 1, isPriority: true });
    expect((await web.progressOf([old, urgent])).get(old)?.position).toBe(2);
    await web.sweep();
    expect((await web.progressOf([old, urgent])).get(old)?.position).toBe(1);
  });

  test('says the place in line while work waits', async () => {
    const web = bench.makeRoom({ concurrency: 0 });
    await web.start();
    const user = await bench.makeUser();
    const first = await bench.submit(web, user);
    const second = await bench.submit(web, user);
    const progress = await web.progressOf([second, first]);
    expect(progress.get(first)).toMatchObject({ state: 'pending', position: 1 });
    expect(progress.get(second)).toMatchObject({ state: 'pending', position: 2 });
  });

  test('a person of weight 2 gets two turns while one of weight 1 gets one', async () => {
    const line = [...'aaabbbbbb'].map((name) => ({
      name,
      tier: name === 'b' ? ('pro' as const) : ('free' as const),
    }));
    expect(await orderOf(line)).toBe('babbabbab');
  });

  test('beside a batch of fifty, priority work is next and another person waits two turns at most', async () => {
    const batch = Array.from({ length: 50 }, () => ({ name: 'a' }));
    const order = await orderOf([
      ...batch,
      { name: 'p', isPriority: true, tier: 'pro' },
      { name: 'b' },
    ]);
    expect(order.indexOf('P')).toBe(0);
    expect(order.indexOf('b')).toBeLessThanOrEqual(2);
  });

  test('a tier’s number of jobs in flight is kept, also by many submits at once', async () => {
    const web = bench.makeRoom({
      concurrency: 0,
      tiers: { ...TIERS, free: { jobsInFlight: 3, queueWeight: 1 } },
    });
    await web.start();
    const user = await bench.makeUser();
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, (_, at) => bench.submit(web, user, { price: at % 2 })),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    await expect(bench.submit(web, user)).rejects.toMatchObject({
      code: 'JOBS_TOO_MANY',
      status: 429,
      details: { limit: 3, inFlight: 3, requested: 1 },
    });
    // What was refused left nothing behind: three jobs, and a hold for each that has a price and no other.
    const { rows } = await bench.db.execute<{ jobs: number; paid: number; holds: number }>(
      sql`SELECT count(*)::int AS jobs, count(hold_id)::int AS paid,
        (SELECT count(*)::int FROM credit_holds WHERE user_id = ${user}) AS holds
        FROM jobs WHERE user_id = ${user}`,
    );
    expect(rows[0]?.jobs).toBe(3);
    expect(rows[0]?.holds).toBe(rows[0]?.paid ?? -1);
  });

  test('says who is before waiting work: one’s own, priority, others', async () => {
    const web = bench.makeRoom({ concurrency: 0 });
    await web.start();
    const [me, other] = [await bench.makeUser(), await bench.makeUser()];
    await bench.submit(web, other);
    await bench.submit(web, me);
    await bench.submit(web, other, { price: 1, isPriority: true });
    await bench.submit(web, me, { price: 1, isPriority: true });
    const mine = await bench.submit(web, me);
    const places = await web.progressOf([mine]);
    expect(places.get(mine)).toMatchObject({
      position: 5,
      ahead: { own: 2, priority: 1, others: 1 },
    });
  });
});
