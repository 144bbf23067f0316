import sharp from 'sharp';
import { EngineFault, type EngineOutput, type EngineWatch } from '../engine.ts';
import { type PollPace, pollUntil, restFor } from '../wire/poll.ts';
import { readClip } from '../wire/read-clip.ts';
import { readPicture } from '../wire/read-picture.ts';
import { type ComfyuiClient, SERVICE } from './comfyui-client.ts';
import { faultOfFailure, isOutOfMemory } from './comfyui-faults.ts';
import { type ComfyuiTicket, FILE_FOLDER, fileNames } from './comfyui-ticket.ts';
import { watchSocket } from './watch-socket.ts';
import { failureIn, type HistoryEntry, OutputFile } from './wire.ts';
import { createWorkProgress } from './work-progress.ts';

/** The kinds of which only a part of the result was made by a model. */
const COMPOSITES = new Set(['face-swap', 'upscale']);

/**
 * Waits for work and fetches what it made. The websocket tells progress and previews and may drop as it likes; whether
 * the work is waiting, running, done, failed or lost is asked of the queue and the history.
 * @throws EngineFault
 */
export async function followWork(
  ticket: ComfyuiTicket,
  client: ComfyuiClient,
  watch: EngineWatch,
  pace: PollPace,
): Promise<EngineOutput> {
  const bell = createBell();
  const stop = listen(ticket, client, watch, bell.ring);
  try {
    const files = await pollUntil({
      service: SERVICE,
      pace,
      signal: watch.signal,
      ask: () => look(ticket, client, watch),
      rest: (ms) => bell.restFor(ms, watch.signal),
    });
    watch.onProgress({ fraction: 0.99, stage: 'downloading' });
    return await fetchResult(ticket, client, files, watch.signal);
  } finally {
    stop();
  }
}

function listen(
  ticket: ComfyuiTicket,
  client: ComfyuiClient,
  watch: EngineWatch,
  ring: () => void,
): () => void {
  const progressOf = createWorkProgress(ticket.weights);
  let fraction: number | null = null;
  const isOurs = (promptId: string | undefined) =>
    promptId === undefined || promptId === ticket.promptId;
  return watchSocket({
    url: client.socketUrl(ticket.promptId),
    headers: client.headers,
    onMessage: (message) => {
      if (!isOurs(message.data.prompt_id)) return;
      const risen = progressOf(message);
      if (risen !== null) {
        fraction = risen;
        watch.onProgress({ fraction, stage: 'drawing' });
      }
      const isOver =
        /^execution_(success|error|interrupted)$/.test(message.type) ||
        (message.type === 'executing' && !message.data.node);
      if (isOver) ring();
    },
    onFrame: ({ bytes, mediaType, promptId }) => {
      if (!isOurs(promptId)) return;
      watch.onProgress({ fraction, stage: 'drawing', preview: { bytes, mediaType } });
    },
  });
}

/** The files of the result, or null while it is waiting or running. */
async function look(
  ticket: ComfyuiTicket,
  client: ComfyuiClient,
  watch: EngineWatch,
): Promise<OutputFile[] | null> {
  // The queue first: work moves from it into the history, so the other order could miss it in both.
  const queue = await client.queue(watch.signal);
  if (queue.queue_pending.includes(ticket.promptId)) {
    watch.onProgress({ fraction: null, stage: 'queued' });
    return null;
  }
  if (queue.queue_running.includes(ticket.promptId)) return null;
  const entry = await client.history(ticket.promptId, watch.signal);
  if (entry) return await filesOf(entry, ticket, client, watch.signal);
  const file = await findFile(ticket.promptId, client, watch.signal);
  if (file) return [file];
  throw new EngineFault(
    'result_expired',
    `${SERVICE} knows nothing of this work: it was restarted or its queue was emptied.`,
    { costUsd: 0 },
  );
}

async function filesOf(
  entry: HistoryEntry,
  ticket: ComfyuiTicket,
  client: ComfyuiClient,
  signal: AbortSignal,
): Promise<OutputFile[]> {
  const failure = failureIn(entry);
  if (failure !== null || entry.status?.status_str === 'error') {
    const what = failure ?? { exception_type: '', exception_message: 'no reason given' };
    // The next work finds the card empty, whoever hands it in.
    if (isOutOfMemory(what)) await client.free(signal).catch(() => undefined);
    throw faultOfFailure(what);
  }
  const nodes = [ticket.output, ...Object.keys(entry.outputs)];
  const files = nodes.flatMap((node) => Object.values(entry.outputs[node] ?? {}).flatMap(asFiles));
  // Temporary previews of other nodes come after what was saved.
  const saved = files.toSorted((a, b) => Number(a.type === 'temp') - Number(b.type === 'temp'));
  if (saved.length > 0) return saved;
  throw new EngineFault('bad_output', `${SERVICE} finished the workflow without a file.`);
}

const asFiles = (value: unknown): OutputFile[] =>
  (Array.isArray(value) ? value : []).flatMap((one) => {
    const read = OutputFile.safeParse(one);
    return read.success ? [read.data] : [];
  });

/** The file a restarted server wrote before it forgot about it. */
export async function findFile(
  promptId: string,
  client: ComfyuiClient,
  signal: AbortSignal,
): Promise<OutputFile | null> {
  for (const filename of fileNames(promptId)) {
    const file: OutputFile = { filename, subfolder: FILE_FOLDER, type: 'output' };
    try {
      await client.view(file, signal);
      return file;
    } catch (error) {
      if (error instanceof EngineFault && error.kind === 'result_expired') continue;
      throw error;
    }
  }
  return null;
}

async function fetchResult(
  ticket: ComfyuiTicket,
  client: ComfyuiClient,
  [file]: readonly OutputFile[],
  signal: AbortSignal,
): Promise<EngineOutput> {
  if (!file) throw new EngineFault('bad_output', `${SERVICE} finished without a file.`);
  const bytes = await client.view(file, signal);
  const source = COMPOSITES.has(ticket.kind)
    ? 'compositeWithTrainedAlgorithmicMedia'
    : 'trainedAlgorithmicMedia';
  const made = { source, seed: ticket.seed, costUsd: 0 } as const;
  if (ticket.kind !== 'image-to-video') {
    return { kind: 'picture', ...(await readPicture(bytes, SERVICE)), ...made };
  }
  const clip = await readClip(bytes, SERVICE);
  return { kind: 'clip', ...clip, ...made, poster: await posterOf(ticket, client, clip, signal) };
}

/** The picture the clip begins with, in the clip's size. */
async function posterOf(
  { posterFile = '' }: ComfyuiTicket,
  client: ComfyuiClient,
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
  signal: AbortSignal,
): Promise<{ bytes: Uint8Array; mediaType: string }> {
  const [filename = '', ...folders] = posterFile.split('/').toReversed();
  const subfolder = folders.toReversed().join('/');
  const bytes = await client.view({ filename, subfolder, type: 'input' }, signal);
  const poster = await sharp(bytes)
    .resize(widthPx, heightPx, { fit: 'cover' })
    .jpeg({ quality: 88 })
    .toBuffer();
  return { bytes: new Uint8Array(poster), mediaType: 'image/jpeg' };
}

/** Lets the websocket cut a wait between two looks short; a ring during a look counts for the next wait. */
function createBell() {
  let isRung = false;
  let wake: (() => void) | undefined;
  return {
    ring(): void {
      isRung = true;
      wake?.();
    },
    async restFor(ms: number, signal: AbortSignal): Promise<void> {
      const early = new AbortController();
      wake = () => early.abort();
      if (isRung) early.abort();
      await restFor(ms, AbortSignal.any([signal, early.signal]), SERVICE).catch(
        (error: unknown) => {
          if (signal.aborted) throw error;
        },
      );
      isRung = false;
      wake = undefined;
    },
  };
}
