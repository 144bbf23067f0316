import { EngineFault } from '../engine.ts';
import { readAnswer } from '../wire/ask-service.ts';
import { callService, type ServiceCall } from '../wire/call-service.ts';
import { FAL, falFault } from './fal-result.ts';
import { FalOutput, QueueStatus, Submitted } from './fal-wire.ts';

export interface FalAccess {
  readonly queueUrl: string;
  readonly key: string;
}

interface Submitting {
  /** How long a request may wait to be started. */
  readonly startWithinSeconds: number;
  readonly signal: AbortSignal;
}

export type FalClient = ReturnType<typeof createFalClient>;

const SUBMIT_TIMEOUT_MS = 90_000;
const READ_TIMEOUT_MS = 60_000;
/** Results are copied at once; an hour later fal need not keep them. */
const KEEP_SECONDS = 3600;

/**
 * fal's queue, written by hand: the official client sends the paid call up to four times, and that cannot be turned off.
 */
export function createFalClient({ queueUrl, key }: FalAccess) {
  const secrets = [key];
  const { host } = new URL(queueUrl);

  async function ask(
    call: Pick<ServiceCall, 'url' | 'method' | 'json' | 'signal' | 'mayCost'> & {
      headers?: Record<string, string>;
    },
  ) {
    const answer = await callService({
      ...call,
      service: FAL,
      headers: { authorization: `Key ${key}`, ...call.headers },
      timeoutMs: call.mayCost ? SUBMIT_TIMEOUT_MS : READ_TIMEOUT_MS,
      secrets,
    });
    const isFine = answer.status >= 200 && answer.status < 300;
    if (!isFine) throw falFault(answer, secrets, call.mayCost === true);
    return answer;
  }

  return {
    /** Starts paid work: sent once. @throws EngineFault */
    submit: async (endpoint: string, input: Record<string, unknown>, how: Submitting) => {
      const answer = await ask({
        url: `${queueUrl}/${endpoint}`,
        method: 'POST',
        json: input,
        mayCost: true,
        signal: how.signal,
        headers: {
          'x-fal-request-timeout': String(Math.ceil(how.startWithinSeconds)),
          'x-fal-object-lifecycle-preference': JSON.stringify({
            expiration_duration_seconds: KEEP_SECONDS,
          }),
        },
      });
      const call = { service: FAL, mayCost: true, secrets };
      const submitted = readAnswer(answer, Submitted, call);
      const urls = [submitted.status_url, submitted.response_url, submitted.cancel_url];
      if (urls.every((url) => new URL(url).host === host)) return submitted;
      // The key goes where these lead.
      throw new EngineFault('ambiguous_submit', `${FAL} answered with addresses of another host.`);
    },
    status: async (url: string, signal: AbortSignal) =>
      readAnswer(await ask({ url: `${url}?logs=1`, signal }), QueueStatus, {
        service: FAL,
        secrets,
      }),
    result: async (url: string, signal: AbortSignal) =>
      readAnswer(await ask({ url, signal }), FalOutput, { service: FAL, secrets }),
    /** Running work is only asked to stop; what is done stays done. */
    cancel: async (url: string, signal: AbortSignal): Promise<void> => {
      await ask({ url, method: 'PUT', signal });
    },
  };
}
