import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv, Database, Log } from '@lumiku/app-kit';
import {
  AdminUser,
  ChangeMeInput,
  type CreditSummary,
  Me,
  PageMeta,
  requestInvalid,
} from '@lumiku/contract';
import { eq } from 'drizzle-orm';
import { deleteCookie } from 'hono/cookie';
import { z } from 'zod';
import { authRoutes } from './auth-routes.ts';
import type { Accounts } from './create-accounts.ts';
import { SESSION_COOKIE } from './create-auth.ts';
import { deleteAccount } from './delete-account.ts';
import { type ExportedFile, exportAccount } from './export-account.ts';
import { guardAuth } from './guard-auth.ts';
import { listUsers } from './list-users.ts';
import { readMe } from './read-me.ts';
import { readSetup } from './read-setup.ts';
import { requirePrincipal } from './require-principal.ts';
import { cameByHttps, secureCookies } from './secure-cookies.ts';
import { users as userRows } from './tables.ts';
import { type AccountDeed, witnessDeed } from './witness-deed.ts';

export interface AccountRoutesDeps {
  accounts: Accounts;
  db: Database;
  /** Whether strangers may make an account; the first account can always be made. */
  isSignUpOpen: boolean;
  credits: {
    summary(userId: string): Promise<CreditSummary>;
    balances(userIds: readonly string[]): Promise<Map<string, number>>;
  };
  log: Log;
  files: {
    storage: { check(): Promise<void> };
    listPerson(userId: string): AsyncIterable<ExportedFile>;
    removePerson(userId: string): Promise<void>;
  };
  /** Told what admins did to people, and what became of keys. */
  onDeed?: (deed: AccountDeed) => Promise<void>;
  socketAddress?: (request: Request) => string | undefined;
}

const json = <S extends z.ZodType>(schema: S) => ({
  description: 'Done',
  content: { 'application/json': { schema } },
});

const getSetup = createRoute({
  method: 'get',
  path: '/api/setup',
  tags: ['Accounts'],
  summary: 'Whether the studio has an owner yet, and whether one can sign up',
  security: [],
  responses: {
    200: json(z.object({ data: z.object({ hasOwner: z.boolean(), signUpOpen: z.boolean() }) })),
  },
});

const getMe = createRoute({
  method: 'get',
  path: '/api/me',
  tags: ['Accounts'],
  summary: 'Who I am, and my credits',
  responses: { 200: json(z.object({ data: Me })) },
});

const patchMe = createRoute({
  method: 'patch',
  path: '/api/me',
  tags: ['Accounts'],
  summary: 'Choose the language I read in, on every device',
  request: {
    body: { required: true, content: { 'application/json': { schema: ChangeMeInput } } },
  },
  responses: { 200: json(z.object({ data: Me })) },
});

const deleteMe = createRoute({
  method: 'delete',
  path: '/api/me',
  tags: ['Accounts'],
  summary: 'Delete my account and everything that is mine; asks for the password',
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: z.object({ password: z.string().min(1) }) } },
    },
  },
  responses: { 200: json(z.object({ message: z.string() })) },
});

const getExport = createRoute({
  method: 'get',
  path: '/api/me/export',
  tags: ['Accounts'],
  summary: 'Everything the studio keeps about me, as one ZIP',
  responses: {
    200: { description: 'ZIP', content: { 'application/zip': { schema: z.string() } } },
  },
});

const getUsers = createRoute({
  method: 'get',
  path: '/api/admin/users',
  tags: ['Admin'],
  summary: 'Everybody with an account, with their balance',
  request: {
    query: z.object({
      q: z.string().trim().max(254).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      offset: z.coerce.number().int().min(0).default(0),
    }),
  },
  responses: { 200: json(z.object({ data: z.array(AdminUser), meta: PageMeta })) },
});

/** Sign-up, sign-in, sessions and API keys under `/api/auth`, and who I am. */
export function accountsRoutes(deps: AccountRoutesDeps): OpenAPIHono<AppEnv> {
  const { accounts, db, credits } = deps;
  const routes = new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw requestInvalid(result.error);
    },
  });
  const signedIn = requirePrincipal(accounts.resolvePrincipal);
  const isAdmin = requirePrincipal(accounts.resolvePrincipal, 'admin');

  routes.openapi(getSetup, async (c) =>
    c.json({ data: await readSetup(db, deps.isSignUpOpen) }, 200),
  );

  routes.use('/api/me', signedIn);
  routes.openapi(getMe, async (c) => {
    const { userId, via } = c.get('principal');
    if (via === 'cookie')
      await prolongCookie(accounts, c.req.raw, (set) =>
        c.header('set-cookie', set, { append: true }),
      );
    return c.json({ data: await readMe(db, credits.summary, userId) }, 200);
  });

  routes.openapi(patchMe, async (c) => {
    const { userId } = c.get('principal');
    await db.update(userRows).set(c.req.valid('json')).where(eq(userRows.id, userId));
    return c.json({ data: await readMe(db, credits.summary, userId) }, 200);
  });

  routes.openapi(deleteMe, async (c) => {
    const { userId } = c.get('principal');
    const { password } = c.req.valid('json');
    const removeFiles = (id: string) => deps.files.removePerson(id);
    const checkFiles = () => deps.files.storage.check();
    await deleteAccount({ db, log: deps.log, checkFiles, removeFiles }, { userId, password });
    deleteCookie(c, SESSION_COOKIE, { path: '/', httpOnly: true, sameSite: 'Lax' });
    return c.json({ message: 'Your account and everything in it is deleted.' }, 200);
  });

  routes.use('/api/me/export', signedIn);
  routes.openapi(getExport, (c) => {
    const listFiles = (id: string) => deps.files.listPerson(id);
    return c.body(exportAccount({ db, listFiles }, c.get('principal').userId), 200, {
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="lumiku-export.zip"',
      'cache-control': 'no-store',
    });
  });

  routes.use('/api/admin/users', isAdmin);
  routes.openapi(getUsers, async (c) => {
    const wanted = c.req.valid('query');
    const { users, total } = await listUsers(db, wanted);
    const balances = await credits.balances(users.map((user) => user.id));
    const data = users.map((user) => ({ ...user, balance: balances.get(user.id) ?? 0 }));
    const { limit, offset } = wanted;
    const meta = { total, limit, offset, hasMore: offset + data.length < total };
    return c.json({ data, meta }, 200);
  });

  routes.route(
    '/',
    authRoutes({
      auth: accounts.auth,
      guard: (endpoint, body) => guardAuth(deps, endpoint, body),
      witness: async (endpoint, body, headers) => {
        const { resolvePrincipal } = accounts;
        const deed = await witnessDeed({ db, resolvePrincipal }, { endpoint, body, headers });
        return deed && (async () => await deps.onDeed?.(deed));
      },
      socketAddress: deps.socketAddress,
    }),
  );
  return routes;
}

/** Once a day of use the session, and with it the cookie, lives for another thirty. */
async function prolongCookie(
  accounts: Accounts,
  request: Request,
  set: (cookie: string) => void,
): Promise<void> {
  const { headers } = await accounts.auth.api.getSession({
    headers: request.headers,
    returnHeaders: true,
  });
  const secured = cameByHttps(request.url, request.headers) ? secureCookies(headers) : headers;
  for (const cookie of secured.getSetCookie()) set(cookie);
}
