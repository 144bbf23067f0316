// A studio that notes every step of a job's life and dies, without a word, at the step its will names.
import { createStudio } from '@lumiku/server/compose';
import { readConfig } from '@lumiku/server/config';
import { Will } from './will.ts';

const { MORTAL_FOLDER: folder, ...environment } = process.env;
if (folder === undefined) throw new Error('MORTAL_FOLDER names the folder its will lies in.');
const will = new Will(folder);

const studio = await createStudio(readConfig(environment), {
  onStep: (step) => {
    will.note(step);
    if (will.diesAt(step)) process.kill(process.pid, 'SIGKILL');
  },
});
process.on('SIGTERM', () => void studio.stop().then(() => process.exit(0)));
await studio.start();
process.stdout.write(`Lumiku is ready: ${studio.url}\n`);
