import { afterAll, beforeEach, describe, expect, test } from 'bun:test';
import type { EngineRequest } from '../engine.ts';
import { faultOf } from '../testing/contract-run.ts';
import { ENGINE_KINDS } from '../wire/hosted-models.ts';
import { testRequests } from '../wire/testing/test-requests.ts';
import { createReplicateEngine } from './create-replicate-engine.ts';
import type { ReplicateSettings } from './replicate-setup.ts';
import { startReplicateServer } from './testing/replicate-server.ts';

const server = await startReplicateServer('r8-very-secret');
afterAll(() => server.close());
const requests = await testRequests();
const signal = new AbortController().signal;
const options = (key = crypto.randomUUID()) => ({ signal, key, onProgress: () => undefined });
const watch = { signal, onProgress: () => undefined };

const engineWith = (settings: Partial<ReplicateSettings> = {}) =>
  createReplicateEngine({
    token: server.token,
    baseUrl: server.url,
    lora: { model: 'XLabs-AI/flux-RealismLora', scale: 0.9 },
    pace: { firstMs: 1, longestMs: 2 },
    lookAgainMs: 1,
    ...settings,
  });
const engine = engineWith();

const make = async (request: EngineRequest, on = engine) =>
  on.follow(await on.submit(request, options()), watch);
const lastCreate = () => {
  const body = server.creates().at(-1)?.json;
  return JSON.parse(JSON.stringify(body ?? null)) as {
    version: string;
    input: Record<string, unknown>;
    webhook?: string;
  };
};
let before = 0;
beforeEach(() => {
  before = server.creates().length;
});
const created = () => server.creates().length - before;

describe('Replicate', () => {
  test('makes every kind it says it can, each with one create call', async () => {
    expect(engine.capabilities.map(({ kind }) => kind)).toEqual([...ENGINE_KINDS]);
    for (const kind of ENGINE_KINDS) {
      const output = await make(requests[kind]);
      expect(output.kind).toBe(kind === 'image-to-video' ? 'clip' : 'picture');
      expect(output.widthPx).toBeGreaterThan(0);
    }
    expect(created()).toBe(ENGINE_KINDS.length);
  });

  test('asks for a PNG, waits shortly and sets a deadline, so that forgotten work ends by itself', async () => {
    await make(requests['text-to-image']);
    const headers = server.creates().at(-1)?.headers;
    expect([headers?.prefer, headers?.['cancel-after']]).toEqual(['wait=5', '1200s']);
    expect(lastCreate()).toMatchObject({
      version: 'black-forest-labs/flux-dev-lora',
      input: { output_format: 'png', num_outputs: 1, aspect_ratio: '3:4', seed: 7 },
    });
  });

  test('sends the LoRA’s scale as asked: the fast path would multiply it by 1.5', async () => {
    await make(requests['text-to-image']);
    expect(lastCreate().input).toMatchObject({
      go_fast: false,
      lora_scale: 0.9,
      lora_weights:
        'https://huggingface.co/XLabs-AI/flux-RealismLora/resolve/main/lora.safetensors',
    });
  });

  test('the same seed at scale 0 and 0.9 gives two pictures, and twice the same one at 0.9', async () => {
    const at = async (loraScale: number) => {
      const output = await make({ ...requests['text-to-image'], loraScale });
      return Buffer.from(output.bytes).toString('base64');
    };
    const [none, some, again] = [await at(0), await at(0.9), await at(0.9)];
    expect(none).not.toBe(some);
    expect(some).toBe(again);
  });

  test('a LoRA whose weights nobody can find is refused when the engine is made', () => {
    expect(() => engineWith({ lora: { model: 'someone/unknown', scale: 1 } })).toThrow(
      'owner/repo/file.safetensors',
    );
  });

  test('the person comes first and the skeleton second, and both are named', async () => {
    await make(requests['pose-transfer']);
    const { input } = lastCreate();
    expect(Array.isArray(input.image) && input.image.length).toBe(2);
    expect(String(input.prompt)).toContain('the pose of image 2');
  });

  test('the face goes to `swap_image`, the picture that keeps everything else to `input_image`', async () => {
    await make(requests['face-swap']);
    const { input } = lastCreate();
    const face = Buffer.from(requests['face-swap'].face.bytes).toString('base64');
    expect(String(input.swap_image)).toEndWith(face);
    expect(String(input.input_image)).not.toEndWith(face);
  });

  test('large pictures are uploaded, and taken away again when the work is over', async () => {
    const bytes = new Uint8Array(300_000);
    bytes.set(requests.upscale.picture.bytes);
    const picture = { bytes, mediaType: 'image/png' };
    const ticket = await engine.submit({ ...requests.upscale, picture }, options());
    expect(String(lastCreate().input.image)).toStartWith(`${server.url}/files/`);
    expect(server.files.size).toBe(1);
    await engine.follow(ticket, watch);
    expect(server.files.size).toBe(0);
    server.play('unpaid');
    await faultOf(engine.submit({ ...requests.upscale, picture }, options()));
    expect(server.files.size).toBe(0);
  });

  test('a model that is not official runs in its newest version', async () => {
    const own = engineWith({ models: { 'text-to-image': 'xlabs-ai/flux-dev-realism' } });
    await make(requests['text-to-image'], own);
    expect(lastCreate().version).toBe('ab'.repeat(32));
    expect(lastCreate().input).toMatchObject({ lora_strength: 0.9 });
  });

  test('every known model takes the input that is made for it', async () => {
    for (const [kind, run] of [
      ['text-to-image', 'black-forest-labs/flux-schnell'],
      ['pose-transfer', 'black-forest-labs/flux-2-pro'],
      ['pose-transfer', 'black-forest-labs/flux-2-dev'],
      ['pose-transfer', 'qwen/qwen-image-edit-2511'],
      ['face-swap', 'qwen/qwen-image-edit-plus'],
    ] as const) {
      expect((await make(requests[kind], engineWith({ models: { [kind]: run } }))).kind).toBe(
        'picture',
      );
    }
  });
});

describe('what goes wrong at Replicate', () => {
  test('is refused at the door with the fault it means, and asked once', async () => {
    for (const [quirk, kind, seconds] of [
      ['throttled', 'rate_limited', 7],
      ['throttled-in-words', 'rate_limited', 30],
      ['unpaid', 'payment', undefined],
      ['broken', 'ambiguous_submit', undefined],
      ['crashes-after-accept', 'ambiguous_submit', undefined],
      ['crashes-before-accept', 'ambiguous_submit', undefined],
    ] as const) {
      const asked = server.creates().length;
      server.play(quirk);
      const fault = await faultOf(engine.submit(requests['text-to-image'], options()));
      expect([fault.kind, fault.retryAfterSeconds]).toEqual([kind, seconds]);
      expect(server.creates().length - asked).toBe(1);
    }
  });

  test('is told apart after the work was taken', async () => {
    for (const [quirk, kind] of [
      ['nsfw', 'content_refused'],
      ['keeps-pictures-back', 'content_refused'],
      ['no-face', 'invalid_input'],
      ['out-of-memory', 'bad_output'],
      ['ends-at-deadline', 'timed_out'],
      ['data-removed', 'result_expired'],
      ['link-expired', 'result_expired'],
      ['sends-a-page', 'bad_output'],
      ['sends-half-a-picture', 'bad_output'],
    ] as const) {
      server.play(quirk);
      expect([quirk, (await faultOf(make(requests['text-to-image']))).kind]).toEqual([quirk, kind]);
    }
  });

  test('half a transfer is fetched again, the work is not asked for again', async () => {
    server.play('half-transfer');
    expect((await make(requests['text-to-image'])).kind).toBe('picture');
    expect(created()).toBe(1);
  });

  test('work over its budget is given up and ended at Replicate', async () => {
    server.play('never-ends');
    const hasty = engineWith({ budgetMs: 20 });
    expect((await faultOf(make(requests['text-to-image'], hasty))).kind).toBe('timed_out');
    expect(server.works[0]?.status).toBe('canceled');
  });

  test('a cancelled prediction ends so; cancelling one that is done changes nothing', async () => {
    server.play('never-ends');
    const ticket = await engine.submit(requests['text-to-image'], options());
    await engine.cancel(ticket);
    expect((await faultOf(engine.follow(ticket, watch))).kind).toBe('cancelled');
    const done = await engine.submit(requests['text-to-image'], options());
    await engine.follow(done, watch);
    await engine.cancel(done);
    expect((await engine.follow(done, watch)).kind).toBe('picture');
  });

  test('a wrong key is said plainly and stands in no fault', async () => {
    const fault = await faultOf(
      engineWith({ token: 'r8-other-secret' }).submit(requests['text-to-image'], options()),
    );
    expect(fault.kind).toBe('authentication');
    expect(JSON.stringify([fault.message, fault.cause ?? ''])).not.toContain('r8-other');
  });
});

describe('a submit whose answer was lost', () => {
  const lost = async (on = engine, request: EngineRequest = requests['text-to-image']) => {
    const since = new Date();
    const key = crypto.randomUUID();
    await faultOf(on.submit(request, options(key)));
    return { key, since };
  };

  test('is found by the key in its webhook where the studio has a public address', async () => {
    const named = engineWith({ publicUrl: 'https://studio.example' });
    server.play('crashes-after-accept');
    const { key, since } = await lost(named, requests['face-swap']);
    const found = await named.find?.(key, since, requests['face-swap'], signal);
    expect(found).toMatchObject({ predictionId: server.works[0]?.id });
    expect(lastCreate().webhook).toBe(`https://studio.example/engines/replicate/${key}`);
    const nobody = await named.find?.(crypto.randomUUID(), since, requests['face-swap'], signal);
    expect(nobody).toBe('not-submitted');
  });

  test('is found by its words and its seed where it has none', async () => {
    const request = { ...requests['text-to-image'], seed: 4242 };
    server.play('crashes-after-accept');
    const { key, since } = await lost(engine, request);
    const found = await engine.find?.(key, since, request, signal);
    expect(found).toMatchObject({ predictionId: server.works[0]?.id, seed: 4242 });
    if (typeof found !== 'object') throw new Error('not found');
    expect((await engine.follow(found, watch)).kind).toBe('picture');
    expect(created()).toBe(1);
  });

  test('was never taken when nothing like it is there, and is unknown when it could be somebody’s', async () => {
    const quiet = await startReplicateServer(server.token);
    const own = engineWith({ baseUrl: quiet.url });
    const request = { ...requests['text-to-image'], seed: 777 };
    quiet.play('crashes-before-accept');
    const { key, since } = await lost(own, request);
    expect(await own.find?.(key, since, request, signal)).toBe('not-submitted');
    await make(requests['face-swap'], own);
    expect(await own.find?.(key, since, requests['face-swap'], signal)).toBe('unknown');
    await quiet.close();
  });
});
