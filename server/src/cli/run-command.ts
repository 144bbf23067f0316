import { Fault } from '@lumiku/contract';
import { Command, CommanderError } from 'commander';
import packageJson from '../../../package.json' with { type: 'json' };
import { readConfig } from '../config/index.ts';
import { runStudio } from '../startup/run-studio.ts';
import { backup, restore } from './backup.ts';
import { examine } from './doctor.ts';
import { checkOneEngine, printEngines } from './engines.ts';
import { importPoseFolder } from './poses.ts';
import { grantCredits, printUsers } from './users.ts';

type Environment = Parameters<typeof readConfig>[0];

/**
 * The command line: `lumiku start`, `worker`, `doctor`, `engines …`, `users …`. Without a command it starts the studio.
 * @returns the exit code.
 */
export async function runCommand(
  args: readonly string[],
  environment: Environment,
): Promise<number> {
  let exitCode = 0;
  const program = new Command('lumiku')
    .description('Self-hosted AI avatar studio.')
    .version(packageJson.version)
    .showHelpAfterError('Add --help to see how it is called.')
    .exitOverride();
  program
    .command('start')
    .description('run the studio: web app, API and work')
    .action(async () => {
      exitCode = await runStudio(environment);
    });
  program
    .command('worker')
    .description('run only the work (needs DATABASE_URL)')
    .action(async () => {
      exitCode = await runStudio({ ...environment, LUMIKU_ROLE: 'worker' });
    });
  program
    .command('doctor')
    .description('look at every configured part and say how to mend it')
    .action(async () => {
      exitCode = (await examine(readConfig(environment))) ? 0 : 1;
    });
  program
    .command('backup')
    .description('write everything the studio keeps into one file, also while it runs')
    .option('--to <file>', 'where to; a name with the time in this folder when left out')
    .action((options: { to?: string }) => backup(readConfig(environment), { to: options.to }));
  program
    .command('restore')
    .description('put a backup into a place that has no accounts yet')
    .argument('<file>', 'what "lumiku backup" wrote')
    .action((file: string) => restore(readConfig(environment), { file }));
  program
    .command('poses')
    .description('the pose library')
    .command('import')
    .description('make poses of a folder of pictures; interrupted, run it again to go on')
    .argument('<folder>', 'pictures, beside them masks and a CSV of labels (docs/poses-import.md)')
    .option('--report <file>', 'where the whole list goes, as CSV')
    .action((folder: string, { report }: { report?: string }) =>
      untilInterrupted((signal) =>
        importPoseFolder(readConfig(environment), { folder, report }, signal),
      ),
    );
  const engines = program
    .command('engines')
    .description('who makes pictures: what is configured, what each can do, licences')
    .action(() => printEngines(readConfig(environment)));
  engines
    .command('check')
    .description('have an engine make one real picture and look at it (this may cost money)')
    .argument('<engine>', 'its id, as "lumiku engines" lists it')
    .option('--kind <kind>', 'text-to-image, pose-transfer, face-swap, image-to-video or upscale')
    .option('--save <file>', 'where to put the picture')
    .action(async (id: string, options: { kind?: string; save?: string }) => {
      exitCode = (await checkOneEngine(readConfig(environment), id, options)) ? 0 : 1;
    });
  const users = program.command('users').description('accounts and their credits');
  users
    .command('list')
    .description('every account, oldest first')
    .action(() => printUsers(readConfig(environment)));
  users
    .command('grant-credits')
    .description('give credits to a person')
    .argument('<email>')
    .argument('<amount>', 'whole number above 0')
    .option('--note <text>', 'what the ledger says about it')
    .action((email: string, amount: string, options: { note?: string }) =>
      grantCredits(readConfig(environment), { email, amount: Number(amount), note: options.note }),
    );
  try {
    await program.parseAsync(args.length === 0 ? ['start'] : args, { from: 'user' });
    return exitCode;
  } catch (error) {
    return complain(error);
  }
}

/** Ctrl-C lets the work end where it can go on from; a second one ends it at once. */
async function untilInterrupted(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.once('SIGINT', onSignal);
  try {
    await work(stop.signal);
  } finally {
    process.removeListener('SIGINT', onSignal);
  }
}

function complain(error: unknown): number {
  // commander has said it already.
  if (error instanceof CommanderError) return error.exitCode;
  if (!(error instanceof Fault)) throw error;
  console.error([error.message, error.fix].filter(Boolean).join('\n'));
  return 1;
}
