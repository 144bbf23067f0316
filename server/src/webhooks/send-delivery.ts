import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import ipaddr from 'ipaddr.js';
import { Webhook } from 'standardwebhooks';
import { AddressRefused, guardedLookup, hostOf, type Resolve } from './public-addresses.ts';

export interface Envelope {
  /** `webhook-id`: the receiver knows a repetition by it. */
  id: string;
  url: string;
  body: string;
  /** One signature each; the newest first. */
  secrets: readonly string[];
}

export interface SendOptions {
  resolve: Resolve;
  mayReach(address: string): boolean;
  timeoutMs: number;
  now(): Date;
  signal: AbortSignal;
}

/** What came of one attempt; `error` is null when it was delivered. */
export interface Attempt {
  status: number | null;
  error: string | null;
  /** The beginning of the answer. */
  answer: string | null;
  milliseconds: number;
  /** How long the receiver asked to be left alone. */
  retryAfterSeconds: number | null;
}

const ANSWER_CHARACTERS_MAX = 1_000;

/**
 * One signed POST as Standard Webhooks describes it (https://www.standardwebhooks.com). Redirects are not followed:
 * the signature is for this address, and a redirect may lead inside. Never throws.
 */
export async function sendDelivery(envelope: Envelope, options: SendOptions): Promise<Attempt> {
  const began = performance.now();
  const since = () => Math.round(performance.now() - began);
  try {
    const { status, answer, retryAfterSeconds } = await post(envelope, options);
    const error = errorOfStatus(status);
    return { status, answer, error, milliseconds: since(), retryAfterSeconds };
  } catch (error) {
    const words = wordsOf(error, options.timeoutMs);
    return {
      status: null,
      answer: null,
      error: words,
      milliseconds: since(),
      retryAfterSeconds: null,
    };
  }
}

function post(
  { id, url: text, body, secrets }: Envelope,
  options: SendOptions,
): Promise<Pick<Attempt, 'answer' | 'retryAfterSeconds'> & { status: number }> {
  const url = new URL(text);
  const host = hostOf(url);
  // A lookup is not asked for what is an address already.
  if (ipaddr.isValid(host) && !options.mayReach(host)) throw new AddressRefused(host);
  const at = options.now();
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, at, body));
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(options.timeoutMs)]);
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const request = send(url, {
      method: 'POST',
      signal,
      // A connection of its own each time, so that every one passes the guard.
      agent: false,
      lookup: guardedLookup(options.resolve, options.mayReach),
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Lumiku-Webhooks/1',
        'webhook-id': id,
        'webhook-timestamp': Math.floor(at.getTime() / 1_000),
        'webhook-signature': signatures.join(' '),
      },
    });
    request.once('error', reject);
    request.once('response', (response) => {
      readAnswer(response).then((answer) => {
        const retryAfterSeconds = secondsOf(response.headers['retry-after']);
        resolve({ status: response.statusCode ?? 0, answer, retryAfterSeconds });
      }, reject);
    });
    request.end(body);
  });
}

/** Reads no more than is kept: an answer may be endless. */
async function readAnswer(response: IncomingMessage): Promise<string> {
  let text = '';
  response.setEncoding('utf8');
  for await (const part of response) {
    text += part;
    if (text.length > ANSWER_CHARACTERS_MAX) break;
  }
  response.destroy();
  return text.slice(0, ANSWER_CHARACTERS_MAX);
}

function secondsOf(header: string | undefined): number | null {
  const seconds = Number(header);
  return header !== undefined && Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}

function errorOfStatus(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400)
    return `Answered ${status}, a redirect; redirects are not followed.`;
  return `Answered ${status} instead of 2xx.`;
}

function wordsOf(error: unknown, timeoutMs: number): string {
  if (error instanceof AddressRefused) return error.message;
  const { name, code, message } =
    error instanceof Error ? { code: undefined, ...errorParts(error) } : UNKNOWN;
  if (name === 'TimeoutError' || name === 'AbortError') {
    return `No answer within ${Math.round(timeoutMs / 1_000)} seconds.`;
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return 'The name of the server cannot be found.';
  if (code === 'ECONNREFUSED') return 'The server does not accept connections.';
  if (code === 'ECONNRESET') return 'The connection was closed before an answer came.';
  return message;
}

const UNKNOWN = { name: '', code: undefined, message: 'Nothing could be sent.' };

function errorParts(error: Error): { name: string; code?: unknown; message: string } {
  const { name, message } = error;
  return 'code' in error ? { name, message, code: error.code } : { name, message };
}
