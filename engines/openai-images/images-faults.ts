import { EngineFault } from '../engine.ts';
import type { ServiceAnswer } from '../wire/call-service.ts';
import { faultOfStatus, wordsIn, wordsOf } from '../wire/fault-of-status.ts';
import { redact } from '../wire/redact.ts';
import type { ServerProfile } from './profiles.ts';

const REFUSES = /moderation|content.?policy|safety|nsfw|flagged/i;
const QUOTA = /insufficient_quota|exceeded your current quota|billing/i;
const LOADING = /not initialized|loading|warming|not ready/i;

/** The fault of an answer to a create call that is no success. */
export function faultOfAnswer(
  answer: ServiceAnswer,
  profile: ServerProfile,
  secrets: readonly string[],
): EngineFault {
  const { status } = answer;
  const said = `${wordsOf(answer)} ${codeOf(answer.json)}`;
  const judge = (kinds: Parameters<typeof faultOfStatus>[0]['kinds']) =>
    faultOfStatus({
      ...{ service: profile.title, answer, secrets, mayCost: true },
      ...(kinds ? { kinds } : {}),
    });
  if (status < 500 && REFUSES.test(said)) return judge({ [status]: 'content_refused' });
  if (status === 429 && QUOTA.test(said)) return judge({ 429: 'payment' });
  if (status === 503) return judge({ 503: LOADING.test(said) ? 'model_loading' : 'unavailable' });
  // A server of one's own that says in JSON what went wrong is done with the work; a proxy's page says nothing.
  if (status >= 500 && profile.isOwn && wordsIn(answer.json) !== undefined) {
    return new EngineFault('bad_output', judge({}).message, { costUsd: 0 });
  }
  return judge(undefined);
}

/** An error that came with 200. */
export function faultInside(
  error: unknown,
  profile: ServerProfile,
  secrets: readonly string[],
): EngineFault {
  const said = redact(`${wordsIn(error) ?? JSON.stringify(error)} ${codeOf({ error })}`, secrets);
  const kind = REFUSES.test(said) ? 'content_refused' : 'bad_output';
  return new EngineFault(kind, `${profile.title} failed: ${said}`);
}

function codeOf(body: unknown): string {
  if (typeof body !== 'object' || body === null || !('error' in body)) return '';
  const { error } = body;
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
