import { Fault } from '@lumiku/contract';
import { createStudio } from '../compose.ts';
import { readConfig } from '../config/index.ts';

type Environment = Parameters<typeof readConfig>[0];

/**
 * Runs a studio until it is told to stop, and says in plain words what it does.
 * @returns the exit code: 0 after a stop, 1 when it could not start.
 */
export async function runStudio(environment: Environment): Promise<number> {
  const stopped = stopRequested();
  // Whoever read our lines may go away; the studio goes on without being heard.
  process.stdout.on('error', () => undefined);
  try {
    const config = readConfig(environment);
    for (const warning of config.warnings) say(`Note: ${warning}`);
    const studio = await createStudio(config);
    try {
      for (const choice of studio.choices) say(choice);
      await studio.start();
      say(readyLine(config.server.role, studio.url));
      await stopped;
      say('Stopping: running work is finished or handed back …');
    } finally {
      await studio.stop();
    }
    say('Stopped.');
    return 0;
  } catch (error) {
    complain(error);
    return 1;
  }
}

function readyLine(role: 'all' | 'web' | 'worker', url: string): string {
  return role === 'worker'
    ? `Lumiku's worker is ready; its health is at ${url}/health`
    : `Lumiku is ready: ${url}`;
}

/** Ctrl-C reaches us twice when npm passes it on as well; asked once is enough. */
function stopRequested(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => resolve());
    }
    // Started by a launcher that was killed: nobody could stop us any more.
    process.once('disconnect', () => resolve());
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function complain(error: unknown): void {
  if (error instanceof Fault) {
    const fix = error.fix === undefined ? '' : `\n${error.fix}`;
    process.stderr.write(`Lumiku could not start.\n${error.message}${fix}\n`);
  } else {
    console.error('Lumiku stopped on a bug:', error);
  }
}
