import { expect, test } from 'bun:test';
import { existsSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import sharp from 'sharp';
import { renderFigure } from '../picture/render-figure.ts';
import { GOLDEN_JOBS, goldenFile } from './golden-jobs.ts';

/**
 * By so many of 255 a channel may differ before an eye sees it in a small patch (about 6 % of the range; two steps of a
 * phone's display).
 */
const SEEN = 16;
/**
 * Sines that differ in the last bits from machine to machine flip single samples on edges: a few pixels of these small
 * pictures. One in a hundred is a shape that moved.
 */
const SHARE_MAX = 0.01;
/** Light that changed everywhere by a step or two is seen by nobody, by more it is. */
const MEAN_MAX = 1;

test('there is a golden picture of every golden job and no other', () => {
  const [first = ''] = Object.keys(GOLDEN_JOBS);
  const kept = readdirSync(dirname(goldenFile(first))).sort();
  expect(kept).toEqual(
    Object.keys(GOLDEN_JOBS)
      .map((name) => `${name}.png`)
      .sort(),
  );
});

for (const [name, job] of Object.entries(GOLDEN_JOBS))
  test(`${name} looks as it was approved; "bun packages/figure/src/goldens/draw-goldens.ts" draws it anew`, async () => {
    expect(existsSync(goldenFile(name))).toBe(true);
    const golden = await sharp(goldenFile(name))
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { pixels, widthPx, heightPx } = renderFigure(job);
    expect([golden.info.width, golden.info.height]).toEqual([widthPx, heightPx]);
    let seen = 0;
    let sum = 0;
    for (let p = 0; p < pixels.length; p += 3) {
      const off = [0, 1, 2].map((c) => Math.abs((pixels[p + c] ?? 0) - (golden.data[p + c] ?? 0)));
      const most = Math.max(...off);
      sum += most;
      if (most > SEEN) seen += 1;
    }
    const count = pixels.length / 3;
    expect(seen / count).toBeLessThan(SHARE_MAX);
    expect(sum / count).toBeLessThan(MEAN_MAX);
  });
