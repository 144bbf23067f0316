import { afterEach, describe, expect, test } from 'bun:test';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '@lumiku/contract';
import { readConfig } from './index.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lumiku-config-'));
  folders.push(folder);
  return folder;
}

function refusal(environment: Record<string, string>): Fault {
  try {
    readConfig({ LUMIKU_DATA_DIR: dataFolder(), ...environment });
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('The configuration was accepted.');
}

const problemsOf = (environment: Record<string, string>) => {
  const fault = refusal(environment);
  expect(fault.message).not.toContain('secret@');
  return fault.issues?.map(({ path }) => path);
};

describe('a bucket for pictures', () => {
  const keys = { STORAGE_ACCESS_KEY_ID: 'who', STORAGE_SECRET_ACCESS_KEY: 'a/b+c' };
  const s3Of = (environment: Record<string, string>) =>
    readConfig({ LUMIKU_DATA_DIR: dataFolder(), ...environment }).storage.s3;

  test('is read from its address, with its region where the address tells it', () => {
    const shared = { accessKeyId: 'who', secretAccessKey: 'a/b+c', isBucketInHost: false };
    const places: [string, Record<string, unknown>][] = [
      [
        'https://s3.eu-central-1.amazonaws.com/my-bucket/a/b/',
        { region: 'eu-central-1', prefix: 'a/b/' },
      ],
      [
        'http://127.0.0.1:9000/my-bucket',
        { region: 'us-east-1', prefix: '', endpoint: 'http://127.0.0.1:9000' },
      ],
      [
        's3://my-bucket/lumiku',
        { endpoint: 'https://s3.us-east-1.amazonaws.com', prefix: 'lumiku/' },
      ],
    ];
    for (const [url, place] of places) {
      expect(s3Of({ STORAGE_URL: url, ...keys })).toMatchObject({
        bucket: 'my-bucket',
        ...shared,
        ...place,
      });
    }
    const inUrl = s3Of({ STORAGE_URL: 'https://who:a%2Fb%2Bc@host/my-bucket' });
    expect(inUrl).toMatchObject({ endpoint: 'https://host', ...shared });
  });

  test('that is half said is refused with every fix, and no key is printed', () => {
    expect(problemsOf({ STORAGE_URL: 'https://host', ...keys })).toEqual(['STORAGE_URL']);
    expect(problemsOf({ STORAGE_URL: 'ftp://who:secret@host/b' })).toEqual(['STORAGE_URL']);
    expect(problemsOf({ STORAGE_URL: 'https://host/my-bucket' })).toEqual([
      'STORAGE_ACCESS_KEY_ID',
      'STORAGE_SECRET_ACCESS_KEY',
    ]);
  });

  test('leaves the folder unused, and says so', () => {
    const { storage, warnings } = readConfig({
      ...{ LUMIKU_DATA_DIR: dataFolder(), UPLOAD_PATH: '/proc/nowhere', ...keys },
      STORAGE_URL: 'https://host/my-bucket',
    });
    expect(storage.s3?.bucket).toBe('my-bucket');
    expect(warnings.join(' ')).toContain('UPLOAD_PATH');
  });
});

test('nothing has to be set: everything is kept in the data folder', () => {
  const dataDir = dataFolder();
  const config = readConfig({ LUMIKU_DATA_DIR: dataDir });
  expect(config.server).toEqual({ port: 3000, host: '127.0.0.1', role: 'all' });
  expect(config.storage.uploadPath).toBe(join(dataDir, 'uploads'));
  expect(config.database.url).toBeUndefined();
  expect(config.queue.redisUrl).toBeUndefined();
  expect(config.credits.welcome).toBe(100);
});

test('every problem is told at once, each with its fix', () => {
  const fault = refusal({
    PORT: 'three',
    DATABASE_URL: 'mysql://db/lumiku',
    JWT_SECRET: 'short',
    LUMIKU_WELCOME_CREDITS: '-5',
    LUMIKU_SIGN_UP: 'maybe',
  });
  expect(fault.code).toBe('CONFIG_INVALID');
  expect(fault.issues?.map((issue) => issue.path).toSorted()).toEqual([
    'DATABASE_URL',
    'JWT_SECRET',
    'LUMIKU_SIGN_UP',
    'LUMIKU_WELCOME_CREDITS',
    'PORT',
  ]);
  expect(fault.message).toContain('PORT ("three") is not a whole number.');
  expect(fault.message).toContain('Set a port between 1 and 65535');
  expect(fault.message).toContain('The configuration has 5 problems');
});

test('a wrong secret is never repeated', () => {
  const fault = refusal({ JWT_SECRET: 'hunter2', DATABASE_URL: 'mysql://me:hunter2@db/x' });
  expect(JSON.stringify({ message: fault.message, issues: fault.issues })).not.toContain('hunter2');
});

test('the secret is made once, kept for the next start, and readable by its owner only', () => {
  const dataDir = dataFolder();
  const first = readConfig({ LUMIKU_DATA_DIR: dataDir }).accounts.secret;
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(readConfig({ LUMIKU_DATA_DIR: dataDir }).accounts.secret).toBe(first);
  expect(statSync(join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600);
});

test('a secret that is set is used, and none is written', () => {
  const dataDir = dataFolder();
  const secret = 'a'.repeat(40);
  expect(readConfig({ LUMIKU_DATA_DIR: dataDir, JWT_SECRET: secret }).accounts.secret).toBe(secret);
  expect(() => readFileSync(join(dataDir, 'secret.key'))).toThrow();
});

test('REDIS_URL wins over REDIS_HOST and REDIS_PORT, which work too', () => {
  const parts = { REDIS_HOST: 'cache', REDIS_PORT: '6380' };
  const base = { LUMIKU_DATA_DIR: dataFolder() };
  expect(readConfig({ ...base, ...parts }).queue.redisUrl).toBe('redis://cache:6380');
  const both = readConfig({ ...base, ...parts, REDIS_URL: 'redis://other:1' });
  expect(both.queue.redisUrl).toBe('redis://other:1');
});

test('an empty variable counts as unset', () => {
  const config = readConfig({ LUMIKU_DATA_DIR: dataFolder(), PORT: '', DATABASE_URL: '  ' });
  expect(config.server.port).toBe(3000);
  expect(config.database.url).toBeUndefined();
});

test('a web or worker process without a shared database is refused', () => {
  expect(refusal({ LUMIKU_ROLE: 'worker' }).message).toContain('DATABASE_URL is not set');
});

test('a data folder that cannot be made is named', () => {
  const file = join(dataFolder(), 'file');
  writeFileSync(file, '');
  expect(refusal({ LUMIKU_DATA_DIR: join(file, 'inside') }).message).toContain('LUMIKU_DATA_DIR');
});

test('a mistyped name of ours is pointed out with the nearest real one', () => {
  const config = readConfig({ LUMIKU_DATA_DIR: dataFolder(), LUMIKU_WELCOM_CREDITS: '5' });
  expect(config.warnings).toEqual([
    'LUMIKU_WELCOM_CREDITS is set but is no setting of Lumiku. Did you mean LUMIKU_WELCOME_CREDITS?',
  ]);
});

test('engines that are named must be there and configured; their own settings are checked like ours', () => {
  const fault = refusal({
    ...{ LUMIKU_ENGINES: 'local, warp-drive', LUMIKU_ENGINE_CONCURRENCY: 'local=0' },
    ...{ FLUX_LORA_SCALE: '3', LUMIKU_ENGINE_TIMEOUT_SECONDS: 'warp-drive=60' },
  });
  expect(fault.issues?.map(({ path, message }) => `${path}: ${message}`).toSorted()).toEqual([
    'FLUX_LORA_SCALE: FLUX_LORA_SCALE ("3") is above 1. Set a number from 0.8 to 1.0.',
    expect.stringContaining('LUMIKU_ENGINES names warp-drive, but there is no such engine.'),
    expect.stringContaining('has a number below 1 or above 100'),
    expect.stringContaining('LUMIKU_ENGINE_TIMEOUT_SECONDS names warp-drive'),
  ]);
});

test('without any setting the local engine is there, for everything it can do', () => {
  const { engines } = readConfig({ LUMIKU_DATA_DIR: dataFolder() });
  expect(engines.configured.map(({ definition }) => definition.id)).toEqual(['local']);
  expect(engines).toMatchObject({ order: {}, isCommercial: false });
});
