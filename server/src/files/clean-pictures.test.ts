import { expect, test } from 'bun:test';
import sharp from 'sharp';
import { createCleanPictures } from './clean-pictures.ts';
import type { PictureQueue } from './picture-queue.ts';

const limits = { sizeBytesMax: 1_000_000, pixelsMax: 1_000_000 };

/** Counts how often something was decoded. */
function countingQueue(): PictureQueue & { runs: number } {
  return {
    runs: 0,
    async run(work) {
      this.runs += 1;
      return await work();
    },
  };
}

async function photo(shade: string): Promise<Blob> {
  const create = { width: 40, height: 30, channels: 3, background: shade } as const;
  return new Blob([new Uint8Array(await sharp({ create }).jpeg().toBuffer())]);
}

test('a photo that was checked a moment ago is not decoded again, nor twice at once', async () => {
  const queue = countingQueue();
  const pictures = createCleanPictures(limits, queue);
  const [first, atOnce] = await Promise.all([
    pictures.of(await photo('#c09070')),
    pictures.of(await photo('#c09070')),
  ]);
  expect(atOnce).toEqual(first);
  expect(await pictures.of(await photo('#c09070'))).toEqual(first);
  expect(queue.runs).toBe(1);
});

test('another photo is another picture', async () => {
  const queue = countingQueue();
  const pictures = createCleanPictures(limits, queue);
  const one = await pictures.of(await photo('#c09070'));
  expect(await pictures.of(await photo('#203040'))).not.toEqual(one);
  expect(queue.runs).toBe(2);
});

test('what was refused is refused again', async () => {
  const pictures = createCleanPictures(limits, countingQueue());
  const broken = new Blob([
    new Uint8Array(await (await photo('#fff')).arrayBuffer()).slice(0, 200),
  ]);
  for (let at = 0; at < 2; at += 1) {
    await expect(pictures.of(broken)).rejects.toMatchObject({ code: 'UPLOAD_UNREADABLE' });
  }
  await expect(pictures.of(new Blob([]))).rejects.toMatchObject({ code: 'UPLOAD_EMPTY' });
});
