// The one place that reads the environment. Bun has read `.env` before this line.
import { runStudio } from './startup/run-studio.ts';

process.exit(await runStudio(process.env));
