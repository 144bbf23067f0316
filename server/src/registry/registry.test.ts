import { describe, expect, test } from 'bun:test';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppContext, AppDefinition, AppEnv, AppParts, JobDefinition } from '@lumiku/app-kit';
import { AppCard, Fault } from '@lumiku/contract';
import { z } from 'zod';
import { createRegistry } from './create-registry.ts';

const resolvePrincipal = async (headers: Headers) => {
  const who = headers.get('authorization');
  if (who === 'user') return { userId: 'u', role: 'user', tier: 'free', via: 'bearer' } as const;
  if (who === 'admin') return { userId: 'a', role: 'admin', tier: 'pro', via: 'bearer' } as const;
  return null;
};

function demoApp(
  id: string,
  change: {
    manifest?: Partial<AppDefinition['manifest']>;
    parts?: Partial<AppParts>;
    migrationsFolder?: string;
  } = {},
): AppDefinition {
  const routes = new OpenAPIHono<AppEnv>();
  routes.get('/hello', (c) => c.json({ hello: c.get('principal').userId }));
  return {
    manifest: {
      id,
      name: { en: id, id },
      description: { en: 'A demo.', id: 'Sebuah demo.' },
      icon: 'star',
      version: '0.1.0',
      routePrefixes: [`/api/apps/${id}`],
      prices: { base: 5 },
      access: {
        requiresAuthentication: true,
        requiresSubscription: false,
        roles: ['user', 'admin'],
      },
      flags: { enabled: true, beta: false, comingSoon: false },
      tile: { order: id.length, colour: 'purple' },
      ...change.manifest,
    },
    migrationsFolder: change.migrationsFolder ?? null,
    mount: () => ({ routes, jobs: [], ...change.parts }),
  };
}

const job = (kind: string, change: Partial<JobDefinition> = {}): JobDefinition => ({
  kind,
  subject: 'thing',
  payload: z.unknown(),
  paidFrom: [],
  attemptsMax: 1,
  timeoutMs: 1_000,
  run: async () => null,
  onStarted: async () => ({}),
  onCompleted: async () => ({}),
  onFailed: async () => ({}),
  onCancelled: async () => ({}),
  ...change,
});

/** These apps ask nothing of the platform, and are told so should they try. */
const contextOf = (): AppContext => {
  const refuse = () => {
    throw new Error('This app has no context.');
  };
  return {
    get db() {
      return refuse();
    },
    get credits() {
      return refuse();
    },
    get shares() {
      return refuse();
    },
    get consents() {
      return refuse();
    },
    get sources() {
      return refuse();
    },
    get policy() {
      return refuse();
    },
    get tiers() {
      return refuse();
    },
    get jobs() {
      return refuse();
    },
    get images() {
      return refuse();
    },
    get poses() {
      return refuse();
    },
    get photos() {
      return refuse();
    },
    get engines() {
      return refuse();
    },
    get events() {
      return refuse();
    },
    get idempotency() {
      return refuse();
    },
    get log() {
      return refuse();
    },
    get clock() {
      return refuse();
    },
  };
};

const registryOf = (...apps: AppDefinition[]) => createRegistry(apps, { resolvePrincipal });

/** The problems a studio of these apps refuses to start with. */
function problemsOf(...apps: AppDefinition[]): string[] {
  try {
    registryOf(...apps).mount(contextOf);
  } catch (error) {
    if (error instanceof Fault) return error.issues?.map(({ message }) => message) ?? [];
    throw error;
  }
  return [];
}

function serve(...apps: AppDefinition[]) {
  const http = new OpenAPIHono<AppEnv>();
  http.onError((error, c) => {
    if (error instanceof Fault) return c.json({ error: { code: error.code } }, error.status);
    throw error;
  });
  for (const routes of registryOf(...apps).mount(contextOf).routes) http.route('/', routes);
  return async (path: string, who?: string) =>
    http.request(path, who === undefined ? {} : { headers: { authorization: who } });
}

describe('a studio refuses to start', () => {
  test('on two apps that claim the same id, prefix and tile, saying all of it at once', () => {
    const problems = problemsOf(demoApp('demo'), demoApp('demo'));
    expect(problems).toHaveLength(3);
    for (const what of ['id', 'route prefix', 'tile order']) {
      expect(problems.some((problem) => problem.includes(`the ${what} "`))).toBe(true);
    }
  });

  test('on manifests that are not whole, each with its fix', () => {
    const problems = problemsOf(
      demoApp('Bad_Id', { manifest: { icon: 'Star' } }),
      demoApp('taken', { manifest: { routePrefixes: ['/api/apps/taken', '/api/credits/mine'] } }),
      demoApp('away', { migrationsFolder: '/nowhere/migrations' }),
      demoApp('cheap-app', { manifest: { prices: { base: -1 } } }),
    );
    const all = problems.join('\n');
    expect(all).toContain('"Bad_Id" is not kebab-case. Use small letters');
    expect(all).toContain('icon "Star"');
    expect(all).toContain('/api/credits/mine is not free');
    expect(all).toContain('holds no migrations. Run "bun tools/db-generate.ts"');
    expect(all).toContain('price "base" is below zero');
  });

  test('on jobs that are not the app’s own, paid without a price, or claimed twice', () => {
    const problems = problemsOf(
      demoApp('one', {
        parts: {
          jobs: [
            job('other.do-it'),
            job('one.paint', { paidFrom: ['gold'], subject: 'a' }),
            job('one.paint', { subject: 'b' }),
          ],
        },
      }),
      demoApp('third', { parts: { jobs: [job('third.work', { subject: 'a', attemptsMax: 0 })] } }),
    ).join('\n');
    expect(problems).toContain('"other.do-it" is not its own. Call it "one.<verb-noun>"');
    expect(problems).toContain('paid from the price "gold"');
    expect(problems).toContain('the job kind "one.paint", which one has already');
    expect(problems).toContain('"third.work" may never run');
    expect(problems).toContain('the event namespace "a", which one has already');
  });

  test('on a tile that asks for statistics nobody answers', () => {
    const tile = { order: 1, colour: 'red', statsPath: '/stats' };
    expect(problemsOf(demoApp('demo', { manifest: { tile } })).join()).toContain('/stats');
  });

  test('and starts with apps that are right', () => {
    expect(problemsOf(demoApp('one'), demoApp('three'))).toEqual([]);
  });
});

describe('apps that were mounted', () => {
  const flags = { enabled: false, beta: false, comingSoon: false };
  const roles = { requiresAuthentication: true, requiresSubscription: false };

  test('answer at all their prefixes, to people who signed in', async () => {
    const ask = serve(
      demoApp('demo', { manifest: { routePrefixes: ['/api/apps/demo', '/api/demo'] } }),
    );
    for (const prefix of ['/api/apps/demo', '/api/demo']) {
      const answer = await ask(`${prefix}/hello`, 'user');
      expect(await answer.json()).toEqual({ hello: 'u' });
      expect((await ask(`${prefix}/hello`)).status).toBe(401);
    }
  });

  test('are listed in the order of their tiles, for who may use them', async () => {
    const ask = serve(
      demoApp('for-all'),
      demoApp('ops', { manifest: { access: { ...roles, roles: ['admin'] } } }),
      demoApp('asleep-app', { manifest: { flags } }),
    );
    const listed = async (who: string) =>
      z
        .object({ data: z.array(AppCard) })
        .parse(await (await ask('/api/apps', who)).json())
        .data.map(({ id }) => id);
    expect(await listed('admin')).toEqual(['ops', 'for-all']);
    expect(await listed('user')).toEqual(['for-all']);
    expect((await ask('/api/apps')).status).toBe(401);
    expect((await ask('/api/apps/ops/hello', 'user')).status).toBe(403);
    expect((await ask('/api/apps/asleep-app/hello', 'admin')).status).toBe(404);
  });

  test('are for subscribers only when they say so', async () => {
    const access = { requiresAuthentication: true, requiresSubscription: true };
    const ask = serve(
      demoApp('demo', { manifest: { access: { ...access, roles: ['user', 'admin'] } } }),
    );
    expect((await ask('/api/apps/demo/hello', 'user')).status).toBe(403);
    expect((await ask('/api/apps/demo/hello', 'admin')).status).toBe(200);
  });
});
