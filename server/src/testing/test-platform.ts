import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database, Log } from '@lumiku/app-kit';
import { outlineOnThread } from '@lumiku/figure/outline';
import { z } from 'zod';
import {
  type Accounts,
  accountsRoutes,
  accountsSchema,
  createAccounts,
} from '../accounts/index.ts';
import { type CreditBook, createCredits, creditsRoutes, creditsSchema } from '../credits/index.ts';
import {
  createDiskStorage,
  createFiles,
  type Files,
  filesRoutes,
  type Storage,
} from '../files/index.ts';
import { createHttp } from '../http/index.ts';
import { createIdempotency, idempotencySchema } from '../idempotency/index.ts';
import { createMetrics } from '../telemetry/index.ts';
import { createTestDatabase } from './test-database.ts';

const SILENT: Log = { info() {}, warn() {}, error() {} };
const PASSWORD = 'plain long words';
const SignedIn = z.object({
  token: z.string(),
  user: z.object({ id: z.string(), role: z.string(), tier: z.string(), isOwner: z.boolean() }),
});

export type SignedUp = z.infer<typeof SignedIn> & {
  response: Response;
  /** For `Authorization`. */
  bearer: { authorization: string };
  /** What a browser would send back. */
  cookie: string;
};

/** Accounts, credits and files over a real database and folder, spoken to by HTTP as a browser or a program would. */
export interface TestPlatform {
  db: Database;
  accounts: Accounts;
  credits: CreditBook;
  files: Files;
  origin: string;
  password: string;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** The first one is the owner. */
  signUp(email: string, more?: Record<string, unknown>): Promise<SignedUp>;
  signIn(email: string): Promise<SignedUp>;
  stop(): Promise<void>;
}

export async function startTestPlatform(
  options: { isSignUpOpen?: boolean; attemptsPerMinute?: number; storage?: Storage } = {},
): Promise<TestPlatform> {
  const { attemptsPerMinute, isSignUpOpen = true } = options;
  const { db, drop } = await createTestDatabase([accountsSchema, creditsSchema, idempotencySchema]);
  const uploadsFolder = await mkdtemp(join(tmpdir(), 'lumiku-uploads-'));
  const clock = { now: () => new Date() };
  const accounts = createAccounts({
    db,
    log: SILENT,
    secret: 'for tests only, and long enough for that',
    ...(attemptsPerMinute === undefined ? {} : { attemptsPerMinute }),
  });
  const { resolvePrincipal } = accounts;
  const credits = createCredits({ db, welcomeCredits: 100 });
  const idempotency = createIdempotency({ db, clock });
  const storage = options.storage ?? createDiskStorage(uploadsFolder);
  const limits = { sizeBytesMax: 10_000_000, pixelsMax: 40_000_000 };
  const files = createFiles({ storage, limits, clock, outline: outlineOnThread });
  const http = createHttp({
    version: '0.0.0',
    log: SILENT,
    metrics: createMetrics(),
    readiness: [],
    webFolder: null,
    bodyBytesMax: 11_000_000,
    rooms: [
      accountsRoutes({ accounts, db, credits, files, isSignUpOpen, log: SILENT }),
      creditsRoutes({ db, credits, idempotency, resolvePrincipal }),
      filesRoutes({ ...files, resolvePrincipal }),
    ],
  });
  const origin = 'http://localhost:3000';
  const send: TestPlatform['fetch'] = async (path, init = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has('host')) headers.set('host', 'localhost:3000');
    return await http.request(`${origin}${path}`, { ...init, headers });
  };
  const post: TestPlatform['post'] = (path, body, headers = {}) =>
    send(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  return {
    ...{ db, accounts, credits, files, origin, password: PASSWORD, fetch: send, post },
    get: (path, headers = {}) => send(path, { headers }),
    signUp: async (email, more = {}) =>
      signedUp(
        await post('/api/auth/sign-up/email', { name: 'Ayu', email, password: PASSWORD, ...more }),
      ),
    signIn: async (email) =>
      signedUp(await post('/api/auth/sign-in/email', { email, password: PASSWORD })),
    stop: async () => {
      await drop();
      await rm(uploadsFolder, { recursive: true, force: true });
    },
  };
}

async function signedUp(response: Response): Promise<SignedUp> {
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const { token, user } = SignedIn.parse(await response.clone().json());
  return { token, user, response, cookie, bearer: { authorization: `Bearer ${token}` } };
}
