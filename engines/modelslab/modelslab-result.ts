import { EngineFault, type EngineFaultKind } from '../engine.ts';
import type { ServiceAnswer } from '../wire/call-service.ts';
import { faultOfStatus, wordsIn, wordsOf } from '../wire/fault-of-status.ts';
import { redact } from '../wire/redact.ts';
import { ModelsLabAnswer } from './modelslab-wire.ts';

export const MODELSLAB = 'ModelsLab';

/** What its messages mean; the HTTP status of an error is often 200. */
const MEANINGS: readonly (readonly [RegExp, EngineFaultKind])[] = [
  [/invalid api key|api key is (invalid|required)|unauthori[sz]ed/i, 'authentication'],
  [/insufficient|credits|balance|subscri|premium|upgrade your plan|limit exceeded/i, 'payment'],
  [/queue (is )?full|too many|rate limit|try again (in|after|later)|concurren/i, 'rate_limited'],
  [/model not found|model.*(not available|does not exist)/i, 'not_configured'],
  [/nsfw|safety|content policy|inappropriate|not allowed/i, 'content_refused'],
  [
    /out of memory|internal|server error|unavailable|timed? ?out|something went wrong/i,
    'bad_output',
  ],
];

/**
 * Reads an answer, whatever its HTTP status says.
 * @throws EngineFault of an error, wherever it is hidden
 */
export function readModelsLab(
  answer: ServiceAnswer,
  secrets: readonly string[],
  mayCost: boolean,
): ModelsLabAnswer {
  const read = ModelsLabAnswer.safeParse(answer.json).data;
  const isOk = answer.status >= 200 && answer.status < 300;
  if (read?.status === 'error' || read?.status === 'failed') {
    throw faultOfWords(read, wordsIn(answer.json) ?? '', secrets, read.status);
  }
  // A key is part of every body, and may be repeated in an answer to it.
  if (!isOk) {
    const told = wordsOf(answer);
    const meant = MEANINGS.find(([words]) => words.test(told))?.[1];
    const usual = faultOfStatus({ service: MODELSLAB, answer, mayCost, secrets });
    throw answer.status < 500 && meant && usual.kind === 'invalid_input'
      ? new EngineFault(meant, usual.message)
      : usual;
  }
  if (read?.status !== undefined) return read;
  throw new EngineFault(
    mayCost ? 'ambiguous_submit' : 'unavailable',
    `${MODELSLAB} sent an answer that is not of the form it documents.`,
  );
}

function faultOfWords(
  read: ModelsLabAnswer,
  words: string,
  secrets: readonly string[],
  status: string,
): EngineFault {
  const told = redact(words, secrets);
  const fallback = status === 'failed' ? 'bad_output' : 'invalid_input';
  const kind = MEANINGS.find(([meaning]) => meaning.test(told))?.[1] ?? fallback;
  return new EngineFault(kind, `${MODELSLAB} says ${status}: ${told}`, {
    retryAfterSeconds: kind === 'rate_limited' ? (read.retry_after ?? undefined) : undefined,
  });
}

/** The link of a finished result. @throws EngineFault `content_refused`, `bad_output` */
export function modelsLabLink(read: ModelsLabAnswer): string {
  // Flagged pictures come back blurred or black, as a success.
  if (['true', '1'].includes(String(read.nsfw_content_detected ?? false))) {
    throw new EngineFault('content_refused', `${MODELSLAB} flagged the picture.`);
  }
  const [link] = [read.output ?? []].flat();
  if (link !== undefined && link !== '') return link;
  throw new EngineFault('bad_output', `${MODELSLAB} says success and sends no file.`);
}
