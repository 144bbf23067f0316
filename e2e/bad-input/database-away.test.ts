// The database goes away under a working studio and comes back: everybody is told plainly, nothing is lost or paid twice.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '@lumiku/server/db';
import { portrait } from '../support/sample-photo.ts';
import { eventually, StudioClient } from '../support/studio-client.ts';
import { type StudioProcess, startStudio, temporaryDataDir } from '../support/studio-process.ts';

setDefaultTimeout(180_000);

const AWAY_MS = 10_000;
const PRICE = 5;
const photo = await portrait();

async function start(client: StudioClient, pose: string, key: string): Promise<number> {
  const form = { image: photo, poseTemplateId: pose, idempotencyKey: key };
  return (await client.generate(form)).status;
}

async function expectPaidOnceEach(client: StudioClient, count: number): Promise<void> {
  const made = await client.ended(count);
  expect(made.map(({ status }) => status)).toEqual(Array(count).fill('completed'));
  const balance = 100 - count * PRICE;
  expect(await client.credits()).toEqual({ balance, held: 0, available: balance });
  const ledger = await client.ledger();
  expect(ledger.filter(({ kind }) => kind === 'capture')).toHaveLength(count);
  expect(ledger.reduce((sum, { amount }) => sum + amount, 0)).toBe(balance);
}

describe('a database of one’s own that is gone for ten seconds', () => {
  const databaseFolder = temporaryDataDir();
  const data = temporaryDataDir();
  let database: Awaited<ReturnType<typeof openDatabase>> | null = null;
  let studio: StudioProcess;
  let client: StudioClient;
  let pose: string;

  beforeAll(async () => {
    database = await openDatabase({ dataDir: databaseFolder.path });
    const env = { DATABASE_URL: database.url, LUMIKU_VISION: 'off' };
    studio = await startStudio({ dataDir: data.path, env });
    client = await StudioClient.signUp(studio.url);
    pose = await client.anyPose();
  });
  afterAll(async () => {
    await studio?.stop();
    await database?.close();
    data.remove();
    databaseFolder.remove();
  });

  test('every request says so at once, and work goes on by itself when it is back', async () => {
    for (const key of ['one', 'two', 'three']) expect(await start(client, pose, key)).toBe(201);
    const printedBefore = studio.output().length;
    await database?.close();
    database = null;
    const back = Date.now() + AWAY_MS;
    while (Date.now() < back) {
      const answer = await client.generate({
        image: photo,
        poseTemplateId: pose,
        idempotencyKey: 'four',
      });
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).not.toBeNull();
      expect((await client.fault(answer)).code).toMatch(/^(DATABASE|ACCOUNTS)_UNAVAILABLE$/);
      expect((await fetch(`${studio.url}/health`)).status).toBe(200);
      expect((await fetch(`${studio.url}/health/ready`)).status).toBe(503);
      await Bun.sleep(500);
    }
    // Nothing asks over and over without a pause: that would print, and keep in memory, a thousand times as much.
    expect(studio.output().length - printedBefore).toBeLessThan(1_000_000);
    database = await openDatabase({ dataDir: databaseFolder.path });
    await eventually(
      () => start(client, pose, 'four'),
      (status) => status === 201 || status === 200,
      60_000,
    );
    await expectPaidOnceEach(client, 4);
    expect((await fetch(`${studio.url}/health/ready`)).status).toBe(200);
  });
});

describe('the built-in database', () => {
  const data = temporaryDataDir();
  let studio: StudioProcess;
  let client: StudioClient;
  let pose: string;
  let made = 0;

  beforeAll(async () => {
    studio = await startStudio({ dataDir: data.path, env: { LUMIKU_VISION: 'off' } });
    client = await StudioClient.signUp(studio.url);
    pose = await client.anyPose();
  });
  afterAll(async () => {
    await studio?.stop();
    data.remove();
  });

  const postmaster = (): number =>
    Number(readFileSync(join(data.path, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

  test.each([
    ['killed', (): boolean => process.kill(postmaster(), 'SIGKILL')],
    ['cut off from its socket', (): void => rmSync(join(data.path, 'socket'), { recursive: true })],
  ] as const)('%s under running work comes back with everything', async (how, harm) => {
    const before = postmaster();
    for (const part of ['one', 'two']) {
      expect(await start(client, pose, `${how}-${part}`)).toBe(201);
      made += 1;
    }
    harm();
    await eventually(
      async () => postmaster(),
      (pid) => pid !== before,
      60_000,
    ).catch(() => undefined);
    await eventually(
      () => start(client, pose, `${how}-three`),
      (status) => status === 201 || status === 200,
      60_000,
    );
    made += 1;
    await expectPaidOnceEach(client, made);
  });
});
