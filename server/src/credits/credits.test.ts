import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { Fault } from '@lumiku/contract';
import { eq, sql } from 'drizzle-orm';
import { accountsSchema } from '../accounts/schema-owner.ts';
import { users } from '../accounts/tables.ts';
import { addPerson } from '../accounts/testing.ts';
import { createTestDatabase, type TestDatabase } from '../testing/index.ts';
import { type CreditBook, createCredits } from './create-credits.ts';
import { creditsSchema } from './schema-owner.ts';
import { creditAccounts, creditEntries, creditHolds } from './tables.ts';

/** A database starts in a second; on a busy machine in many. */
const STARTS_MS = 60_000;

let store: TestDatabase;
let credits: CreditBook;
beforeAll(async () => {
  store = await createTestDatabase([accountsSchema, creditsSchema]);
  credits = createCredits({ db: store.db, welcomeCredits: 10 });
}, STARTS_MS);
afterAll(() => store.drop());

const hold = (userId: string, amount: number, reference: string) =>
  store.db.transaction((tx) => credits.placeHold(tx, { userId, amount, reference }));
const faultOf = async (work: Promise<unknown>): Promise<Fault> => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof Fault) return error;
  throw new Error(`expected a Fault, got ${String(error)}`);
};

describe('the account', () => {
  test('opens with the welcome grant exactly once, however many look at the same moment', async () => {
    const userId = await addPerson(store.db);
    const seen = await Promise.all(Array.from({ length: 8 }, () => credits.summary(userId)));
    expect(new Set(seen.map((one) => one.balance))).toEqual(new Set([10]));
    const entries = await credits.entries({ userId }, { limit: 10, offset: 0 });
    expect(entries.map((one) => [one.kind, one.amount, one.balanceAfter])).toEqual([
      ['welcome', 10, 10],
    ]);
  });

  test('opens empty and without a line when there is no welcome grant', async () => {
    const userId = await addPerson(store.db);
    const poor = createCredits({ db: store.db, welcomeCredits: 0 });
    expect(await poor.summary(userId)).toEqual({ balance: 0, held: 0, available: 0 });
    expect(await poor.entriesTotal({ userId })).toBe(0);
  });

  test('is gone with its ledger and holds when the person is deleted', async () => {
    const userId = await addPerson(store.db);
    await hold(userId, 4, 'test:gone');
    await store.db.delete(users).where(eq(users.id, userId));
    expect(await store.db.$count(creditAccounts, eq(creditAccounts.userId, userId))).toBe(0);
    expect(await store.db.$count(creditEntries, eq(creditEntries.userId, userId))).toBe(0);
    expect(await store.db.$count(creditHolds, eq(creditHolds.userId, userId))).toBe(0);
  });
});

describe('the ledger', () => {
  test('refuses every change and deletion of a line, even by plain SQL', async () => {
    const userId = await addPerson(store.db);
    await credits.summary(userId);
    const refused = (work: Promise<unknown>) =>
      work.then(
        () => 'changed',
        (reason: unknown) => String(reason instanceof Error ? reason.cause : reason),
      );
    const mine = eq(creditEntries.userId, userId);
    expect(await refused(store.db.update(creditEntries).set({ amount: 11 }).where(mine))).toContain(
      'append-only',
    );
    expect(await refused(store.db.delete(creditEntries).where(mine))).toContain('append-only');
    expect(
      await refused(store.db.delete(creditAccounts).where(eq(creditAccounts.userId, userId))),
    ).toContain('append-only');
    expect(await credits.entriesTotal({ userId })).toBe(1);
  });

  test('the database itself refuses a balance below zero and a hold without cover', async () => {
    const userId = await addPerson(store.db);
    await credits.summary(userId);
    const set = (column: 'balance' | 'held', value: number) =>
      store.pool
        .query(`update credit_accounts set ${column} = $1 where user_id = $2`, [value, userId])
        .then(
          () => 'changed',
          (reason: Error) => reason.message,
        );
    expect(await set('balance', -1)).toContain('credit_accounts');
    expect(await set('held', 11)).toContain('credit_accounts_held_is_covered');
  });

  test('walks every line newest first, across batches', async () => {
    const userId = await addPerson(store.db);
    await store.db.transaction(async (tx) => {
      for (let n = 1; n <= 7; n++) {
        await credits.grant(tx, { userId, amount: n, kind: 'grant', reference: `walk:${n}` });
      }
    });
    const amounts: number[] = [];
    for await (const entry of credits.walkEntries({ userId }, 3)) amounts.push(entry.amount);
    expect(amounts).toEqual([7, 6, 5, 4, 3, 2, 1, 10]);
  });
});

describe('a hold', () => {
  test('is refused with price, balance and what is available, and changes nothing', async () => {
    const userId = await addPerson(store.db);
    await hold(userId, 6, 'test:first');
    const fault = await faultOf(hold(userId, 5, 'test:too-much'));
    expect(fault.code).toBe('INSUFFICIENT_CREDITS');
    expect(fault.status).toBe(402);
    expect(fault.details).toEqual({ price: 5, balance: 10, available: 4 });
    expect(fault.message).toContain('5 credits and you have 4');
    expect(fault.fix).toBeTruthy();
    expect(await credits.summary(userId)).toEqual({ balance: 10, held: 6, available: 4 });
  });

  test('two at once with credits for one: one is placed, one refused', async () => {
    const userId = await addPerson(store.db);
    const outcomes = await Promise.allSettled([
      hold(userId, 7, 'race:a'),
      hold(userId, 7, 'race:b'),
    ]);
    expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await credits.summary(userId)).toEqual({ balance: 10, held: 7, available: 3 });
  });

  test('asked for twice at once under one reference is one hold', async () => {
    const userId = await addPerson(store.db);
    const [first, second] = await Promise.all([
      hold(userId, 3, 'same:reference'),
      hold(userId, 3, 'same:reference'),
    ]);
    expect(first.holdId).toBe(second.holdId);
    expect((await credits.summary(userId)).held).toBe(3);
  });

  test('is captured once, in full, however often and however concurrently it is asked', async () => {
    const userId = await addPerson(store.db);
    const { holdId } = await hold(userId, 4, 'capture:once');
    const taken = await Promise.all(
      Array.from({ length: 5 }, () =>
        store.db.transaction((tx) => credits.captureHold(tx, holdId)),
      ),
    );
    expect(taken.map((one) => one.captured)).toEqual([4, 4, 4, 4, 4]);
    expect(await credits.summary(userId)).toEqual({ balance: 6, held: 0, available: 6 });
    expect(await credits.entriesTotal({ userId, kinds: ['capture'] })).toBe(1);
  });

  test('captured in part gives the rest back', async () => {
    const userId = await addPerson(store.db);
    const { holdId } = await hold(userId, 8, 'capture:part');
    await store.db.transaction((tx) => credits.captureHold(tx, holdId, { amount: 3 }));
    expect(await credits.summary(userId)).toEqual({ balance: 7, held: 0, available: 7 });
  });

  test('capture and release at once: exactly one of them wins and the other says so', async () => {
    const userId = await addPerson(store.db);
    const { holdId } = await hold(userId, 4, 'capture:or-release');
    const outcomes = await Promise.allSettled([
      store.db.transaction((tx) => credits.captureHold(tx, holdId)),
      store.db.transaction((tx) => credits.releaseHold(tx, holdId)),
    ]);
    expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const { balance, held } = await credits.summary(userId);
    expect(held).toBe(0);
    expect(balance).toBe(outcomes[0]?.status === 'fulfilled' ? 6 : 10);
  });

  test('released twice gives back once', async () => {
    const userId = await addPerson(store.db);
    const { holdId } = await hold(userId, 4, 'release:twice');
    const release = () => store.db.transaction((tx) => credits.releaseHold(tx, holdId));
    expect([await release(), await release()]).toEqual([true, false]);
    expect(await credits.summary(userId)).toEqual({ balance: 10, held: 0, available: 10 });
    expect(await credits.openHolds(userId)).toEqual([]);
  });

  test('placed in a transaction that fails leaves nothing', async () => {
    const userId = await addPerson(store.db);
    const work = store.db.transaction(async (tx) => {
      await credits.placeHold(tx, { userId, amount: 5, reference: 'rolled:back' });
      await tx.execute(sql`select 1 / 0`);
    });
    expect(await work.catch(() => 'failed')).toBe('failed');
    expect(await credits.summary(userId)).toEqual({ balance: 10, held: 0, available: 10 });
  });

  test('of an amount that is not a whole number above zero is refused', async () => {
    const userId = await addPerson(store.db);
    for (const amount of [0, -5, 1.5, Number.NaN, 2_000_000_000]) {
      expect((await faultOf(hold(userId, amount, 'odd:amount'))).code).toBe(
        'CREDITS_AMOUNT_INVALID',
      );
    }
  });
});

describe('charge, refund and grant', () => {
  test('a charge is taken once per reference', async () => {
    const userId = await addPerson(store.db);
    const take = () =>
      store.db.transaction((tx) =>
        credits.charge(tx, { userId, amount: 6, reference: 'charge:once' }),
      );
    await Promise.all([take(), take(), take()]);
    expect((await credits.summary(userId)).balance).toBe(4);
  });

  test('a charge cannot take what is held for other work', async () => {
    const userId = await addPerson(store.db);
    await hold(userId, 6, 'held:for-work');
    const fault = await faultOf(
      store.db.transaction((tx) =>
        credits.charge(tx, { userId, amount: 5, reference: 'charge:held' }),
      ),
    );
    expect(fault.code).toBe('INSUFFICIENT_CREDITS');
  });

  test('a refund gives back once, and never more than was taken', async () => {
    const userId = await addPerson(store.db);
    const give = (amount: number, reference: string) =>
      store.db.transaction((tx) => credits.refund(tx, { userId, amount, reference }));
    expect((await faultOf(give(1, 'never:paid'))).code).toBe('CREDITS_NOTHING_TO_REFUND');
    await store.db.transaction((tx) =>
      credits.charge(tx, { userId, amount: 6, reference: 'paid' }),
    );
    expect((await faultOf(give(7, 'paid'))).code).toBe('CREDITS_NOTHING_TO_REFUND');
    expect([await give(6, 'paid'), await give(6, 'paid')]).toEqual([true, false]);
    expect((await credits.summary(userId)).balance).toBe(10);
  });

  test('one reference cannot book two amounts', async () => {
    const userId = await addPerson(store.db);
    const give = (amount: number) =>
      store.db.transaction((tx) =>
        credits.grant(tx, { userId, amount, kind: 'grant', reference: 'gift' }),
      );
    expect([await give(5), await give(5)]).toEqual([true, false]);
    expect((await faultOf(give(6))).code).toBe('CREDITS_REFERENCE_REUSED');
    expect((await credits.summary(userId)).balance).toBe(15);
  });
});
