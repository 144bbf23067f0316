import { EngineFault } from '../engine.ts';
import { callService, type ServiceAnswer } from './call-service.ts';
import { bytesOfBase64 } from './data-url.ts';
import { faultOfStatus } from './fault-of-status.ts';
import { restFor } from './poll.ts';

interface Output {
  readonly service: string;
  /** An address, or a data URL. */
  readonly url: string;
  /** Sent only to the host that `isOwnHost` knows: output links lead to strangers' storage. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly isOwnHost?: (host: string) => boolean;
  /** Where the service itself is reached without TLS (a server of one's own, a test), its links may be so too. */
  readonly isPlainAllowed?: boolean;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  readonly secrets: readonly string[];
  readonly pauseMs?: number;
}

const TRIES = 3;
/** A link that is gone says so in one of these ways. */
const GONE = { 403: 'result_expired', 404: 'result_expired', 410: 'result_expired' } as const;

/**
 * Copies what a service made to us, at once: its links last minutes. Broken and half transfers are tried again, as
 * reading costs nothing.
 * @throws EngineFault `result_expired` when the link no longer leads anywhere, `bad_output`, `unavailable`, `cancelled`
 */
export async function downloadOutput(output: Output): Promise<Uint8Array> {
  if (output.url.startsWith('data:')) return inlineBytes(output);
  const url = linkOf(output);
  for (let tries = 1; ; tries += 1) {
    try {
      return bytesOf(await get(output, url), output);
    } catch (error) {
      const mayPass = error instanceof EngineFault && error.kind === 'unavailable' && tries < TRIES;
      if (!mayPass) throw error;
      await restFor((output.pauseMs ?? 500) * tries, output.signal, output.service);
    }
  }
}

function inlineBytes(output: Output): Uint8Array {
  const bytes = bytesOfBase64(output.url);
  if (bytes && bytes.byteLength > 0) return bytes;
  throw new EngineFault('bad_output', `${output.service} sent a data URL that cannot be read.`);
}

function linkOf(output: Output): URL {
  const url = URL.parse(output.url);
  const isFine =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && output.isPlainAllowed === true);
  if (url && isFine) return url;
  throw new EngineFault('bad_output', `${output.service} sent a link that is not https.`);
}

function get(output: Output, url: URL): Promise<ServiceAnswer> {
  const isOwn = output.isOwnHost?.(url.host) === true;
  return callService({
    service: output.service,
    url: url.href,
    headers: { accept: '*/*', ...(isOwn ? output.headers : {}) },
    signal: output.signal,
    timeoutMs: output.timeoutMs,
    secrets: output.secrets,
  });
}

function bytesOf(answer: ServiceAnswer, output: Output): Uint8Array {
  const { service, secrets } = output;
  if (answer.status < 200 || answer.status >= 300) {
    throw faultOfStatus({ service, answer, secrets, kinds: GONE });
  }
  const promised = Number(answer.headers.get('content-length') ?? Number.NaN);
  const isPacked = answer.headers.has('content-encoding');
  if (!isPacked && promised > answer.bytes.byteLength) {
    throw new EngineFault('unavailable', `${service}: the transfer of the result broke off.`);
  }
  if (answer.bytes.byteLength > 0) return answer.bytes;
  throw new EngineFault('bad_output', `${service} sent an empty file.`);
}
