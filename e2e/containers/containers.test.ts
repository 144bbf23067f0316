// No container engine runs where the tests run, so the image's recipe is carried out without one: the same files, the
// same commands, the same user, and the studio that comes out of it makes a picture.
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test';
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '@lumiku/server/db';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';
import { z } from 'zod';
import { startRedis } from '../support/redis-process.ts';
import { portrait } from '../support/sample-photo.ts';
import { StudioClient } from '../support/studio-client.ts';
import { temporaryDataDir } from '../support/studio-process.ts';
import { argumentsOf, buildOutsideContainers, PROJECT, readStages } from './image-recipe.ts';

setDefaultTimeout(300_000);

const dockerfile = join(PROJECT, 'Dockerfile');
const stages = readStages(dockerfile);
const image = stages.at(-1) ?? [];
const words = (line: string | undefined) => z.array(z.string()).parse(JSON.parse(line ?? '[]'));
const Health = z.object({ test: z.array(z.string()) });
const Compose = z.object({
  services: z.record(
    z.string(),
    z.looseObject({
      image: z.string(),
      environment: z.record(z.string(), z.string()).optional(),
      healthcheck: Health.optional(),
      volumes: z.array(z.string()),
    }),
  ),
  volumes: z.record(z.string(), z.null()),
});
const compose = Compose.parse(
  parse(readFileSync(join(PROJECT, 'compose.yaml'), 'utf8'), { merge: true }),
);

const data = temporaryDataDir();
let root = '';
beforeAll(async () => {
  root = await buildOutsideContainers();
  // The image is readable by everybody; a temporary folder is not.
  for (const folder of [root, data.path]) chmodSync(folder, 0o755);
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
  data.remove();
});

test('the Dockerfile is right by the rules of the field', () => {
  const problems = validate(readFileSync(dockerfile, 'utf8'));
  expect(problems).toEqual([]);
  for (const stage of stages) {
    const [from = ''] = argumentsOf(stage, 'FROM');
    expect(from).toMatch(/^[a-z/]+:[\w.-]*\d?[\w.-]*(?<!latest)( AS \w+)?$/);
  }
  expect(argumentsOf(image, 'USER').at(-1)).toMatch(/^[1-9]\d*$/);
  for (const keyword of ['ENTRYPOINT', 'CMD']) {
    expect(words(argumentsOf(image, keyword)[0]).length).toBeGreaterThan(0);
  }
  for (const run of stages.flatMap((stage) => argumentsOf(stage, 'RUN'))) {
    if (!run.includes('apt-get')) continue;
    expect(run).toContain('--no-install-recommends');
    expect(run).toContain('rm -rf /var/lib/apt/lists/*');
  }
});

test('what the image holds starts as its user, is healthy, makes a picture and stops when told', async () => {
  const uid = argumentsOf(image, 'USER').at(-1) ?? '';
  const isRoot = process.getuid?.() === 0;
  if (isRoot) await Bun.$`chown ${uid} ${data.path}`;
  const env = Object.fromEntries(
    argumentsOf(image, 'ENV').flatMap((line) =>
      line.split(/\s+/).map((pair) => pair.split('=', 2)),
    ),
  );
  const bun = join(root, 'bin', 'bun');
  const settings = {
    ...env,
    LUMIKU_DATA_DIR: data.path,
    HOST: '127.0.0.1',
    PORT: '0',
    HOME: data.path,
  };
  const asUser = isRoot ? [...(await knowing(uid)), ...becoming(uid)] : [];
  const [entry = '', ...rest] = words(argumentsOf(image, 'ENTRYPOINT')[0]);
  expect(entry).toBe('bun');
  const command = [...asUser, bun, ...rest, ...words(argumentsOf(image, 'CMD')[0])];
  const child = Bun.spawn(command, {
    cwd: join(root, 'app'),
    env: settings,
    stdout: 'pipe',
    stderr: 'inherit',
  });
  const url = await readyUrl(child.stdout);

  const [, check = ''] = /CMD (\[.*\])/s.exec(argumentsOf(image, 'HEALTHCHECK')[0] ?? '') ?? [];
  const [, ...probe] = words(check);
  const health = Bun.spawn([bun, ...probe], {
    env: { PORT: new URL(url).port },
    stderr: 'inherit',
  });
  expect(await health.exited).toBe(0);
  const page = await fetch(url);
  expect(page.headers.get('content-type')).toContain('text/html');

  const client = await StudioClient.signUp(url);
  const made = await client.generate({
    image: await portrait(),
    poseTemplateId: await client.anyPose(),
  });
  expect(made.status).toBe(201);
  expect(await client.ended(1)).toMatchObject([{ status: 'completed' }]);

  child.kill('SIGTERM');
  expect(await child.exited).toBe(0);
});

function becoming(uid: string): string[] {
  return ['setpriv', `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups'];
}

/** PostgreSQL starts for a user the machine knows by name; `useradd` is carried out where nobody else sees it. */
async function knowing(uid: string): Promise<string[]> {
  const isKnown = (await Bun.$`getent passwd ${uid}`.quiet().nothrow()).exitCode === 0;
  if (isKnown) return [];
  const users = join(root, 'passwd');
  const line = `lumiku:x:${uid}:${uid}::/data:/bin/sh\n`;
  writeFileSync(users, readFileSync('/etc/passwd', 'utf8') + line);
  return ['unshare', '--mount', 'sh', '-c', 'mount --bind "$0" /etc/passwd && exec "$@"', users];
}

async function readyUrl(output: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  const reader = output.getReader();
  for (let text = ''; ; ) {
    const { done, value } = await reader.read();
    text += decoder.decode(value, { stream: true });
    const ready = /ready: (http:\S+)/.exec(text)?.[1];
    if (ready !== undefined) return ready.replace(/\/$/, '');
    if (done) throw new Error(`The studio did not start:\n${text}`);
  }
}

test('compose.yaml names only settings, volumes and tags that exist, and pins them', () => {
  const reference = readFileSync(join(PROJECT, 'docs/configuration.md'), 'utf8');
  const { web, worker, postgres, redis } = compose.services;
  for (const service of [web, worker]) {
    for (const name of Object.keys(service?.environment ?? {})) expect(reference).toContain(name);
  }
  expect([web?.environment?.LUMIKU_ROLE, worker?.environment?.LUMIKU_ROLE]).toEqual([
    'web',
    'worker',
  ]);
  expect(postgres?.image).toMatch(/^postgres:(1[5-9]|[2-9]\d)/);
  expect(redis?.image).toMatch(/^redis:[78]/);
  for (const service of Object.values(compose.services)) {
    for (const volume of service.volumes) {
      expect(compose.volumes).toHaveProperty(volume.split(':')[0] ?? '');
    }
  }
});

test('the health checks of compose.yaml are commands that answer', async () => {
  const folder = temporaryDataDir();
  const [database, redis] = await Promise.all([
    openDatabase({ dataDir: folder.path }),
    startRedis(),
  ]);
  try {
    const [, ...ready] = compose.services.postgres?.healthcheck?.test ?? [];
    const host = new URL(database.url).searchParams.get('host') ?? '';
    expect(await codeOf([...ready, '-h', host])).toBe(0);
    const [, ...ping] = compose.services.redis?.healthcheck?.test ?? [];
    const [program = '', ...args] = ping;
    expect(await codeOf([program, '-p', new URL(redis.url).port, ...args])).toBe(0);
  } finally {
    await redis.stop();
    await database.close();
    folder.remove();
  }
});

test('what is not to be in an image is left out of it', () => {
  for (const path of ['.git', '.env', 'node_modules/typescript', 'web/src', 'e2e', '.toolchain']) {
    expect(existsSync(join(root, 'app', path))).toBe(false);
  }
  expect(existsSync(join(root, 'app', 'web/dist/index.html'))).toBe(true);
});

const codeOf = (command: string[]): Promise<number> =>
  Bun.spawn(command, { stdout: 'ignore', stderr: 'inherit' }).exited;
