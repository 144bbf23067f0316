import { EngineFault } from '../engine.ts';
import { askService, readAnswer } from '../wire/ask-service.ts';
import { callService, type ServiceAnswer, type ServiceCall } from '../wire/call-service.ts';
import { faultOfStatus } from '../wire/fault-of-status.ts';
import { type MappingEntry, ModelMapping, WhoAmI } from './hugging-face-wire.ts';

export const HUGGING_FACE = 'Hugging Face';

export interface HuggingFaceAccess {
  readonly token: string;
  readonly routerUrl: string;
  readonly hubUrl: string;
  /** An organisation that pays. */
  readonly billTo?: string | undefined;
}

export type HuggingFaceClient = ReturnType<typeof createHuggingFaceClient>;

const MAPPING_KEPT_MS = 3_600_000;
const HUB_TIMEOUT_MS = 30_000;

/**
 * The router and the hub, written by hand: the official client repeats a 503 without pause or end, sets the scale of a
 * LoRA to 1, and takes a page of HTML for a picture.
 */
export function createHuggingFaceClient(access: HuggingFaceAccess) {
  const { token, hubUrl } = access;
  const secrets = [token];
  const headers = {
    authorization: `Bearer ${token}`,
    ...(access.billTo === undefined ? {} : { 'x-hf-bill-to': access.billTo }),
  };
  const mappings = new Map<string, { entries: readonly MappingEntry[]; until: number }>();

  return {
    secrets,
    /** A call with the token, to the router or to an endpoint of one's own. Only these two may see it. */
    call: async (
      call: Pick<ServiceCall, 'url' | 'method' | 'json' | 'signal' | 'mayCost' | 'timeoutMs'> & {
        headers?: Record<string, string>;
      },
    ): Promise<ServiceAnswer> =>
      callService({
        ...call,
        service: HUGGING_FACE,
        headers: { ...headers, ...call.headers },
        secrets,
      }),
    /** Who runs a model, and what they call it. Kept for an hour. @throws EngineFault */
    mapping: async (model: string, signal: AbortSignal): Promise<readonly MappingEntry[]> => {
      const kept = mappings.get(model);
      if (kept && kept.until > Date.now()) return kept.entries;
      const answer = await callService({
        service: HUGGING_FACE,
        url: `${hubUrl}/api/models/${model}?expand[]=inferenceProviderMapping`,
        headers,
        signal,
        timeoutMs: HUB_TIMEOUT_MS,
        secrets,
      });
      const call = { service: HUGGING_FACE, secrets };
      const { inferenceProviderMapping: entries = [] } = readAnswer(answer, ModelMapping, call);
      mappings.set(model, { entries, until: Date.now() + MAPPING_KEPT_MS });
      return entries;
    },
    whoAmI: (signal: AbortSignal) =>
      askService(
        {
          service: HUGGING_FACE,
          url: `${hubUrl}/api/whoami-v2`,
          headers,
          signal,
          timeoutMs: HUB_TIMEOUT_MS,
          secrets,
        },
        WhoAmI,
      ),
  };
}

const NOT_MAPPED = /not supported by provider|not supported for task|no provider/i;

/** The fault of an answer of the router itself; null for a success. */
export function routerFault(answer: ServiceAnswer, secrets: readonly string[], mayCost: boolean) {
  if (answer.status >= 200 && answer.status < 300) return null;
  const told = faultOfStatus({
    service: HUGGING_FACE,
    answer,
    mayCost,
    secrets,
    // Nothing was begun: the model is still being loaded, or there is no room.
    kinds: { 503: 'model_loading' },
  });
  return answer.status === 400 && NOT_MAPPED.test(told.message)
    ? new EngineFault('not_configured', told.message)
    : told;
}
