import { afterAll, describe, expect, test } from 'bun:test';
import { createServer } from 'node:net';
import sharp from 'sharp';
import { EngineFault } from '../engine.ts';
import { faultOf } from '../testing/contract-run.ts';
import { callService } from './call-service.ts';
import { bytesOfBase64, dataUrl } from './data-url.ts';
import { downloadOutput } from './download-output.ts';
import { faultOfStatus } from './fault-of-status.ts';
import { fitPicture } from './fit-picture.ts';
import { pollUntil } from './poll.ts';
import { readClip } from './read-clip.ts';
import { readPicture } from './read-picture.ts';
import { redact } from './redact.ts';
import { retryAfterSeconds } from './retry-after.ts';
import { CLIP, clipBytes } from './testing/clip-bytes.ts';

const signal = new AbortController().signal;
const png = async (background = '#336699') =>
  new Uint8Array(
    await sharp({ create: { width: 40, height: 60, channels: 3, background } })
      .png()
      .toBuffer(),
  );

/** A server that reads a request and hangs up, as a crash between accept and answer looks from here. */
const requests: string[] = [];
const hangsUp = createServer((socket) => {
  socket.on('error', () => undefined);
  socket.on('data', (data) => {
    requests.push(String(data));
    socket.destroy();
  });
});
await new Promise<void>((done) => hangsUp.listen(0, '127.0.0.1', done));
const address = hangsUp.address();
const hangUpUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;

let halves = 0;
const files = Bun.serve({
  port: 0,
  async fetch(request) {
    const { pathname } = new URL(request.url);
    if (pathname === '/gone') return new Response('<Error>expired</Error>', { status: 403 });
    if (pathname === '/empty') return new Response('');
    if (pathname === '/auth') return new Response(request.headers.get('authorization') ?? 'none');
    if (pathname === '/slow') return await new Promise<Response>(() => undefined);
    return new Response(await png());
  },
});
/** Promises 1000 bytes; the first time it sends ten of them. */
const halfServer = createServer((socket) => {
  socket.on('error', () => undefined);
  socket.on('data', () => {
    halves += 1;
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n');
    socket.end(Buffer.alloc(halves === 1 ? 10 : 1000, 7));
  });
});
await new Promise<void>((done) => halfServer.listen(0, '127.0.0.1', done));
const halfAddress = halfServer.address();
const halfUrl = `http://127.0.0.1:${typeof halfAddress === 'object' ? halfAddress?.port : 0}/`;

afterAll(async () => {
  hangsUp.close();
  halfServer.close();
  await files.stop(true);
});

const call = { service: 'Test', signal, timeoutMs: 5_000, secrets: ['sesame-secret'] };
const output = { ...call, isPlainAllowed: true, pauseMs: 1 };
const at = (path: string) => new URL(path, files.url).href;

describe('a call', () => {
  test('that may cost and lost its answer is ambiguous, and was sent once', async () => {
    const fault = await faultOf(
      callService({ ...call, url: hangUpUrl, method: 'POST', json: {}, mayCost: true }),
    );
    expect(fault.kind).toBe('ambiguous_submit');
    expect(requests).toHaveLength(1);
  });

  test('that never reached anybody is only unavailable, also when it may cost', async () => {
    const refused = 'http://127.0.0.1:1/';
    const fault = await faultOf(
      callService({ ...call, url: refused, method: 'POST', json: {}, mayCost: true }),
    );
    expect(fault.kind).toBe('unavailable');
    const unknown = await faultOf(callService({ ...call, url: 'http://no-such-host.invalid/' }));
    expect(unknown.kind).toBe('unavailable');
  });

  test('that takes too long is unavailable when free and ambiguous when it may cost', async () => {
    const slow = { ...call, url: at('/slow'), timeoutMs: 30 };
    expect((await faultOf(callService(slow))).kind).toBe('unavailable');
    expect((await faultOf(callService({ ...slow, mayCost: true }))).kind).toBe('ambiguous_submit');
  });

  test('that is stopped before it is sent is cancelled', async () => {
    const stopped = AbortSignal.abort(new Error('stop'));
    const fault = await faultOf(
      callService({ ...call, url: at('/slow'), signal: stopped, mayCost: true }),
    );
    expect(fault.kind).toBe('cancelled');
  });
});

describe('words of a service', () => {
  test('lose keys, base64 and query strings before they stand in a fault', () => {
    const told = redact(`bad key sesame-secret at https://x.test/a?sig=abc ${'A'.repeat(300)}`, [
      'sesame-secret',
    ]);
    expect(told).toBe('bad key [key] at https://x.test/a […]');
  });

  test('tell how long to wait, in a header, a date or the body', () => {
    const now = Date.parse('2026-01-01T00:00:00Z');
    const header = (value: string) => new Headers({ 'retry-after': value });
    expect(retryAfterSeconds(header('7'), null)).toBe(7);
    expect(retryAfterSeconds(header('Thu, 01 Jan 2026 00:00:09 GMT'), null, now)).toBe(9);
    const body = { detail: 'Request was throttled. Your rate limit resets in ~30s.' };
    expect(retryAfterSeconds(new Headers(), body)).toBe(30);
    expect(retryAfterSeconds(new Headers(), { retry_after: 30 })).toBe(30);
    expect(retryAfterSeconds(new Headers(), { message: 'no' })).toBeUndefined();
  });

  test('become the fault their status means', () => {
    const judge = (status: number, mayCost = false, body: unknown = { messege: 'sesame-secret' }) =>
      faultOfStatus({
        service: 'Test',
        answer: {
          status,
          headers: new Headers(),
          bytes: new Uint8Array(),
          json: body,
          text: JSON.stringify(body),
        },
        mayCost,
        secrets: ['sesame-secret'],
      });
    const kinds = [400, 401, 402, 403, 404, 410, 422, 429, 500, 503].map((s) => judge(s).kind);
    expect(kinds).toEqual([
      'invalid_input',
      'authentication',
      'payment',
      'authentication',
      'not_configured',
      'result_expired',
      'invalid_input',
      'rate_limited',
      'unavailable',
      'unavailable',
    ]);
    expect(judge(502, true).kind).toBe('ambiguous_submit');
    expect(judge(401).message).toBe('Test answered 401: [key]');
  });
});

describe('asking until it is done', () => {
  const pace = { firstMs: 1, longestMs: 2, budgetMs: 5_000 };
  test('waits out passing faults and throws the others at once', async () => {
    const answers = [
      new EngineFault('unavailable', 'x'),
      null,
      new EngineFault('rate_limited', 'y'),
    ];
    const ask = async () => {
      const next = answers.length > 0 ? answers.shift() : 'done';
      if (next instanceof EngineFault) throw next;
      return next ?? null;
    };
    expect(await pollUntil({ service: 'Test', pace, signal, ask })).toBe('done');
    let asked = 0;
    const refuse = async () => {
      asked += 1;
      throw new EngineFault('authentication', 'no');
    };
    const fault = await faultOf(pollUntil({ service: 'Test', pace, signal, ask: refuse }));
    expect([fault.kind, asked]).toEqual(['authentication', 1]);
  });

  test('ends when the budget is used up, and at once when stopped', async () => {
    const ask = async () => null;
    const broke = pollUntil({ service: 'Test', pace: { ...pace, budgetMs: 5 }, signal, ask });
    expect((await faultOf(broke)).kind).toBe('timed_out');
    const control = new AbortController();
    const slow = { firstMs: 60_000, longestMs: 60_000, budgetMs: 600_000 };
    const waiting = pollUntil({ service: 'Test', pace: slow, signal: control.signal, ask });
    control.abort();
    expect((await faultOf(waiting)).kind).toBe('cancelled');
  });
});

describe('what a service made', () => {
  test('is copied, also on a second try after half a transfer', async () => {
    expect((await downloadOutput({ ...output, url: at('/picture') })).byteLength).toBeGreaterThan(
      50,
    );
    expect((await downloadOutput({ ...output, url: halfUrl })).byteLength).toBe(1000);
    expect(halves).toBe(2);
  });

  test('is expired when its link is gone, and bad when it is empty or not https', async () => {
    const kind = async (url: string, more = {}) =>
      (await faultOf(downloadOutput({ ...output, url, ...more }))).kind;
    expect(await kind(at('/gone'))).toBe('result_expired');
    expect(await kind(at('/empty'))).toBe('bad_output');
    expect(await kind(at('/picture'), { isPlainAllowed: false })).toBe('bad_output');
    expect(await kind('file:///etc/passwd')).toBe('bad_output');
    expect(await kind('data:image/png;base64,')).toBe('bad_output');
  });

  test('is fetched with the key only where the link leads to the service itself', async () => {
    const headers = { authorization: 'Bearer sesame-secret' };
    const ask = async (own: boolean) =>
      new TextDecoder().decode(
        await downloadOutput({ ...output, url: at('/auth'), headers, isOwnHost: () => own }),
      );
    expect(await ask(false)).toBe('none');
    expect(await ask(true)).toBe('Bearer sesame-secret');
  });

  test('is a picture by its bytes; a page, half a picture and a black frame are told apart', async () => {
    const whole = await png();
    expect(await readPicture(whole, 'Test')).toMatchObject({
      mediaType: 'image/png',
      widthPx: 40,
      heightPx: 60,
    });
    const html = new TextEncoder().encode('<html>error</html>');
    expect((await faultOf(readPicture(html, 'Test'))).kind).toBe('bad_output');
    const noise = await sharp({
      create: {
        width: 200,
        height: 200,
        channels: 3,
        background: '#808080',
        noise: { type: 'gaussian', mean: 128, sigma: 60 },
      },
    })
      .jpeg()
      .toBuffer();
    const half = new Uint8Array(noise.subarray(0, noise.byteLength / 2));
    expect((await faultOf(readPicture(half, 'Test'))).kind).toBe('bad_output');
    expect((await faultOf(readPicture(await png('#000000'), 'Test'))).kind).toBe('content_refused');
    const gif = await sharp(whole).gif().toBuffer();
    expect((await readPicture(new Uint8Array(gif), 'Test')).mediaType).toBe('image/png');
  });

  test('is a clip by its container; a picture and half a clip are not', async () => {
    const clip = await clipBytes();
    expect(await readClip(clip, 'Test')).toMatchObject({ ...CLIP, mediaType: 'video/mp4' });
    const half = clip.subarray(0, 500);
    expect((await faultOf(readClip(half, 'Test'))).kind).toBe('bad_output');
    expect((await faultOf(readClip(await png(), 'Test'))).kind).toBe('bad_output');
  });
});

describe('what is sent', () => {
  test('is untouched when it fits and a smaller JPEG when it does not', async () => {
    const small = { bytes: await png(), mediaType: 'image/png' };
    expect(await fitPicture(small, { longestSidePx: 100, bytesMax: 99_999 })).toBe(small);
    const shrunk = await fitPicture(small, { longestSidePx: 30, bytesMax: 99_999 });
    expect((await sharp(shrunk.bytes).metadata()).height).toBe(30);
    expect(shrunk.mediaType).toBe('image/jpeg');
    const fault = await faultOf(
      fitPicture(
        { bytes: new Uint8Array(9), mediaType: 'image/png' },
        { longestSidePx: 9, bytesMax: 9 },
      ),
    );
    expect(fault.kind).toBe('invalid_input');
  });

  test('survives as a data URL and back', () => {
    const bytes = Uint8Array.from([1, 2, 3, 250]);
    const url = dataUrl({ bytes, mediaType: 'image/png' });
    expect(bytesOfBase64(url)).toEqual(bytes);
    expect(bytesOfBase64(url.slice(url.indexOf(',') + 1))).toEqual(bytes);
    expect(bytesOfBase64('<html>')).toBeNull();
  });
});
