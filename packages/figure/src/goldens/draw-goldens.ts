/**
 * Draws the golden pictures again after a change that was looked at and is meant:
 *   bun packages/figure/src/goldens/draw-goldens.ts
 */
import sharp from 'sharp';
import { renderFigure } from '../picture/render-figure.ts';
import { GOLDEN_JOBS, goldenFile } from './golden-jobs.ts';

for (const [name, job] of Object.entries(GOLDEN_JOBS)) {
  const { pixels, widthPx, heightPx } = renderFigure(job);
  await sharp(pixels, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .png({ compressionLevel: 9, effort: 10 })
    .toFile(goldenFile(name));
}
