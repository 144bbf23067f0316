import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '@lumiku/contract';
import { S3Client } from 'bun';
import type { S3Place } from './s3-place.ts';
import { storageFaults } from './storage-faults.ts';

/** Before each further try; all that is asked of a bucket may be asked twice. */
const TRY_AGAIN_AFTER_MS = [200, 800];
const ANSWERS_WITHIN_MS = 10_000;
/** A line of 100 kB a second is the slowest a studio can work with. */
const SLOWEST_BYTES_A_MS = 100;
const WHOLE_WITHIN_MS = 60_000;
const LINK_SECONDS = 300;
/** What a server says when it has no room, by any name. */
const FULL = /full|quota|capacity|insufficient ?storage/i;

interface Ask {
  method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  key: string;
  body?: Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
  /** The answer's body is taken slowly: only its headers must come in time. */
  isStreamed?: boolean;
}

export interface ListedObject {
  key: string;
  modifiedAt: Date;
  sizeBytes: number;
}

/** Signed requests to one bucket: tried again where that may help, given up in time, refusals as faults. */
export interface S3Requests {
  /** Null for what is not there. @throws Fault STORAGE_AWAY, STORAGE_UNWRITABLE, STORAGE_FULL (503) */
  ask(ask: Ask): Promise<Response | null>;
  /** One page of at most a thousand keys; `folders` are the names between `prefix` and the next slash. */
  list(page: {
    prefix: string;
    after?: string | undefined;
    isByFolder?: boolean;
    keysMax?: number;
  }): Promise<{ objects: ListedObject[]; folders: string[]; next: string | undefined }>;
}

/**
 * Bun's own client signs and lists; what is signed goes through `fetch`, which knows ranges, time limits and readers
 * that leave.
 */
export function createS3Requests(place: S3Place): S3Requests {
  const { bucket, region, accessKeyId, secretAccessKey, isBucketInHost } = place;
  const client = new S3Client({
    ...{ region, accessKeyId, secretAccessKey, virtualHostedStyle: isBucketInHost },
    ...(isBucketInHost
      ? { endpoint: withBucketInHost(place) }
      : { endpoint: place.endpoint, bucket }),
  });
  return {
    ask: (ask) =>
      persistently(async () => {
        const url = client.presign(ask.key, { method: ask.method, expiresIn: LINK_SECONDS });
        const response = await fetchInTime(url, ask);
        if (response.ok || response.status === 416) return response;
        return await refused(response);
      }),
    list: (page) =>
      persistently(async () => {
        const answer = await inTime(
          client.list({
            prefix: page.prefix,
            ...(page.after === undefined ? {} : { continuationToken: page.after }),
            ...(page.isByFolder ? { delimiter: '/' } : {}),
            ...(page.keysMax === undefined ? {} : { maxKeys: page.keysMax }),
          }),
        ).catch((error: unknown) => {
          throw faultOfCode(codeOf(error), error);
        });
        return {
          objects: (answer.contents ?? []).map(({ key, lastModified, size }) => ({
            ...{ key, modifiedAt: new Date(lastModified ?? 0), sizeBytes: size ?? 0 },
          })),
          folders: (answer.commonPrefixes ?? []).map(({ prefix }) =>
            prefix.slice(page.prefix.length).replace(/\/$/, ''),
          ),
          next: answer.isTruncated ? answer.nextContinuationToken : undefined,
        };
      }),
  };
}

function withBucketInHost({ endpoint, bucket }: S3Place): string {
  const url = new URL(endpoint);
  return `${url.protocol}//${bucket}.${url.host}`;
}

async function persistently<T>(work: () => Promise<T>): Promise<T> {
  for (const waitMs of TRY_AGAIN_AFTER_MS) {
    try {
      return await work();
    } catch (error) {
      if (!isAway(error) || error.cause instanceof TooLate) throw error;
      await pause(waitMs);
    }
  }
  return await work();
}

const isAway = (error: unknown): error is Fault =>
  error instanceof Fault && error.code === 'STORAGE_AWAY';

/** Whoever was kept waiting so long is not kept waiting for another try. */
class TooLate extends Error {
  override readonly name = 'TooLate';
  override readonly message = 'no answer in time';
}

async function fetchInTime(url: string, ask: Ask): Promise<Response> {
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(new TooLate()), patienceMs(ask));
  try {
    const response = await fetch(url, {
      method: ask.method,
      // Sent elsewhere, a signature is wrong anyway: a region that is not the bucket's shows as a refusal.
      redirect: 'manual',
      signal: control.signal,
      ...(ask.body === undefined ? {} : { body: ask.body }),
      ...(ask.headers === undefined ? {} : { headers: ask.headers }),
    });
    if (ask.isStreamed || response.body === null) return response;
    return new Response(await response.arrayBuffer(), response);
  } catch (error) {
    const cause = control.signal.aborted ? control.signal.reason : error;
    throw storageFaults.away(`${ask.method}: ${wordsOf(cause)}`, cause);
  } finally {
    clearTimeout(timer);
  }
}

function patienceMs({ method, body, isStreamed }: Ask): number {
  if (method === 'GET' && !isStreamed) return WHOLE_WITHIN_MS;
  return ANSWERS_WITHIN_MS + (body?.byteLength ?? 0) / SLOWEST_BYTES_A_MS;
}

/** Null for what is not there; everything else is a fault. */
async function refused(response: Response): Promise<null> {
  const code = /<Code>([^<]*)</.exec(await response.text())?.[1] ?? `HTTP ${response.status}`;
  if (response.status === 404 && code !== 'NoSuchBucket') return null;
  throw response.status >= 500 && response.status !== 507
    ? awayOrFull(code)
    : faultOfCode(code, undefined, response.status);
}

const awayOrFull = (code: string): Fault =>
  FULL.test(code) ? storageFaults.full(code) : storageFaults.away(code);

function faultOfCode(code: string, cause?: unknown, status = 0): Fault {
  if (status === 507 || FULL.test(code)) return storageFaults.full(cause ?? code);
  if (status !== 0 && status !== 429 && code !== 'SlowDown')
    return storageFaults.bucketRefuses(code);
  return REFUSALS.has(code) ? storageFaults.bucketRefuses(code) : storageFaults.away(code, cause);
}

/** Of a listing only the code is known: these mean that the settings are wrong, whatever else that the server is away. */
const REFUSALS = new Set([
  'AccessDenied',
  'AllAccessDisabled',
  'AuthorizationHeaderMalformed',
  'InvalidAccessKeyId',
  'InvalidBucketName',
  'NoSuchBucket',
  'PermanentRedirect',
  'SignatureDoesNotMatch',
]);

async function inTime<T>(work: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new TooLate()), ANSWERS_WITHIN_MS);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : wordsOf(error);
}

const wordsOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
