import { afterAll, expect, setDefaultTimeout, test } from 'bun:test';
import { Shading } from '@lumiku/contract';
import { EXAMPLE_LOOKS, examplePose } from '../example-figures.ts';
import type { FigureJob } from '../figure-job.ts';
import { renderFigure } from '../picture/render-figure.ts';
import { createFigurePool } from './create-figure-pool.ts';

/** Drawing shares a small machine with everything else; time is not what is tested. */
setDefaultTimeout(60_000);

const one = createFigurePool({ workers: 1 });
const two = createFigurePool({ workers: 2 });
afterAll(() => Promise.all([one.close(), two.close()]));

const job: FigureJob = {
  pose: examplePose('crossedArms'),
  look: EXAMPLE_LOOKS[2],
  camera: { yaw: 20, pitch: 5, framing: 'three_quarter' },
  widthPx: 192,
  heightPx: 256,
  backdrop: '#dde3e6',
  smoothEdges: true,
  seed: 11,
};
const large: FigureJob = { ...job, widthPx: 1536, heightPx: 2048 };

for (const shading of Shading.options)
  test(`one worker, two workers and the calling thread give the same bytes (${shading})`, async () => {
    const styled = { ...job, shading };
    const here = Buffer.from(renderFigure(styled).pixels);
    expect(here.equals((await one.render(styled)).pixels)).toBe(true);
    expect(here.equals((await two.render(styled)).pixels)).toBe(true);
  });

test('pictures asked for at once are all drawn, each its own', async () => {
  const jobs = [1, 2, 3, 4].map((seed) => ({ ...job, seed }));
  const pictures = await Promise.all(jobs.map((j) => two.render(j)));
  for (const [i, picture] of pictures.entries())
    expect(Buffer.from(renderFigure(jobs[i]).pixels).equals(picture.pixels)).toBe(true);
});

test('pictures drawn alone, each on a thread, are the same as those drawn together', async () => {
  const jobs = [1, 2, 3, 4, 5].map((seed) => ({ ...job, seed }));
  const mixed = await Promise.all(jobs.map((j, i) => two.render(j, { alone: i !== 2 })));
  for (const [i, picture] of mixed.entries())
    expect(Buffer.from(renderFigure(jobs[i]).pixels).equals(picture.pixels)).toBe(true);
});

test('an abort rejects with its reason while drawing, and the next picture is right', async () => {
  const abort = new AbortController();
  const reason = new Error('no longer wanted');
  const picture = two.render(large, {
    signal: abort.signal,
    onProgress: () => abort.abort(reason),
  });
  expect(await failure(picture)).toBe(reason);
  expect(Buffer.from(renderFigure(job).pixels).equals((await two.render(job)).pixels)).toBe(true);
});

test('a picture aborted while it waits is never drawn', async () => {
  const abort = new AbortController();
  const first = two.render(job);
  const progress: number[] = [];
  const second = two.render(large, { signal: abort.signal, onProgress: (f) => progress.push(f) });
  abort.abort(new Error('changed my mind'));
  await expect(second).rejects.toThrow('changed my mind');
  await first;
  await two.render(job);
  expect(progress).toEqual([]);
});

test('progress rises and stays within 0 and 1', async () => {
  const progress: number[] = [];
  await two.render(
    { ...large, widthPx: 384, heightPx: 512 },
    { onProgress: (f) => progress.push(f) },
  );
  expect(progress.length).toBeGreaterThan(3);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  expect(progress.every((f) => f > 0 && f <= 1)).toBe(true);
});

test('a job that cannot be drawn fails with what is wrong, and the pool goes on', async () => {
  await expect(two.render({ ...job, backdrop: 'blue' })).rejects.toThrow(/#rrggbb or transparent/);
  expect((await two.render(job)).widthPx).toBe(192);
});

test('a job that cannot be sent to a thread fails, and the pool goes on', async () => {
  const odd = { ...job, extra: () => 1 };
  await expect(two.render(odd)).rejects.toThrow('cannot be sent');
  expect((await two.render(job)).widthPx).toBe(192);
});

test('a transparent backdrop gives four channels with nothing behind the figure', async () => {
  const picture = await two.render({ ...job, backdrop: 'transparent' });
  expect(picture.channels).toBe(4);
  expect(picture.pixels[3]).toBe(0);
});

test('a closed pool refuses pictures and fails those not done', async () => {
  const pool = createFigurePool({ workers: 1 });
  const picture = pool.render(large);
  const outcome = failure(picture);
  await pool.close();
  expect(String(await outcome)).toContain('closed before this picture was done');
  await expect(pool.render(job)).rejects.toThrow('pool is closed');
});

const failure = (picture: Promise<unknown>): Promise<unknown> =>
  picture.then(
    () => null,
    (error: unknown) => error,
  );
