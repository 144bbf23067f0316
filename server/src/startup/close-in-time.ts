import type { Log } from '@lumiku/app-kit';

/** A stop is often followed by a kill (a container engine waits 10 s, systemd 90 s): no room may use it all up. */
const CLOSES_WITHIN_MS = 6_000;

/**
 * Closes one part of the studio, or leaves it behind: a connection that never says it has ended must not keep the
 * database, the port and the data folder of the next start. Never throws; what went wrong is logged by name.
 */
export async function closeInTime(
  name: string,
  close: () => Promise<unknown> | undefined,
  log: Pick<Log, 'warn'>,
  withinMs = CLOSES_WITHIN_MS,
): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => resolve('late'), withinMs);
  try {
    if ((await Promise.race([close(), late])) === 'late') {
      log.warn({ withinMs }, `Closing ${name} took too long; it is left behind.`);
    }
  } catch (error) {
    log.warn({ err: error }, `Closing ${name} failed.`);
  } finally {
    clearTimeout(timer);
  }
}
