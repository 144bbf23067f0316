import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits for a state instead of for a time.
 * @throws Error when it has not come within `withinMs`.
 */
export async function until(
  isThere: () => boolean | Promise<boolean>,
  withinMs = 30_000,
): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await isThere())) {
    if (Date.now() > deadline) throw new Error(`The awaited state did not come in ${withinMs} ms.`);
    await pause(20);
  }
}
