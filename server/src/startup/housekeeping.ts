import type { Log } from '@lumiku/app-kit';
import type { Accounts } from '../accounts/index.ts';
import type { Files, StoredUrls, SweepReport } from '../files/index.ts';
import { everyNowAndThen, type Periodic } from './periodic.ts';

const MINUTE_MS = 60_000;

/** Forgets what is kept for a time only, and removes files no row names (any more). */
export function startHousekeeping(deps: {
  accounts: Pick<Accounts, 'sweep' | 'userIds'>;
  events: { sweep(): Promise<unknown> };
  idempotency: { sweep(): Promise<unknown> };
  shares: { sweep(): Promise<unknown> };
  webhooks: { sweep(): Promise<unknown> };
  engineRoom: { sweep(): Promise<unknown> };
  files: Pick<Files, 'sweep'>;
  storedUrls: ReadonlyMap<string, StoredUrls>;
  /** Told what each round of the sweeper of files found. */
  onSwept(report: SweepReport): Promise<void>;
  /** By app. */
  upkeep: ReadonlyMap<string, () => Promise<void>>;
  log: Log;
}): Periodic {
  const { log } = deps;
  const rounds = [
    everyNowAndThen('Forgetting old events', 10 * MINUTE_MS, () => deps.events.sweep(), log),
    everyNowAndThen(
      'Forgetting old request keys',
      60 * MINUTE_MS,
      () => deps.idempotency.sweep(),
      log,
    ),
    everyNowAndThen('Forgetting ended links', 60 * MINUTE_MS, () => deps.shares.sweep(), log),
    everyNowAndThen('Forgetting old webhooks', 60 * MINUTE_MS, () => deps.webhooks.sweep(), log),
    everyNowAndThen(
      'Forgetting old attempts of engines',
      60 * MINUTE_MS,
      () => deps.engineRoom.sweep(),
      log,
    ),
    everyNowAndThen('Forgetting ended sessions', 60 * MINUTE_MS, () => deps.accounts.sweep(), log),
    everyNowAndThen('Removing files nothing names', 30 * MINUTE_MS, () => sweepFiles(deps), log),
    ...[...deps.upkeep].map(([app, run]) =>
      everyNowAndThen(`Upkeep of ${app}`, MINUTE_MS, run, log),
    ),
  ];
  return {
    stop: async () => {
      await Promise.all(rounds.map((round) => round.stop()));
    },
  };
}

async function sweepFiles(deps: Parameters<typeof startHousekeeping>[0]): Promise<void> {
  const userIds = await deps.accounts.userIds();
  const report = await deps.files.sweep({ apps: deps.storedUrls, userIds });
  await deps.onSwept(report);
  if (report.removed.length > 0) {
    deps.log.info({ removed: report.removed.length }, 'Removed files that nothing named.');
  }
  if (report.missing.length > 0) {
    deps.log.warn({ missing: report.missing }, 'Some stored pictures have lost their file.');
  }
}
