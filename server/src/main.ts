// The one place that reads the environment. Bun has read `.env` before this line.
import { runCommand } from './cli/run-command.ts';

process.exit(await runCommand(process.argv.slice(2), process.env));
