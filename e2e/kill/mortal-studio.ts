// A studio that notes every step of a job's life in a file and dies, without a word, at the step it was told.
import { appendFileSync } from 'node:fs';
import { createStudio } from '@lumiku/server/compose';
import { readConfig } from '@lumiku/server/config';

const { MORTAL_STEPS_FILE: stepsFile, MORTAL_DIES_AT: diesAt, ...environment } = process.env;
if (stepsFile === undefined)
  throw new Error('MORTAL_STEPS_FILE names the file the steps are noted in.');

const studio = await createStudio(readConfig(environment), {
  onStep: (step) => {
    appendFileSync(stepsFile, `${step}\n`);
    if (step === diesAt) process.kill(process.pid, 'SIGKILL');
  },
});
process.on('SIGTERM', () => void studio.stop().then(() => process.exit(0)));
await studio.start();
process.stdout.write(`Lumiku is ready: ${studio.url}\n`);
