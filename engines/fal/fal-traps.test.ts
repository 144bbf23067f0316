import { afterAll, beforeEach, describe, expect, test } from 'bun:test';
import type { EngineRequest } from '../engine.ts';
import { faultOf } from '../testing/contract-run.ts';
import { ENGINE_KINDS } from '../wire/hosted-models.ts';
import { testRequests } from '../wire/testing/test-requests.ts';
import { createFalEngine, type FalSettings } from './create-fal-engine.ts';
import { startFalServer } from './testing/fal-server.ts';

const server = await startFalServer('fal-very-secret');
afterAll(() => server.close());
const requests = await testRequests();
const signal = new AbortController().signal;
const options = { signal, key: crypto.randomUUID(), onProgress: () => undefined };
const watch = { signal, onProgress: () => undefined };

const engineWith = (settings: Partial<FalSettings> = {}) =>
  createFalEngine({
    key: server.key,
    queueUrl: server.url,
    lora: { model: 'XLabs-AI/flux-RealismLora', scale: 0.9 },
    pace: { firstMs: 1, longestMs: 2 },
    ...settings,
  });
const engine = engineWith();
const make = async (request: EngineRequest, on = engine) =>
  on.follow(await on.submit(request, options), watch);
let before = 0;
beforeEach(() => {
  before = server.creates().length;
});
const created = () => server.creates().length - before;
const lastWork = () => server.works.at(-1);

describe('fal', () => {
  test('makes every kind it says it can, each with one create call', async () => {
    expect(engine.capabilities.map(({ kind }) => kind)).toEqual([...ENGINE_KINDS]);
    for (const kind of ENGINE_KINDS) {
      expect((await make(requests[kind])).kind).toBe(
        kind === 'image-to-video' ? 'clip' : 'picture',
      );
    }
    expect(created()).toBe(ENGINE_KINDS.length);
  });

  test('asks for a size as `image_size`, which alone is heeded', async () => {
    const picture = await make(requests['text-to-image']);
    expect([picture.widthPx, picture.heightPx]).toEqual([96, 128]);
    expect(lastWork()?.input).toMatchObject({ image_size: { width: 384, height: 512 } });
    expect(lastWork()?.input).not.toHaveProperty('width');
  });

  test('tells the LoRA’s scale, so that 0 and 0.9 give two pictures of one seed', async () => {
    const at = async (loraScale: number) =>
      Buffer.from((await make({ ...requests['text-to-image'], loraScale })).bytes).toString(
        'base64',
      );
    const [none, some, again] = [await at(0), await at(0.9), await at(0.9)];
    expect(none).not.toBe(some);
    expect(some).toBe(again);
    expect(lastWork()?.input.loras).toEqual([
      {
        path: 'https://huggingface.co/XLabs-AI/flux-RealismLora/resolve/main/lora.safetensors',
        scale: 0.9,
      },
    ]);
  });

  test('says how long it may wait, how long results are kept, and its key as a `Key`', async () => {
    await make(requests['text-to-image']);
    const headers = server.creates().at(-1)?.headers;
    expect(headers?.authorization).toBe('Key fal-very-secret');
    expect(headers?.['x-fal-request-timeout']).toBe('900');
    expect(headers?.['x-fal-object-lifecycle-preference']).toBe(
      '{"expiration_duration_seconds":3600}',
    );
  });

  test('follows the addresses it was given: they are shorter than the endpoint', async () => {
    const ticket = await engine.submit(requests['pose-transfer'], options);
    expect(lastWork()?.endpoint).toBe('fal-ai/qwen-image-edit-2511');
    const clip = await engine.submit(requests['image-to-video'], options);
    expect(String(clip.statusUrl)).toStartWith(`${server.url}/fal-ai/wan/requests/`);
    expect((await engine.follow(clip, watch)).kind).toBe('clip');
    expect((await engine.follow(ticket, watch)).kind).toBe('picture');
  });

  test('sends person and skeleton inside the request, not to a public place', async () => {
    await make(requests['pose-transfer']);
    const urls = lastWork()?.input.image_urls;
    expect(Array.isArray(urls) && urls.every((url) => String(url).startsWith('data:image/'))).toBe(
      true,
    );
    expect(Array.isArray(urls) && urls.length).toBe(2);
  });

  test('LoRA, skeleton and person go in one call where FLUX.1 is asked for', async () => {
    const flux = engineWith({ models: { 'pose-transfer': 'fal-ai/flux-general' } });
    await make(requests['pose-transfer'], flux);
    expect(lastWork()?.input).toMatchObject({
      loras: [{ scale: 0.9 }],
      controlnet_unions: [{ controls: [{ control_mode: 'pose' }] }],
    });
    const can = flux.capabilities.find(({ kind }) => kind === 'pose-transfer');
    expect([
      can?.keepsIdentity,
      can?.models.every((m) => m.licence.isCommercialUseAllowed === false),
    ]).toEqual([false, true]);
  });

  test('tells where in the line and how far the work is, never falling', async () => {
    const told: [number | null, string][] = [];
    const ticket = await engine.submit(requests['text-to-image'], options);
    await engine.follow(ticket, {
      signal,
      onProgress: ({ fraction, stage }) => told.push([fraction, stage]),
    });
    expect(told).toEqual([
      [null, 'queued'],
      [0.39, 'drawing'],
      [1, 'downloading'],
    ]);
  });
});

describe('what goes wrong at fal', () => {
  test('is refused at the door with the fault it means, and asked once', async () => {
    for (const [quirk, kind] of [
      ['throttled', 'rate_limited'],
      ['out-of-balance', 'payment'],
      ['broken', 'ambiguous_submit'],
      ['crashes-after-accept', 'ambiguous_submit'],
      ['strange-host', 'ambiguous_submit'],
    ] as const) {
      const asked = server.creates().length;
      server.play(quirk);
      const fault = await faultOf(engine.submit(requests['text-to-image'], options));
      expect([quirk, fault.kind]).toEqual([quirk, kind]);
      expect(server.creates().length - asked).toBe(1);
    }
  });

  test('is told apart after the work was taken: COMPLETED is no success', async () => {
    for (const [quirk, kind, cost] of [
      ['policy', 'content_refused', undefined],
      ['flagged', 'content_refused', undefined],
      ['keeps-picture-back', 'content_refused', undefined],
      ['no-face', 'invalid_input', undefined],
      ['machine-fails', 'bad_output', 0],
      ['waits-too-long', 'timed_out', 0],
      ['forgotten', 'result_expired', undefined],
      ['link-expired', 'result_expired', undefined],
      ['sends-a-page', 'bad_output', undefined],
    ] as const) {
      server.play(quirk);
      const fault = await faultOf(make(requests['text-to-image']));
      expect([quirk, fault.kind, fault.costUsd]).toEqual([quirk, kind, cost]);
    }
  });

  test('a hiccup while waiting and half a transfer are repaired without paying again', async () => {
    for (const quirk of ['status-hiccup', 'half-transfer'] as const) {
      const asked = server.creates().length;
      server.play(quirk);
      expect((await make(requests['text-to-image'])).kind).toBe('picture');
      expect(server.creates().length - asked).toBe(1);
    }
  });

  test('work over its budget is asked to stop; cancelled work ends so, done work stays done', async () => {
    server.play('never-ends');
    const fault = await faultOf(make(requests['text-to-image'], engineWith({ budgetMs: 20 })));
    expect([fault.kind, lastWork()?.isCancelled]).toEqual(['timed_out', true]);
    server.play('never-ends');
    const ticket = await engine.submit(requests['text-to-image'], options);
    await engine.cancel(ticket);
    expect((await faultOf(engine.follow(ticket, watch))).kind).toBe('cancelled');
    const done = await engine.submit(requests['text-to-image'], options);
    await engine.follow(done, watch);
    await engine.cancel(done);
    expect((await engine.follow(done, watch)).kind).toBe('picture');
  });

  test('a wrong key is said plainly and stands in no fault, and no key lies in a ticket', async () => {
    const fault = await faultOf(
      engineWith({ key: 'fal-other-secret' }).submit(requests['text-to-image'], options),
    );
    expect(fault.kind).toBe('authentication');
    expect(JSON.stringify([fault.message, fault.cause ?? ''])).not.toContain('fal-other');
    const ticket = await engine.submit(requests['text-to-image'], options);
    expect(JSON.stringify(ticket)).not.toContain('fal-very-secret');
  });
});
