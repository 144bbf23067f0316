import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import { LedgerEntry } from '@lumiku/contract';
import { z } from 'zod';
import { type SignedUp, startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';

/** A database starts in a second; on a busy machine in many. */
const STARTS_MS = 60_000;

let studio: TestPlatform;
let owner: SignedUp;
let ayu: SignedUp;
beforeAll(async () => {
  studio = await startTestPlatform();
  owner = await studio.signUp('owner@example.com');
  ayu = await studio.signUp('ayu@example.com');
}, STARTS_MS);
afterAll(() => studio.stop());

const Ledger = z.object({
  data: z.array(LedgerEntry),
  meta: z.object({ total: z.number(), hasMore: z.boolean() }),
});
const Totals = z.object({
  data: z.object({
    accounts: z.number(),
    balance: z.number(),
    byKind: z.record(z.string(), z.number()),
  }),
});
const ledgerOf = async (person: SignedUp, query = '') =>
  Ledger.parse(await (await studio.get(`/api/credits/ledger${query}`, person.bearer)).json());
const give = (body: unknown, headers: Record<string, string> = owner.bearer) =>
  studio.post('/api/admin/credits/grants', body, headers);

describe('my credits', () => {
  test('the first look answers the welcome grant, in the summary and in the ledger', async () => {
    const fresh = await studio.signUp('fresh@example.com');
    const { data, meta } = await ledgerOf(fresh);
    expect(data).toMatchObject([{ kind: 'welcome', amount: 100, balanceAfter: 100 }]);
    expect(meta).toMatchObject({ total: 1, hasMore: false });
    const summary = await studio.get('/api/credits', fresh.bearer);
    expect(await summary.json()).toEqual({ data: { balance: 100, held: 0, available: 100 } });
  });

  test('the sum of the ledger is the balance, and holds stand beside it', async () => {
    const { id: userId } = ayu.user;
    await studio.db.transaction(async (tx) => {
      await studio.credits.charge(tx, { userId, amount: 15, reference: 'app:thing:1' });
      await studio.credits.placeHold(tx, { userId, amount: 7, reference: 'app:thing:2' });
    });
    const { data } = await ledgerOf(ayu);
    const sum = data.reduce((total, entry) => total + entry.amount, 0);
    const summary = await studio.get('/api/credits', ayu.bearer);
    expect(await summary.json()).toEqual({
      data: { balance: sum, held: 7, available: sum - 7 },
    });
    const holds = await studio.get('/api/credits/holds', ayu.bearer);
    expect(await holds.json()).toMatchObject({
      data: [{ amount: 7, state: 'held', reference: 'app:thing:2' }],
    });
  });

  test('the ledger is filtered by kind and time and paged', async () => {
    const bima = await studio.signUp('bima@example.com');
    for (const amount of [1, 2, 3]) await give({ userId: bima.user.id, amount });
    expect((await ledgerOf(bima, '?kind=grant')).data.map((entry) => entry.amount)).toEqual([
      3, 2, 1,
    ]);
    expect((await ledgerOf(bima, '?kind=grant,welcome')).meta.total).toBe(
      (await ledgerOf(bima)).meta.total,
    );
    const page = await ledgerOf(bima, '?kind=grant&limit=2&offset=1');
    expect(page.data.map((entry) => entry.amount)).toEqual([2, 1]);
    expect(page.meta).toMatchObject({ total: 3, hasMore: false });
    const second = page.data[0]?.createdAt ?? '';
    const since = await ledgerOf(bima, `?from=${encodeURIComponent(second)}&kind=grant`);
    expect(since.data.map((entry) => entry.amount)).toContain(3);
    const before = await ledgerOf(bima, '?to=2020-01-01T00:00:00Z');
    expect(before.data).toEqual([]);
  });

  test('the ledger as CSV keeps notes as text, never as a formula', async () => {
    const sari = await studio.signUp('sari@example.com');
    await give({ userId: sari.user.id, amount: 5, note: '=HYPERLINK("x"), "quoted"\nnew line' });
    const response = await studio.get('/api/credits/ledger.csv', sari.bearer);
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(response.headers.get('content-disposition')).toContain('lumiku-ledger.csv');
    const csv = await response.text();
    expect(csv.split('\r\n')[0]).toBe('createdAt,kind,amount,balanceAfter,reference,note');
    expect(csv).toContain(`"'=HYPERLINK(""x""), ""quoted""\nnew line"`);
    expect(csv).toContain(',welcome,100,100,lumiku:welcome,');
  });

  test('a filter that is none is refused with what is wrong', async () => {
    for (const query of ['?kind=gift', '?from=yesterday', '?limit=0', '?offset=-1']) {
      const response = await studio.get(`/api/credits/ledger${query}`, ayu.bearer);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ error: { code: 'REQUEST_INVALID' } });
    }
  });

  test('nobody sees credits without signing in', async () => {
    const paths = [
      '/api/credits',
      '/api/credits/ledger',
      '/api/credits/ledger.csv',
      '/api/credits/holds',
    ];
    for (const path of paths) expect((await studio.get(path)).status).toBe(401);
  });
});

describe('grants by an admin', () => {
  test('reach a person by e-mail or id, with their note', async () => {
    const hasan = await studio.signUp('hasan@example.com');
    const byEmail = await give({ email: 'Hasan@Example.com', amount: 10, note: 'Thank you' });
    expect(byEmail.status).toBe(201);
    expect(await byEmail.json()).toMatchObject({
      data: { userId: hasan.user.id, amount: 10, kind: 'grant', balanceAfter: 110 },
    });
    expect((await ledgerOf(hasan)).data[0]).toMatchObject({ note: 'Thank you' });
  });

  test('sent twice under one Idempotency-Key, even at once, give once', async () => {
    const nadia = await studio.signUp('nadia@example.com');
    const headers = { ...owner.bearer, 'idempotency-key': 'gift-for-nadia' };
    const body = { userId: nadia.user.id, amount: 25 };
    const answers = await Promise.all([give(body, headers), give(body, headers)]);
    expect(answers.map((answer) => answer.status)).toEqual([201, 201]);
    const [first, second] = await Promise.all(answers.map((answer) => answer.json()));
    expect(first).toEqual(second);
    expect((await ledgerOf(nadia, '?kind=grant')).meta.total).toBe(1);
    const other = await give({ ...body, amount: 26 }, headers);
    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ error: { code: 'IDEMPOTENCY_KEY_REUSED' } });
  });

  test('without a key two requests are two grants', async () => {
    const body = { userId: owner.user.id, amount: 1 };
    await give(body);
    await give(body);
    expect((await ledgerOf(owner, '?kind=grant')).meta.total).toBe(2);
  });

  test('are refused for a wrong amount, nobody, an unknown person, and for plain users', async () => {
    const { id: userId } = ayu.user;
    for (const amount of [0, -5, 1.5, 10_000_000, '5']) {
      expect((await give({ userId, amount })).status).toBe(400);
    }
    expect((await give({ amount: 5 })).status).toBe(400);
    const unknown = await give({ email: 'nobody@example.com', amount: 5 });
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toMatchObject({ error: { code: 'PERSON_NOT_FOUND' } });
    expect((await give({ userId, amount: 5 }, ayu.bearer)).status).toBe(403);
    expect((await give({ userId, amount: 5 }, {})).status).toBe(401);
  });
});

describe('the totals', () => {
  test('of all ledgers are the sum of all balances, for admins only', async () => {
    const response = await studio.get('/api/admin/credits', owner.bearer);
    const { data } = Totals.parse(await response.json());
    const sum = Object.values(data.byKind).reduce((total, amount) => total + amount, 0);
    expect(sum).toBe(data.balance);
    expect(data.byKind.welcome).toBe(100 * data.accounts);
    expect((await studio.get('/api/admin/credits', ayu.bearer)).status).toBe(403);
    expect((await studio.get('/api/admin/credits')).status).toBe(401);
  });
});
