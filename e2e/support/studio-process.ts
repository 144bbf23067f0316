import { z } from 'zod';
import { type StudioProcess, type StudioProcessOptions, startProcess } from './one-process.ts';
import { startSeveral } from './several-processes.ts';

export {
  type StudioProcess,
  type StudioProcessOptions,
  startProcess,
  temporaryDataDir,
} from './one-process.ts';

/** In which shape browser tests see the studio; `tools/test-scaled-out.ts` asks for the others. */
const Shape = z.enum(['one', 'several', 'several-with-bucket']).default('one');

/** Starts a studio on a free port and waits until it says where it is: one process, or several if the run asks so. */
export async function startStudio(options: StudioProcessOptions): Promise<StudioProcess> {
  const shape = Shape.parse(process.env.E2E_STUDIO);
  if (shape === 'one' || options.entry !== undefined) return await startProcess(options);
  return await startSeveral(options, shape === 'several' ? 'folder' : 'bucket');
}
