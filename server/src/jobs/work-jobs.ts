import type { PostgresListener } from '../events/index.ts';
import { claimJob, isWaiting, type Lane } from './claim-job.ts';
import { STOP_CHANNEL } from './end-job.ts';
import type { JobParts } from './job-parts.ts';
import { JobStopped } from './job-stopped.ts';
import { createLeaseKeeper } from './keep-leases.ts';
import { runJob } from './run-job.ts';

export interface Worker {
  /** Answers a bell: sees jobs through, one after the other, while there are any. Never throws. */
  answer(): Promise<void>;
  /** What runs goes on; nothing new is claimed. */
  takeNoMore(): void;
  /** Running work is told to stop and handed back; nothing new is claimed. */
  handBack(): void;
  close(): void;
}

/** A refused bell rings again after this, perhaps in a process that has room. */
const RING_AGAIN_MS = 250;

/**
 * The worker half of this process. Each lane has places of its own, so that neither kind of work keeps the other
 * waiting. A bell says only that there is something: it is answered for whatever lane has both a place and a job.
 * @param deps.owner unique to the process; never used again after a restart.
 */
export function createWorker(
  parts: JobParts,
  deps: { owner: string; listener: PostgresListener; lanes: Readonly<Record<Lane, number>> },
): Worker {
  const running = new Map<string, AbortController>();
  const keeper = createLeaseKeeper(parts, deps.owner);
  const off = deps.listener.on(STOP_CHANNEL, (jobId) => {
    running.get(jobId)?.abort(new JobStopped('ended'));
  });
  const busy: Record<Lane, number> = { work: 0, interactive: 0 };
  const wasRefused: Record<Lane, boolean> = { work: false, interactive: false };
  let isClosing = false;
  let isStopping = false;
  let isRinging = false;

  /** Takes a place in the lane until there is nothing left in it. */
  async function serve(lane: Lane): Promise<void> {
    if (busy[lane] >= deps.lanes[lane]) {
      wasRefused[lane] = true;
      await ringAgain();
      return;
    }
    busy[lane] += 1;
    try {
      // A bell refused while this place was asking may have been for a job written after the question.
      do {
        wasRefused[lane] = false;
        let hasMore = await isWaiting(parts, lane);
        while (hasMore && !isClosing) hasMore = await work(lane);
      } while (!isClosing && wasRefused[lane]);
    } finally {
      busy[lane] -= 1;
    }
  }

  async function ringAgain(): Promise<void> {
    if (isRinging) return;
    isRinging = true;
    const timer = setTimeout(() => {
      isRinging = false;
    }, RING_AGAIN_MS);
    timer.unref();
    const id = `${deps.owner}-${performance.now().toString(36).replace('.', '-')}`;
    await parts.queue.ring([{ id, delayMs: RING_AGAIN_MS }]).catch(() => undefined);
  }

  /** @returns whether there was anything to do. */
  async function work(lane: Lane): Promise<boolean> {
    const claimed = await claimJob(parts, deps.owner, lane);
    if (!claimed) return false;
    parts.onStep('job.claimed');
    const { row, lease } = claimed;
    const control = new AbortController();
    if (isStopping) control.abort(new JobStopped('shutdown'));
    running.set(row.id, control);
    keeper.keep(lease, () => control.abort(new JobStopped('lease_lost')));
    const began = performance.now();
    try {
      const outcome = await runJob(parts, claimed, control);
      parts.log.info(
        {
          jobId: row.id,
          kind: row.kind,
          userId: row.userId,
          attempt: row.attempt,
          outcome,
          tookMs: Math.round(performance.now() - began),
          waitedMs: Math.max(0, Date.now() - row.createdAt.getTime() - (performance.now() - began)),
        },
        'Job attempt',
      );
    } finally {
      keeper.drop(lease);
      if (running.get(row.id) === control) running.delete(row.id);
    }
    return true;
  }

  return {
    async answer() {
      if (isClosing) return;
      try {
        await serve('interactive');
        await serve('work');
      } catch (error) {
        parts.log.error(
          { err: error },
          'A job could not be seen through; the sweeper will take it.',
        );
      }
    },
    takeNoMore() {
      isClosing = true;
    },
    handBack() {
      isClosing = true;
      isStopping = true;
      for (const control of running.values()) control.abort(new JobStopped('shutdown'));
    },
    close() {
      off();
      keeper.close();
    },
  };
}
