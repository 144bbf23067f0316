import { afterEach, expect, test } from 'bun:test';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '@lumiku/contract';
import { until } from '../testing/until.ts';
import { runningEmbeddedUrl, startEmbeddedPostgres } from './embedded-postgres.ts';
import { createPool } from './open-database.ts';
import { stopPostmaster } from './postmaster.ts';
import { readPostmasterFile } from './postmaster-file.ts';

const tidy: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const step of tidy.splice(0).reverse()) await step();
}, 30_000);

function dataFolder(): string {
  const root = mkdtempSync(join(tmpdir(), 'lumiku-db-'));
  tidy.push(() => rmSync(root, { recursive: true, force: true }));
  tidy.push(() => stopPostmaster(join(realpathSync(root), 'postgres')));
  return realpathSync(root);
}

async function start(dataDir: string) {
  const server = await startEmbeddedPostgres({ dataDir });
  tidy.push(() => server.stop());
  return server;
}

/** Another process that owns the folder, as a Lumiku does; resolves once it is up. */
async function startElsewhere(
  dataDir: string,
): Promise<Bun.Subprocess<'ignore', 'pipe', 'inherit'>> {
  const module = join(import.meta.dir, 'embedded-postgres.ts');
  const code = `const { startEmbeddedPostgres } = await import(${JSON.stringify(module)});
    await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    process.stdout.write('up'); setInterval(() => {}, 1000);`;
  const other = Bun.spawn([process.execPath, '-e', code], { stdout: 'pipe', stderr: 'inherit' });
  tidy.push(async () => {
    other.kill('SIGKILL');
    await other.exited;
  });
  const { value } = await other.stdout.getReader().read();
  expect(new TextDecoder().decode(value)).toContain('up');
  return other;
}

async function write(url: string, value: number): Promise<void> {
  const pool = createPool(url, 1);
  try {
    await pool.query('create table if not exists kept (value int)');
    await pool.query('insert into kept values ($1)', [value]);
  } finally {
    await pool.end();
  }
}

async function kept(url: string): Promise<number[]> {
  const pool = createPool(url, 1);
  try {
    const { rows } = await pool.query<{ value: number }>('select value from kept order by value');
    return rows.map((row) => row.value);
  } finally {
    await pool.end();
  }
}

test('what was written is there after a stop and a new start, and the server never listens on the network', async () => {
  const dataDir = dataFolder();
  const first = await startEmbeddedPostgres({ dataDir });
  expect(first.origin).toBe('created');
  const pool = createPool(first.url, 1);
  const { rows } = await pool.query(
    'select current_setting($1) as addresses, current_setting($2) as fsync',
    ['listen_addresses', 'fsync'],
  );
  await pool.end();
  expect(rows).toEqual([{ addresses: '', fsync: 'on' }]);
  await write(first.url, 1);
  await first.stop();
  expect(runningEmbeddedUrl(dataDir)).toBeNull();
  const second = await start(dataDir);
  expect(second.origin).toBe('started');
  expect(await kept(second.url)).toEqual([1]);
}, 60_000);

test('a second owner of the data folder is refused with a plain sentence', async () => {
  const dataDir = dataFolder();
  await startElsewhere(dataDir);
  const refusal = await startEmbeddedPostgres({ dataDir }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Fault);
  expect(String(refusal)).toMatch(/data folder .* is in use by another Lumiku \(process \d+\)/);
}, 60_000);

test('the server of a killed owner is adopted with everything it acknowledged', async () => {
  const dataDir = dataFolder();
  const other = await startElsewhere(dataDir);
  const url = runningEmbeddedUrl(dataDir) ?? '';
  await write(url, 7);
  const before = readPostmasterFile(join(dataDir, 'postgres'))?.pid;
  other.kill('SIGKILL');
  await other.exited;
  const adopted = await start(dataDir);
  expect(adopted.origin).toBe('adopted');
  expect(adopted.pid()).toBe(before ?? null);
  expect(await kept(adopted.url)).toEqual([7]);
}, 60_000);

test('a server killed together with its owner comes up again', async () => {
  const dataDir = dataFolder();
  const other = await startElsewhere(dataDir);
  await write(runningEmbeddedUrl(dataDir) ?? '', 3);
  other.kill('SIGKILL');
  process.kill(readPostmasterFile(join(dataDir, 'postgres'))?.pid ?? 0, 'SIGKILL');
  await other.exited;
  const server = await start(dataDir);
  expect(await kept(server.url)).toEqual([3]);
}, 60_000);

test('a server killed under a running owner is brought back and the pool finds it again', async () => {
  const dataDir = dataFolder();
  const server = await start(dataDir);
  await write(server.url, 5);
  const pool = createPool(server.url, 2);
  tidy.push(() => pool.end());
  await pool.query('select 1');
  const killed = server.pid() ?? 0;
  process.kill(killed, 'SIGKILL');
  await until(async () => {
    const answer = await pool.query('select value from kept').catch(() => null);
    return answer?.rows.length === 1 && server.pid() !== killed;
  });
}, 60_000);

test('its socket lies in the data folder, and one taken away under a running owner comes back with everything', async () => {
  const dataDir = join(dataFolder(), 'data, mine');
  tidy.push(() => stopPostmaster(join(dataDir, 'postgres')));
  const server = await start(dataDir);
  await write(server.url, 9);
  const pool = createPool(server.url, 2);
  tidy.push(() => pool.end());
  const held = await pool.connect();
  const socketDir = readPostmasterFile(join(dataDir, 'postgres'))?.socketDir ?? '';
  expect(socketDir).toBe(join(dataDir, 'socket'));
  rmSync(socketDir, { recursive: true });
  held.release(true);
  await until(async () => {
    const answer = await pool.query('select value from kept').catch(() => null);
    return answer?.rows.length === 1;
  });
  expect(await kept(server.url)).toEqual([9]);
}, 60_000);

test('a killed owner whose socket was taken away meanwhile leaves a server the next one can use', async () => {
  const dataDir = dataFolder();
  const other = await startElsewhere(dataDir);
  await write(runningEmbeddedUrl(dataDir) ?? '', 4);
  other.kill('SIGKILL');
  await other.exited;
  rmSync(readPostmasterFile(join(dataDir, 'postgres'))?.socketDir ?? '', { recursive: true });
  const server = await start(dataDir);
  expect(server.origin).toBe('started');
  expect(await kept(server.url)).toEqual([4]);
}, 60_000);

test('a data folder whose path is too long for a socket works all the same', async () => {
  const inner = join(dataFolder(), 'long-'.repeat(18));
  tidy.push(() => stopPostmaster(join(inner, 'postgres')));
  const server = await start(inner);
  await write(server.url, 1);
  expect(await kept(server.url)).toEqual([1]);
}, 60_000);

test('a lock and a postmaster file left by dead processes are taken over', async () => {
  const dataDir = dataFolder();
  const first = await startEmbeddedPostgres({ dataDir });
  await first.stop();
  writeFileSync(join(dataDir, 'lumiku.lock'), JSON.stringify({ pid: process.pid, startedAt: '1' }));
  writeFileSync(
    join(dataDir, 'postgres', 'postmaster.pid'),
    `${process.pid}\n${dataDir}\n1\n5432\n/tmp\n\n\nready\n`,
  );
  const second = await start(dataDir);
  expect(second.pid()).not.toBe(process.pid);
}, 60_000);

test('a half-made database folder is made anew', async () => {
  const dataDir = dataFolder();
  mkdirSync(join(dataDir, 'postgres.new', 'base'), { recursive: true });
  const server = await start(dataDir);
  expect(server.origin).toBe('created');
}, 60_000);

test('in a folder nobody else may enter it runs all the same, and never as root', async () => {
  const dataDir = dataFolder();
  chmodSync(dataDir, 0o700);
  const inner = join(dataDir, 'deep');
  tidy.push(() => stopPostmaster(join(inner, 'postgres')));
  const server = await start(inner);
  await write(server.url, 1);
  const status = await Bun.file(`/proc/${server.pid()}/status`).text();
  expect(status).not.toMatch(/^Uid:\s+0\b/m);
}, 60_000);
