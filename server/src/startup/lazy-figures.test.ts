import { expect, test } from 'bun:test';
import type { FigureJob, FigurePool } from '@lumiku/figure';
import { createFigurePool } from '@lumiku/figure/pool';
import { lazyFigures } from './lazy-figures.ts';
import { plainPicture } from './plain-picture.ts';

/** Real threads, and what they were asked for. */
function hired() {
  const jobs: FigureJob[] = [];
  let pools = 0;
  const create = (): FigurePool => {
    pools += 1;
    const pool = createFigurePool({ workers: 1 });
    return {
      ...pool,
      render: (job, watch) => {
        jobs.push(job);
        return pool.render(job, watch);
      },
    };
  };
  return { figures: lazyFigures(create), jobs, pools: () => pools };
}

test('threads start with the first picture, or are warmed once before it', async () => {
  const { figures, jobs, pools } = hired();
  expect(pools()).toBe(0);
  figures.warm(plainPicture);
  figures.warm(plainPicture);
  expect([pools(), jobs.length]).toEqual([1, 1]);
  const picture = await figures.render({ ...plainPicture(), widthPx: 96, heightPx: 128 });
  expect([picture.widthPx, picture.heightPx]).toEqual([96, 128]);
  figures.warm(plainPicture);
  expect([pools(), jobs.length]).toEqual([1, 2]);
  await figures.close();
});

test('a warm-up that goes wrong, or is closed in the middle, is nobody’s fault', async () => {
  const { figures } = hired();
  figures.warm(() => ({ ...plainPicture(), widthPx: -1 }));
  await Bun.sleep(0);
  await figures.close();
  const interrupted = hired().figures;
  interrupted.warm(plainPicture);
  await interrupted.close();
});
