import { EngineFault } from '../engine.ts';
import { redact } from './redact.ts';
import { createEventReader } from './server-events.ts';

const ANSWER_BYTES_MAX = 96 * 1024 * 1024;

export interface ServiceCall {
  /** As the operator knows it: stands in faults. */
  readonly service: string;
  readonly url: string;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly body?: FormData | Uint8Array<ArrayBuffer>;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  /** A lost answer to a call that may have begun paid work is ambiguous; to any other it only means: ask again. */
  readonly mayCost?: boolean;
  /** Told of every server-sent event while it comes in, where the answer is a stream of them. */
  readonly onEvent?: (event: unknown) => void;
  /** Never to be seen in a fault. */
  readonly secrets: readonly string[];
}

export interface ServiceAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  /** The body as JSON, or undefined when it is something else. */
  readonly json: unknown;
  readonly text: string;
}

/** Codes of a connection that never stood, so nothing was sent. */
const NEVER_SENT =
  /^(ECONNREFUSED|ConnectionRefused|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|FailedToOpenSocket|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_|UNABLE_TO_|SELF_SIGNED_)/;

/**
 * One HTTP call, never repeated here. Answers whatever status came back; the caller judges it.
 * @throws EngineFault `unavailable` (nothing was sent, or a free call broke or took too long), `cancelled` (by us),
 *   `ambiguous_submit` (a call that may cost was sent and its answer is lost)
 */
export async function callService(call: ServiceCall): Promise<ServiceAnswer> {
  if (call.signal.aborted)
    throw new EngineFault('cancelled', `${call.service}: stopped before it was asked.`);
  const limit = AbortSignal.timeout(call.timeoutMs);
  try {
    const response = await fetch(call.url, {
      method: call.method ?? 'GET',
      headers: {
        accept: 'application/json',
        ...(call.json === undefined ? {} : { 'content-type': 'application/json' }),
        ...call.headers,
      },
      ...bodyOf(call),
      signal: AbortSignal.any([call.signal, limit]),
      // A pooled connection may have died while idle; for paid work that would look like a lost answer.
      keepalive: call.mayCost !== true,
    });
    const bytes = await readAll(
      response,
      ANSWER_BYTES_MAX,
      call.service,
      readerFor(call, response),
    );
    return answerOf(response, bytes);
  } catch (error) {
    throw faultOfBrokenCall(call, error, limit.aborted);
  }
}

function bodyOf(call: ServiceCall): { body?: BodyInit } {
  if (call.json !== undefined) return { body: JSON.stringify(call.json) };
  return call.body === undefined ? {} : { body: call.body };
}

function answerOf(response: Response, bytes: Uint8Array): ServiceAnswer {
  let text: string | undefined;
  const asText = () => {
    text ??= new TextDecoder().decode(bytes);
    return text;
  };
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    get text() {
      return asText();
    },
    get json() {
      const first = bytes.find((byte) => byte > 0x20);
      if (first !== 0x7b && first !== 0x5b && first !== 0x22) return undefined;
      try {
        return JSON.parse(asText());
      } catch {
        return undefined;
      }
    },
  };
}

function readerFor({ onEvent }: ServiceCall, response: Response) {
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
  return onEvent && isStream ? createEventReader(onEvent) : undefined;
}

/** The whole body, refused beyond `bytesMax` before it fills the memory. @throws EngineFault `bad_output` */
export async function readAll(
  response: Response,
  bytesMax: number,
  service: string,
  onPart?: (part: Uint8Array) => void,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.byteLength;
    if (length > bytesMax) {
      throw new EngineFault('bad_output', `${service} sent more than ${bytesMax} bytes.`);
    }
    parts.push(part);
    onPart?.(part);
  }
  return new Uint8Array(Buffer.concat(parts, length));
}

function faultOfBrokenCall(call: ServiceCall, error: unknown, isTimeUp: boolean): EngineFault {
  if (error instanceof EngineFault) return error;
  const wasSent = !NEVER_SENT.test(codeOf(error));
  const told = redact(error instanceof Error ? error.message : String(error), call.secrets);
  if (call.mayCost === true && wasSent) {
    return new EngineFault(
      'ambiguous_submit',
      `${call.service} took the request but its answer was lost: ${told}`,
    );
  }
  if (call.signal.aborted) return new EngineFault('cancelled', `${call.service}: stopped.`);
  const why = isTimeUp ? `did not answer in ${call.timeoutMs} ms` : `could not be reached: ${told}`;
  return new EngineFault('unavailable', `${call.service} ${why}.`);
}

/** Bun puts the code on the error, Node on its cause. */
function codeOf(error: unknown): string {
  for (const at of [error, error instanceof Error ? error.cause : undefined]) {
    if (typeof at === 'object' && at !== null && 'code' in at && typeof at.code === 'string') {
      return at.code;
    }
  }
  return '';
}
