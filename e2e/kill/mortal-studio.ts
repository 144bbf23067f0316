// A studio that notes every step of a job's life and dies, without a word, at the step its will names. Its figures are
// grey sheets: what is tested is what happens around a picture, and threads that draw warm up longer than a life lasts.
import { createLocalEngine } from '@lumiku/engines/local';
import type { FigurePool } from '@lumiku/figure';
import { createStudio } from '@lumiku/server/compose';
import { readConfig } from '@lumiku/server/config';
import { Will } from './will.ts';

const { MORTAL_FOLDER: folder, ...environment } = process.env;
if (folder === undefined) throw new Error('MORTAL_FOLDER names the folder its will lies in.');
const will = new Will(folder);

const pool: FigurePool = {
  render: async ({ widthPx, heightPx }) => {
    const pixels = new Uint8Array(3 * widthPx * heightPx).fill(0x99);
    return { pixels, widthPx, heightPx, channels: 3 };
  },
  close: async () => undefined,
};
const studio = await createStudio(readConfig(environment), {
  engines: [createLocalEngine({ pool })],
  onStep: (step) => {
    will.note(step);
    if (will.diesAt(step)) process.kill(process.pid, 'SIGKILL');
  },
});
process.on('SIGTERM', () => void studio.stop().then(() => process.exit(0)));
await studio.start();
process.stdout.write(`Lumiku is ready: ${studio.url}\n`);
