import type { Log } from '@lumiku/app-kit';

/** For parts under test: their log lines are not what is tested. */
export const quietLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
