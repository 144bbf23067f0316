import { EngineFault } from '../engine.ts';
import { redact } from '../wire/redact.ts';
import { REPLICATE } from './replicate-client.ts';
import { OutputLinks, type Prediction } from './replicate-wire.ts';

const REFUSED = /nsfw|safety|flagged|sensitive|moderat|\(E005\)|content policy/i;
const NO_FACE = /(no|not|find|detect)\b.*\bface/i;
const NO_ROOM = /out of memory|CUDA error|capacity|interrupted|please retry/i;

/**
 * The link of a finished prediction's result; null while it runs.
 * @throws EngineFault of a prediction that failed, was ended, or whose result is gone
 */
export function resultLink(prediction: Prediction): string | null {
  switch (prediction.status) {
    case 'succeeded':
      return linkOf(prediction);
    case 'failed':
      throw faultOfFailure(prediction.error);
    case 'canceled':
    case 'aborted':
      throw faultOfEnd(prediction);
    default:
      if (!prediction.completed_at) return null;
      throw new EngineFault('bad_output', `${REPLICATE} ended it as ${prediction.status}.`);
  }
}

function linkOf(prediction: Prediction): string {
  const { output } = prediction;
  if (prediction.data_removed === true || output === null || output === undefined) {
    throw new EngineFault('result_expired', `${REPLICATE} has removed the result.`);
  }
  // Flux leaves unsafe pictures out of its list without an error.
  if (Array.isArray(output) && output.length === 0) {
    throw new EngineFault('content_refused', `${REPLICATE} kept every picture back.`);
  }
  const [link] = OutputLinks.safeParse(output).data ?? [];
  if (link !== undefined) return link;
  throw new EngineFault('bad_output', `${REPLICATE} made something that is no file.`);
}

function faultOfFailure(error: unknown): EngineFault {
  const told = redact(typeof error === 'string' ? error : (JSON.stringify(error) ?? ''), []);
  const kind = REFUSED.test(told)
    ? 'content_refused'
    : NO_FACE.test(told)
      ? 'invalid_input'
      : 'bad_output';
  // Out of memory and the like are the machine's fault: the same work may go well on the next one.
  const mayGoWell = NO_ROOM.test(told) ? ' (the machine, not the work)' : '';
  return new EngineFault(kind, `${REPLICATE} failed${mayGoWell}: ${told}`);
}

function faultOfEnd(prediction: Prediction): EngineFault {
  const ended = Date.parse(prediction.completed_at ?? '');
  const deadline = Date.parse(prediction.deadline ?? '');
  const isLate = ended >= deadline;
  return new EngineFault(
    isLate ? 'timed_out' : 'cancelled',
    `${REPLICATE} ended it (${prediction.status})${isLate ? ' at its deadline' : ''}.`,
    // Ended before it began, it is not charged.
    prediction.status === 'aborted' ? { costUsd: 0 } : {},
  );
}

/** The last progress bar in a log; null when there is none. */
export function fractionInLogs(logs: string | null | undefined): number | null {
  const bars = [...(logs ?? '').matchAll(/(\d{1,3})%\s*\|/g)];
  const last = bars.at(-1)?.[1];
  return last === undefined ? null : Math.min(1, Number(last) / 100);
}
