import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv, Database, Idempotency, Principal } from '@lumiku/app-kit';
import { CreditHold, CreditSummary, LedgerEntry, PageMeta, requestInvalid } from '@lumiku/contract';
import { z } from 'zod';
import { requirePrincipal } from '../accounts/require-principal.ts';
import type { CreditBook } from './create-credits.ts';
import { giveGrant, type OnGrant } from './give-grant.ts';
import { GRANT_MAX } from './grant.ts';
import { ledgerCsv } from './ledger-csv.ts';

export interface CreditRoutesDeps {
  db: Database;
  credits: CreditBook;
  idempotency: Idempotency;
  onGrant?: OnGrant | undefined;
  resolvePrincipal(headers: Headers): Promise<Principal | null>;
}

const json = <S extends z.ZodType>(schema: S) => ({
  description: 'Done',
  content: { 'application/json': { schema } },
});
const tags = ['Credits'];

const Filter = z.object({
  kind: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(LedgerEntry.shape.kind))
    .optional()
    .openapi({ type: 'string', description: 'One kind, or several with commas between' }),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
});
const Page = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).default(0),
});

const getCredits = createRoute({
  method: 'get',
  path: '/api/credits',
  tags,
  summary: 'My credits: balance, held for work in progress, available',
  responses: { 200: json(z.object({ data: CreditSummary })) },
});
const getLedger = createRoute({
  method: 'get',
  path: '/api/credits/ledger',
  tags,
  summary: 'My ledger, newest first; the sum of all amounts is the balance',
  request: { query: Filter.extend(Page.shape) },
  responses: { 200: json(z.object({ data: z.array(LedgerEntry), meta: PageMeta })) },
});
const getLedgerCsv = createRoute({
  method: 'get',
  path: '/api/credits/ledger.csv',
  tags,
  summary: 'The same lines as a CSV file',
  request: { query: Filter },
  responses: {
    200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } },
  },
});
const getHolds = createRoute({
  method: 'get',
  path: '/api/credits/holds',
  tags,
  summary: 'What is held for work in progress, oldest first',
  responses: { 200: json(z.object({ data: z.array(CreditHold) })) },
});
const getTotals = createRoute({
  method: 'get',
  path: '/api/admin/credits',
  tags: ['Admin'],
  summary: "The studio's credits as a whole: balances, holds, and sums by kind",
  responses: {
    200: json(
      z.object({
        data: z.object({
          accounts: z.number().int(),
          balance: z.number().int(),
          held: z.number().int(),
          byKind: z.record(z.string(), z.number().int()),
        }),
      }),
    ),
  },
});
const postGrant = createRoute({
  method: 'post',
  path: '/api/admin/credits/grants',
  tags: ['Admin'],
  summary: 'Give credits to a person, by id or e-mail',
  request: {
    headers: z.object({ 'idempotency-key': z.string().optional() }),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .object({
              userId: z.string().min(1).optional(),
              email: z.email().optional(),
              amount: z.number().int().min(1).max(GRANT_MAX),
              note: z.string().trim().max(500).optional(),
            })
            .refine((body) => (body.userId === undefined) !== (body.email === undefined), {
              message: 'Name the person by userId or by email.',
              path: ['userId'],
            }),
        },
      },
    },
  },
  responses: { 201: json(z.object({ data: LedgerEntry.extend({ userId: z.string() }) })) },
});

export function creditsRoutes(deps: CreditRoutesDeps): OpenAPIHono<AppEnv> {
  const { credits } = deps;
  const routes = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw requestInvalid(result.error);
    },
  });
  const signedIn = requirePrincipal(deps.resolvePrincipal);
  routes.use('/api/credits/*', signedIn);
  const isAdmin = requirePrincipal(deps.resolvePrincipal, 'admin');
  routes.use('/api/admin/credits/*', isAdmin);

  routes.openapi(getCredits, async (c) =>
    c.json({ data: await credits.summary(c.get('principal').userId) }, 200),
  );
  routes.openapi(getLedger, async (c) => {
    const { limit, offset, ...wanted } = c.req.valid('query');
    const { userId } = c.get('principal');
    await credits.summary(userId);
    const filter = { userId, ...toFilter(wanted) };
    const data = await credits.entries(filter, { limit, offset });
    const total = await credits.entriesTotal(filter);
    const meta = { total, limit, offset, hasMore: offset + data.length < total };
    return c.json({ data, meta }, 200);
  });
  routes.openapi(getLedgerCsv, async (c) => {
    const { userId } = c.get('principal');
    await credits.summary(userId);
    const filter = { userId, ...toFilter(c.req.valid('query')) };
    return c.body(ledgerCsv(credits.walkEntries(filter)), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="lumiku-ledger.csv"',
      'cache-control': 'no-store',
    });
  });
  routes.openapi(getHolds, async (c) =>
    c.json({ data: await credits.openHolds(c.get('principal').userId) }, 200),
  );
  routes.openapi(getTotals, async (c) => c.json({ data: await credits.totals() }, 200));
  routes.openapi(postGrant, async (c) => {
    const { userId, email = '', amount, note } = c.req.valid('json');
    const { userId: given, entry } = await giveGrant(deps, {
      adminId: c.get('principal').userId,
      to: userId === undefined ? { email } : { userId },
      amount,
      note,
      idempotencyKey: c.req.valid('header')['idempotency-key'],
    });
    return c.json({ data: { ...entry, userId: given } }, 201);
  });
  return routes;
}

function toFilter(wanted: z.infer<typeof Filter>) {
  const date = (text: string | undefined) => (text === undefined ? undefined : new Date(text));
  return { kinds: wanted.kind, from: date(wanted.from), to: date(wanted.to) };
}
