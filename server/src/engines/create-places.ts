import type { RunningJob } from '@lumiku/app-kit';
import { JobStopped } from '../jobs/index.ts';

/** Places at one engine in this process; work waits in line for one. */
export interface Places {
  /** @throws why the job was stopped, when that happens first */
  take(job: Pick<RunningJob<unknown>, 'signal' | 'progress'>): Promise<Disposable>;
}

export function createPlaces(count: number): Places {
  let free = count;
  const waiting: (() => void)[] = [];
  const giveBack = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return {
    async take({ signal, progress }) {
      if (signal.aborted) throw signal.reason;
      if (free > 0) free -= 1;
      else {
        progress({ fraction: null, stage: 'waiting_for_engine' });
        await new Promise<void>((resolve, reject) => {
          const stop = () => {
            const at = waiting.indexOf(resolve);
            if (at >= 0) waiting.splice(at, 1);
            reject(signal.reason ?? new JobStopped('shutdown'));
          };
          signal.addEventListener('abort', stop, { once: true });
          waiting.push(resolve);
        });
      }
      let isTaken = true;
      return {
        [Symbol.dispose]: () => {
          if (isTaken) giveBack();
          isTaken = false;
        },
      };
    },
  };
}
