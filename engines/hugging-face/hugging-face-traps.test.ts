import { afterAll, expect, test } from 'bun:test';
import type { EngineRequest } from '../engine.ts';
import { faultOf } from '../testing/contract-run.ts';
import { testRequests } from '../wire/testing/test-requests.ts';
import { createHuggingFaceEngine } from './create-hugging-face-engine.ts';
import type { HuggingFaceSettings } from './hugging-face-setup.ts';
import { LORA_PROVIDER_IDS, PROVIDER_IDS } from './provider.ts';
import { startHuggingFaceServer } from './testing/hugging-face-server.ts';

const server = await startHuggingFaceServer('hf_very_secret');
afterAll(() => server.close());
const requests = await testRequests();
const signal = new AbortController().signal;
const options = () => ({ signal, key: crypto.randomUUID(), onProgress: () => undefined });
const watch = { signal, onProgress: () => undefined };
const engineWith = (settings: Partial<HuggingFaceSettings> = {}) =>
  createHuggingFaceEngine({
    token: server.token,
    routerUrl: server.url,
    hubUrl: server.url,
    lora: { model: 'XLabs-AI/flux-RealismLora', scale: 0.9 },
    pace: { firstMs: 1, longestMs: 2 },
    ...settings,
  });
const make = async (request: EngineRequest, on = engineWith()) =>
  on.follow(await on.submit(request, options()), watch);

test('every provider makes every kind, in its own words', async () => {
  for (const provider of PROVIDER_IDS) {
    const takesLora = LORA_PROVIDER_IDS.includes(provider);
    const engine = engineWith({ providers: [provider], ...(takesLora ? {} : { lora: null }) });
    for (const { kind } of engine.capabilities) {
      const output = await make(requests[kind], engine);
      expect([provider, kind, output.kind]).toEqual([
        provider,
        kind,
        kind === 'image-to-video' ? 'clip' : 'picture',
      ]);
      expect(server.works.at(-1)?.provider).toBe(provider);
    }
  }
});

test('the LoRA goes to the endpoint that takes one, with its own scale instead of the 1 of the official client', async () => {
  for (const provider of LORA_PROVIDER_IDS) {
    await make(requests['text-to-image'], engineWith({ providers: [provider] }));
    expect([provider, server.loraScale()]).toEqual([provider, 0.9]);
    expect(server.works.at(-1)?.providerId).toContain(
      'flux-dev-lora'.slice(provider === 'fal-ai' ? 9 : 0),
    );
  }
});

test('Wavespeed is told the LoRA by its name at the hub', async () => {
  await make(requests['text-to-image'], engineWith({ providers: ['wavespeed'] }));
  expect(server.works.at(-1)?.input.loras).toEqual([
    { path: 'XLabs-AI/flux-RealismLora', scale: 0.9 },
  ]);
});

test('without a LoRA the base model is asked; who runs what is looked up once', async () => {
  const engine = engineWith({ lora: null });
  const asked = server.seen.length;
  await make(requests['text-to-image'], engine);
  await make(requests['text-to-image'], engine);
  expect(server.works.at(-1)?.providerId).toBe('fal-ai/flux/dev');
  const lookups = server.seen.slice(asked).filter(({ path }) => path.startsWith('/api/models/'));
  expect(lookups).toHaveLength(1);
});

test('a 503 is told as loading and never asked again in a loop; a model nobody runs is not configured', async () => {
  const before = server.creates().length;
  server.play('loading');
  const fault = await faultOf(make(requests['text-to-image']));
  expect([fault.kind, fault.retryAfterSeconds]).toEqual(['model_loading', 20]);
  expect(server.creates().length - before).toBe(1);
  server.play('unmapped');
  expect((await faultOf(make(requests['text-to-image']))).kind).toBe('not_configured');
  const nobody = engineWith({ models: { 'pose-transfer': 'some/model' } });
  expect((await faultOf(make(requests['pose-transfer'], nobody))).kind).toBe('not_configured');
});

test('an endpoint of one’s own gets LoRA and skeleton as parameters and answers with the picture', async () => {
  const engine = engineWith({ endpointUrl: `${server.url}/endpoint` });
  expect((await make(requests['text-to-image'], engine)).kind).toBe('picture');
  expect(server.works.at(-1)?.input.parameters).toMatchObject({ lora_scale: 0.9, seed: 7 });
  expect((await make(requests['pose-transfer'], engine)).kind).toBe('picture');
  expect(server.works.at(-1)?.input.parameters).toHaveProperty('control_image');
  const ticket = await engine.submit(requests['text-to-image'], options());
  const elsewhere = engineWith({ endpointUrl: `${server.url}/endpoint` });
  expect((await faultOf(elsewhere.follow(ticket, watch))).kind).toBe('result_expired');
});

test('providers that answer with the picture refuse in words, and never get a LoRA', async () => {
  const engine = engineWith({ providers: ['together'], lora: null });
  server.play('flagged');
  expect((await faultOf(make(requests['text-to-image'], engine))).kind).toBe('content_refused');
  const withLora = await faultOf(
    make(requests['text-to-image'], engineWith({ providers: ['together'] })),
  );
  expect(withLora.message).toContain('None of together runs XLabs-AI/flux-RealismLora as a LoRA');
});

test('what no provider of the operator does is not offered', () => {
  const kinds = (providers: HuggingFaceSettings['providers'], endpointUrl?: string) =>
    engineWith({ providers, endpointUrl, lora: null }).capabilities.map(({ kind }) => kind);
  expect(kinds(['nscale'])).toEqual(['text-to-image']);
  expect(kinds(['nscale'], `${server.url}/endpoint`)).toEqual(['text-to-image', 'pose-transfer']);
  expect(kinds(['together'])).toEqual(['text-to-image', 'pose-transfer', 'face-swap']);
});
