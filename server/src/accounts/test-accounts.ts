import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv, Database, Log } from '@lumiku/app-kit';
import { Fault } from '@lumiku/contract';
import { ZodError } from 'zod';
import { createCredits } from '../credits/create-credits.ts';
import { creditsSchema } from '../credits/schema-owner.ts';
import { createTestDatabase } from '../testing/index.ts';
import { accountsRoutes } from './account-routes.ts';
import { type Accounts, createAccounts } from './create-accounts.ts';
import { accountsSchema } from './schema-owner.ts';

export const SILENT: Log = { info() {}, warn() {}, error() {} };

/** The accounts over a real database, spoken to as a browser or a program would. */
export interface TestAccounts {
  db: Database;
  accounts: Accounts;
  origin: string;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  stop(): Promise<void>;
}

export async function startTestAccounts(
  options: { isSignUpOpen?: boolean; attemptsPerMinute?: number } = {},
): Promise<TestAccounts> {
  const { db, drop } = await createTestDatabase([accountsSchema, creditsSchema]);
  const { attemptsPerMinute, isSignUpOpen = true } = options;
  const accounts = createAccounts({
    db,
    log: SILENT,
    secret: 'for tests only, and long enough for that',
    ...(attemptsPerMinute === undefined ? {} : { attemptsPerMinute }),
  });
  const credits = createCredits({ db, welcomeCredits: 100 });
  const app = withFaults();
  app.route('/', accountsRoutes({ accounts, db, credits, isSignUpOpen }));
  const origin = 'http://localhost:3000';
  const send = async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has('host')) headers.set('host', 'localhost:3000');
    return await app.request(`${origin}${path}`, { ...init, headers });
  };
  return {
    db,
    accounts,
    origin,
    fetch: send,
    get: (path, headers = {}) => send(path, { headers }),
    post: (path, body, headers = {}) =>
      send(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', ...headers },
      }),
    stop: drop,
  };
}

/** The same translation of errors as the server's, as far as these tests look at it. */
export function withFaults(): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>();
  app.onError((error, c) => {
    if (error instanceof ZodError) {
      const issues = error.issues.map((one) => ({
        path: one.path.join('.'),
        message: one.message,
      }));
      return c.json({ error: { code: 'INVALID', message: 'Not valid.', issues } }, 400);
    }
    if (!(error instanceof Fault)) throw error;
    const { code, message, fix, details, retryAfterSeconds } = error;
    return c.json({ error: { code, message, fix, details, retryAfterSeconds } }, error.status);
  });
  return app;
}
