import type { Log } from '@lumiku/app-kit';

export interface Periodic {
  /** Runs nothing more; resolves when what is running has ended. */
  stop(): Promise<void>;
}

/** Does something now and then, one run at a time; a failed run is logged and the next one comes all the same. */
export function everyNowAndThen(
  name: string,
  everyMs: number,
  run: () => Promise<unknown>,
  log: Log,
): Periodic {
  let running: Promise<unknown> = Promise.resolve();
  let timer = setTimeout(turn, everyMs);
  let isStopped = false;
  timer.unref();
  function turn(): void {
    running = run()
      .catch((error: unknown) => log.warn({ err: error }, `${name} did not finish; it runs again.`))
      .finally(() => {
        if (isStopped) return;
        timer = setTimeout(turn, everyMs);
        timer.unref();
      });
  }
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
