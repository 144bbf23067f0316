import { restFor } from '../wire/poll.ts';
import { REPLICATE, type ReplicateClient } from './replicate-client.ts';
import type { Prediction } from './replicate-wire.ts';

interface Lost {
  /** The key of the attempt: part of the webhook's address when there was one. */
  readonly key: string;
  readonly hadWebhook: boolean;
  readonly since: Date;
  /** The words and numbers of the input: what theirs must hold to be ours. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal;
  readonly pauseMs: number;
}

const CLOCK_SKEW_MS = 60_000;
const PAGES_MAX = 20;

/**
 * Looks a prediction up whose id was lost. With a webhook the key in its address decides; without one the input does,
 * where it is unmistakable. Looks twice, because a prediction may show up in the list after it was accepted.
 */
export async function findPrediction(
  client: ReplicateClient,
  lost: Lost,
): Promise<Prediction | 'not-submitted' | 'unknown'> {
  const first = await look(client, lost);
  if (first !== 'not-submitted') return first;
  await restFor(lost.pauseMs, lost.signal, REPLICATE);
  return look(client, lost);
}

async function look(
  client: ReplicateClient,
  lost: Lost,
): Promise<Prediction | 'not-submitted' | 'unknown'> {
  const recent = await since(client, lost);
  if (recent === null) return 'unknown';
  if (lost.hadWebhook) {
    return recent.find(({ webhook }) => webhook?.includes(lost.key) === true) ?? 'not-submitted';
  }
  const [match, ...others] = recent.filter((prediction) => isOurs(prediction, lost));
  if (match) return others.length === 0 ? match : 'unknown';
  // Inputs are removed after an hour, and some have no words: then nothing says whose work it is.
  return recent.every(({ input }) => isTelling(input) && isUnmistakable(lost.input))
    ? 'not-submitted'
    : 'unknown';
}

/** What was begun since then, or null when the list is longer than we read. */
async function since(client: ReplicateClient, lost: Lost): Promise<Prediction[] | null> {
  const begun = lost.since.getTime() - CLOCK_SKEW_MS;
  const recent: Prediction[] = [];
  let page: string | null = null;
  for (let pages = 0; pages < PAGES_MAX; pages += 1) {
    const { results, next } = await client.listPredictions(page, lost.signal);
    for (const prediction of results) {
      if (Date.parse(prediction.created_at ?? '') < begun) return recent;
      recent.push(prediction);
    }
    if (next === null) return recent;
    page = next;
  }
  return null;
}

const isTelling = (input: unknown): input is Record<string, unknown> =>
  typeof input === 'object' && input !== null && Object.keys(input).length > 0;

/** A prompt and a seed together are nobody else's. */
const isUnmistakable = (input: Lost['input']): boolean =>
  typeof input.prompt === 'string' && input.prompt !== '' && typeof input.seed === 'number';

function isOurs({ input }: Prediction, lost: Lost): boolean {
  if (!isTelling(input) || !isUnmistakable(lost.input)) return false;
  return Object.entries(lost.input).every(([name, value]) => input[name] === value);
}
