import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { z } from 'zod';
import { createStudio, type Studio, type StudioOverrides } from '../compose.ts';
import { readConfig } from '../config/index.ts';
import type { SchemaOwner } from '../db/index.ts';
import { createTestDatabase } from './test-database.ts';

export interface TestStudio {
  readonly studio: Studio;
  /** Where it listens. */
  readonly url: string;
  readonly dataDir: string;
  /** Straight to its database. */
  readonly pool: Pool;
  /** A new person; the first one is the owner. */
  signUp(email?: string): Promise<TestPerson>;
  stop(): Promise<void>;
}

export interface TestPerson {
  readonly userId: string;
  readonly token: string;
  /** Speaks to the studio as this person. `path` starts with a slash. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

const SignedUp = z.object({ token: z.string(), user: z.object({ id: z.string() }) });
const NO_OWNERS: readonly SchemaOwner[] = [];

/**
 * A whole studio with a database and a data folder of its own, listening on a free port.
 * @param options.environment settings beside those every test studio has
 */
export async function createTestStudio(
  options: { environment?: Record<string, string>; overrides?: StudioOverrides } = {},
): Promise<TestStudio> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lumiku-studio-'));
  const database = await createTestDatabase(NO_OWNERS);
  const config = readConfig({
    ...{ LUMIKU_DATA_DIR: dataDir, DATABASE_URL: database.url, PORT: '0' },
    LUMIKU_LOG_LEVEL: 'silent',
    // A test asks many times a second whether something is done; a browser is told.
    LUMIKU_REQUESTS_PER_MINUTE_FREE: '100000',
    LUMIKU_REQUESTS_PER_MINUTE_PRO: '200000',
    ...options.environment,
  });
  const studio = await createStudio(config, options.overrides);
  await studio.start();
  let people = 0;
  return {
    studio,
    url: studio.url,
    dataDir,
    pool: database.pool,
    signUp: async (email = `person-${++people}@example.com`) => {
      const response = await fetch(`${studio.url}/api/auth/sign-up/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'Ayu', email, password: 'plain long words' }),
      });
      const { token, user } = SignedUp.parse(await response.json());
      return {
        ...{ userId: user.id, token },
        fetch: (path, init = {}) => {
          const headers = new Headers(init.headers);
          headers.set('authorization', `Bearer ${token}`);
          return fetch(`${studio.url}${path}`, { ...init, headers });
        },
      };
    },
    stop: async () => {
      await studio.stop();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
