import { Worker } from 'node:worker_threads';
import type { InkPicture, outlineDrawing } from './outline-drawing.ts';

/** `outlineDrawing` in a thread of its own, because a large drawing takes tenths of a second. */
export async function outlineOnThread(
  picture: InkPicture,
): Promise<ReturnType<typeof outlineDrawing>> {
  const worker = new Worker(new URL('./outline-worker.ts', import.meta.url));
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The outlining thread ended early.')));
      worker.postMessage(picture);
    });
  } finally {
    await worker.terminate();
  }
}
