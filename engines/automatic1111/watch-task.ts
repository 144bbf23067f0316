import { EngineFault, type SubmitOptions } from '../engine.ts';
import { bytesOfBase64 } from '../wire/data-url.ts';
import { restFor } from '../wire/poll.ts';
import { sniff } from '../wire/sniff.ts';
import type { Flavour } from './flavours.ts';
import type { WebuiClient } from './webui-client.ts';
import { Progress } from './webui-wire.ts';

interface Task {
  readonly id: string;
  readonly flavour: Flavour;
  readonly everyMs: number;
}

const PROGRESS = '/sdapi/v1/progress?skip_current_image=false';

/**
 * Holds a create call and tells its progress meanwhile. Progress and interrupting are for whatever runs there, so both
 * count only while the program says that it is this task. Stopped work is interrupted; what comes of it is half done
 * and refused, whoever interrupted it.
 * @throws EngineFault `cancelled`, or what the call threw
 */
export async function watchTask<T>(
  client: WebuiClient,
  task: Task,
  { signal, onProgress }: Pick<SubmitOptions, 'signal' | 'onProgress'>,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const over = new AbortController();
  // The call itself is not torn down: the answer to an interrupted one says that it has ended.
  const call = work(over.signal);
  const seen = { wasInterrupted: false, shown: 0 };
  const stopped = Promise.withResolvers<never>();
  stopped.promise.catch(() => undefined);
  const stop = () => void stopOurs(client, task).then(stopped.reject, stopped.reject);
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  const watching = poll(client, task, over.signal, seen, onProgress);
  try {
    const answer = await Promise.race([call, stopped.promise]);
    await note(client, task, seen);
    if (!seen.wasInterrupted) return answer;
    throw new EngineFault('cancelled', `${task.flavour.title} was interrupted.`, { costUsd: 0 });
  } finally {
    signal.removeEventListener('abort', stop);
    over.abort();
    call.catch(() => undefined);
    await watching;
  }
}

/** Interrupts when it is our task that runs. What waits in line has no cancel: it is drawn and thrown away. */
async function stopOurs(client: WebuiClient, task: Task): Promise<EngineFault> {
  const isOurs = await current(client)
    .then((progress) => task.flavour.namesTasks && progress.current_task === task.id)
    .catch(() => false);
  if (isOurs) await client.interrupt().catch(() => undefined);
  return new EngineFault('cancelled', `${task.flavour.title}: stopped.`, { costUsd: 0 });
}

const current = (client: WebuiClient, signal = AbortSignal.timeout(5_000)) =>
  client.ask(PROGRESS, Progress, signal);

/** Whether it was interrupted by somebody is only told until the next work begins. */
async function note(
  client: WebuiClient,
  task: Task,
  seen: { wasInterrupted: boolean },
): Promise<void> {
  if (!task.flavour.namesTasks || seen.wasInterrupted) return;
  const last = await current(client).catch(() => null);
  const isAnothers = last?.current_task && last.current_task !== task.id;
  if (last?.state?.interrupted && !isAnothers) seen.wasInterrupted = true;
}

async function poll(
  client: WebuiClient,
  task: Task,
  signal: AbortSignal,
  seen: { wasInterrupted: boolean; shown: number },
  onProgress: SubmitOptions['onProgress'],
): Promise<void> {
  onProgress({ fraction: null, stage: 'queued' });
  while (!signal.aborted) {
    try {
      const progress = await current(client, signal);
      if (task.flavour.namesTasks && progress.current_task === task.id) {
        if (progress.state?.interrupted) seen.wasInterrupted = true;
        await tell(progress, seen, onProgress);
      }
      await restFor(task.everyMs, signal, task.flavour.title);
    } catch {
      // Progress is a courtesy; the call decides what becomes of the work.
      if (!signal.aborted)
        await restFor(task.everyMs, signal, task.flavour.title).catch(() => undefined);
    }
  }
}

async function tell(
  { progress, current_image }: Progress,
  seen: { shown: number },
  onProgress: SubmitOptions['onProgress'],
): Promise<void> {
  seen.shown = Math.max(seen.shown, Math.min(0.99, progress ?? 0));
  const bytes = current_image ? bytesOfBase64(current_image) : null;
  const mediaType = bytes ? await sniff(bytes) : null;
  onProgress({
    fraction: seen.shown,
    stage: 'drawing',
    ...(bytes && mediaType?.startsWith('image/') ? { preview: { bytes, mediaType } } : {}),
  });
}
