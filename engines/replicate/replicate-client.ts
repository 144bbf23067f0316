import type { z } from 'zod';
import { askService } from '../wire/ask-service.ts';
import { callService, type ServiceCall } from '../wire/call-service.ts';
import {
  Account,
  ModelVersions,
  Prediction,
  PredictionPage,
  UploadedFile,
} from './replicate-wire.ts';

export const REPLICATE = 'Replicate';

export interface ReplicateAccess {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly token: string;
}

interface CreatePrediction {
  /** `owner/name` of an official model, `owner/name:version`, or a bare version. */
  readonly version: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** An address of ours; it also carries the key of the attempt, by which a lost prediction is found. */
  readonly webhook?: string;
  /** Replicate ends it by itself after so long. */
  readonly cancelAfterSeconds: number;
  readonly signal: AbortSignal;
}

export type ReplicateClient = ReturnType<typeof createReplicateClient>;

const CREATE_TIMEOUT_MS = 75_000;
const READ_TIMEOUT_MS = 30_000;
const UPLOAD_TIMEOUT_MS = 120_000;

/**
 * Replicate's HTTP API, as far as it is used. Written by hand: the official client repeats the paid call up to six
 * times on a broken connection and ignores `Retry-After`.
 */
export function createReplicateClient({ baseUrl, token }: ReplicateAccess) {
  const secrets = [token];
  const headers = { authorization: `Bearer ${token}` };

  const ask = <S extends z.ZodType>(
    call: Pick<ServiceCall, 'method' | 'json' | 'body' | 'signal' | 'mayCost'> & {
      path: string;
      headers?: Record<string, string>;
      timeoutMs?: number;
    },
    schema: S,
  ): Promise<z.infer<S>> =>
    askService(
      {
        ...call,
        service: REPLICATE,
        url: `${baseUrl}${call.path}`,
        headers: { ...headers, ...call.headers },
        timeoutMs: call.timeoutMs ?? READ_TIMEOUT_MS,
        secrets,
      },
      schema,
    );

  return {
    /** Starts paid work: sent once. @throws EngineFault */
    createPrediction: (wish: CreatePrediction) =>
      ask(
        {
          path: '/predictions',
          method: 'POST',
          mayCost: true,
          json: {
            version: wish.version,
            input: wish.input,
            ...(wish.webhook === undefined
              ? {}
              : { webhook: wish.webhook, webhook_events_filter: ['completed'] }),
          },
          headers: {
            // A short wait: quick work is done in the same call, slow work is polled.
            prefer: 'wait=5',
            'cancel-after': `${Math.ceil(wish.cancelAfterSeconds)}s`,
          },
          signal: wish.signal,
          timeoutMs: CREATE_TIMEOUT_MS,
        },
        Prediction,
      ),
    getPrediction: (id: string, signal: AbortSignal) =>
      ask({ path: `/predictions/${encodeURIComponent(id)}`, signal }, Prediction),
    cancelPrediction: (id: string, signal: AbortSignal) =>
      ask(
        { path: `/predictions/${encodeURIComponent(id)}/cancel`, method: 'POST', signal },
        Prediction,
      ),
    /** The newest first, 100 a page. `next` is an address of Replicate's, followed only within its API. */
    listPredictions: (page: string | null, signal: AbortSignal) =>
      ask({ path: page ?? '/predictions', signal }, PredictionPage).then(({ results, next }) => ({
        results,
        next:
          next?.startsWith(`${baseUrl}/predictions`) === true ? next.slice(baseUrl.length) : null,
      })),
    uploadFile: (picture: { bytes: Uint8Array; mediaType: string }, signal: AbortSignal) => {
      const body = new FormData();
      const extension = picture.mediaType.split('/')[1] ?? 'bin';
      const file = new Blob([new Uint8Array(picture.bytes)], { type: picture.mediaType });
      body.append('content', file, `input.${extension}`);
      return ask(
        { path: '/files', method: 'POST', body, signal, timeoutMs: UPLOAD_TIMEOUT_MS },
        UploadedFile,
      );
    },
    /** Best effort: Replicate forgets uploads by itself after a day. */
    deleteFile: async (id: string) => {
      await callService({
        service: REPLICATE,
        url: `${baseUrl}/files/${encodeURIComponent(id)}`,
        method: 'DELETE',
        headers,
        signal: AbortSignal.timeout(READ_TIMEOUT_MS),
        timeoutMs: READ_TIMEOUT_MS,
        secrets,
      }).catch(() => undefined);
    },
    /** The newest version of a model; null where it runs by its name. @throws EngineFault `not_configured` */
    latestVersion: async (model: string, signal: AbortSignal): Promise<string | null> => {
      const { latest_version } = await ask({ path: `/models/${model}`, signal }, ModelVersions);
      return latest_version?.id ?? null;
    },
    account: (signal: AbortSignal) => ask({ path: '/account', signal }, Account),
  };
}
