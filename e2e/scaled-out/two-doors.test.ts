// The short form of what `bun tools/test-scaled-out.ts` does with every browser test: two web processes behind one
// address, two workers, PostgreSQL, Redis and a bucket; whoever answers, it is one studio.
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test';
import { z } from 'zod';
import { portrait } from '../support/sample-photo.ts';
import { startSeveral } from '../support/several-processes.ts';
import { StudioClient } from '../support/studio-client.ts';
import { type StudioProcess, temporaryDataDir } from '../support/studio-process.ts';

setDefaultTimeout(180_000);

const LIMIT = 1_000;

const data = temporaryDataDir();
let studio: StudioProcess;
let client: StudioClient;

beforeAll(async () => {
  const env = { LUMIKU_VISION: 'off', LUMIKU_REQUESTS_PER_MINUTE_FREE: String(LIMIT) };
  studio = await startSeveral({ dataDir: data.path, env }, 'bucket');
  client = await StudioClient.signUp(studio.url);
});
afterAll(async () => {
  await studio?.stop();
  data.remove();
});

/** Over a line of its own, so that the next process answers. */
const ask = (path: string, as = client) => as.request(path, { headers: { connection: 'close' } });

test('a picture asked for at one door is made, and fetched at both', async () => {
  const made = await client.generate({
    image: await portrait(),
    poseTemplateId: await client.anyPose(),
  });
  expect(made.status).toBe(201);
  const { id } = z.object({ data: z.object({ id: z.string() }) }).parse(await made.json()).data;
  const [generation] = await client.ended(1);
  expect(generation).toMatchObject({ id, status: 'completed' });
  expect(studio.storedFiles('avatar-generator', generation?.userId ?? '')).toHaveLength(3);
  for (let door = 0; door < 4; door += 1) {
    expect((await ask(generation?.outputImageUrl ?? '')).status).toBe(200);
  }
});

test('requests are counted over both doors together', async () => {
  const budi = await StudioClient.signUp(studio.url, 'budi');
  const answers = await Promise.all(
    Array.from({ length: LIMIT + 20 }, () => ask('/api/credits', budi)),
  );
  const answered = answers.filter(({ status }) => status === 200).length;
  expect(answered).toBeGreaterThan(LIMIT / 2);
  expect(answered).toBeLessThanOrEqual(LIMIT);
  const refused = answers.filter(({ status }) => status === 429);
  expect(answered + refused.length).toBe(answers.length);
});
