// HD by an engine that does not draw so large: what it made is enlarged, and paid as HD.
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from 'bun:test';
import { Generation } from '@lumiku/apps/avatar-generator/contract';
import type { EngineRequest } from '@lumiku/engines/engine';
import { createLocalEngine } from '@lumiku/engines/local';
import type { FigurePool } from '@lumiku/figure';
import { createFigurePool } from '@lumiku/figure/pool';
import sharp from 'sharp';
import { type AppBench, createAppBench } from './testing/app-bench.ts';
import { faultOf, generatorCalls } from './testing/generator-calls.ts';
import { drawAtOnce, fail } from './testing/scripted-engine.ts';

setDefaultTimeout(60_000);
const LONGEST_SIDE_PX = 1024;
let pool: FigurePool;
let bench: AppBench;
let calls: ReturnType<typeof generatorCalls>;
const enlarged: EngineRequest[] = [];
beforeAll(async () => {
  pool = createFigurePool({ workers: 1 });
  const local = createLocalEngine({ pool });
  const enlarger = {
    ...local,
    capabilities: local.capabilities.filter(({ kind }) => kind === 'upscale'),
    submit: async (...given: Parameters<typeof local.submit>) => {
      enlarged.push(given[0]);
      return local.submit(...given);
    },
  };
  bench = await createAppBench({ longestSidePx: LONGEST_SIDE_PX, beside: [enlarger] });
  calls = generatorCalls(bench);
});
afterAll(async () => {
  await bench.close();
  await pool.close();
});

test('what was drawn small is enlarged once to the promised pixels, keeps its maker and costs the HD price', async () => {
  const user = await bench.makeUser();
  bench.engine.play(drawAtOnce);
  const { id, creditUsed } = await calls.started(user, { quality: 'hd' });
  expect(creditUsed).toBe(7);
  await calls.reached(user, id, 'completed');
  expect(enlarged).toMatchObject([{ kind: 'upscale', widthPx: 1536, heightPx: 2048 }]);
  const answer = await calls.send(user, 'GET', `/generations/${id}`);
  const made = Generation.parse((await answer.json()).data);
  expect(made).toMatchObject({
    ...{ engine: 'scripted', creditUsed: 7, note: { en: expect.stringContaining('Enlarged') } },
    output: { widthPx: 1536, heightPx: 2048 },
  });
  const file = await bench.fetch(made.outputImageUrl ?? '', user);
  const { width, height } = await sharp(await file.bytes()).metadata();
  expect([width, height]).toEqual([1536, 2048]);
  expect(await bench.credits.summary(user)).toEqual({ balance: 93, held: 0, available: 93 });
  expect(await bench.filesOf(user)).toHaveLength(3);
});

test('what cannot be enlarged after all is not paid for, and leaves only the photo', async () => {
  const user = await bench.makeUser();
  const notAPicture = { bytes: new TextEncoder().encode('no picture') };
  bench.engine.play(async (watch) => ({ ...(await drawAtOnce(watch)), ...notAPicture }));
  const { id } = await calls.started(user, { quality: 'hd' });
  await calls.reached(user, id, 'failed');
  expect(await bench.credits.summary(user)).toEqual({ balance: 100, held: 0, available: 100 });
  expect(await bench.filesOf(user)).toHaveLength(1);
});

test('without anybody who enlarges, HD is refused before a credit is held', async () => {
  const alone = await createAppBench({ longestSidePx: LONGEST_SIDE_PX });
  try {
    alone.engine.play(fail('bad_output', 'nobody should ask'));
    const user = await alone.makeUser();
    const refused = await generatorCalls(alone).generate(user, { quality: 'hd' });
    expect([refused.status, (await faultOf(refused)).code]).toEqual([422, 'HD_NOT_AVAILABLE']);
    expect(await alone.credits.summary(user)).toEqual({ balance: 100, held: 0, available: 100 });
    expect(await alone.filesOf(user)).toEqual([]);
  } finally {
    await alone.close();
  }
});
