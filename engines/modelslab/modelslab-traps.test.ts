import { afterAll, expect, test } from 'bun:test';
import type { EngineRequest } from '../engine.ts';
import { faultOf } from '../testing/contract-run.ts';
import { testRequests } from '../wire/testing/test-requests.ts';
import { createModelsLabEngine, type ModelsLabSettings } from './create-modelslab-engine.ts';
import { startModelsLabServer } from './testing/modelslab-server.ts';

const server = await startModelsLabServer('ml-very-secret');
afterAll(() => server.close());
const requests = await testRequests();
const signal = new AbortController().signal;
const options = { signal, key: crypto.randomUUID(), onProgress: () => undefined };
const watch = { signal, onProgress: () => undefined };
const engineWith = (settings: Partial<ModelsLabSettings> = {}) =>
  createModelsLabEngine({
    key: server.key,
    baseUrl: server.url,
    lora: { id: 'flux-realism', scale: 0.9 },
    pace: { firstMs: 1, longestMs: 2 },
    ...settings,
  });
const engine = engineWith();
const make = async (request: EngineRequest, on = engine) =>
  on.follow(await on.submit(request, options), watch);
const lastBody = () => server.works.at(-1)?.body ?? {};

test('the prompt is left as it is, the LoRA is told with its strength, and the key travels in the body', async () => {
  await make(requests['text-to-image']);
  expect(lastBody()).toMatchObject({
    ...{ key: 'ml-very-secret', model_id: 'fluxdev', enhance_prompt: false, seed: 7 },
    ...{
      lora_model: 'flux-realism',
      lora_strength: '0.9',
      prompt: requests['text-to-image'].prompt,
    },
  });
});

test('`flux` is asked for neither a LoRA nor a negative prompt, which it does not take', async () => {
  await make(requests['text-to-image'], engineWith({ models: { 'text-to-image': 'flux' } }));
  expect(lastBody()).not.toHaveProperty('lora_model');
  expect(lastBody()).not.toHaveProperty('negative_prompt');
});

test('a face swap puts no watermark on the picture, which is the default there', async () => {
  await make(requests['face-swap']);
  expect(lastBody().watermark).toBe(false);
});

test('ControlNet’s pose is called `pose` for fluxdev and `openpose` for the others, drawn skeletons get no hint', async () => {
  for (const [model, type] of [
    ['fluxdev', 'pose'],
    ['realistic-vision-v51', 'openpose'],
  ] as const) {
    await make(requests['pose-transfer'], engineWith({ models: { 'pose-transfer': model } }));
    expect(lastBody()).toMatchObject({ controlnet_type: type, auto_hint: 'no' });
  }
});

test('pictures are sent as addresses of ModelsLab, person first', async () => {
  await make(requests['pose-transfer']);
  const pictures = lastBody().init_image;
  expect(Array.isArray(pictures) && pictures.length).toBe(2);
});

test('an error inside a 200 is one, also in its older spelling, and what it means is told apart', async () => {
  for (const [quirk, kind] of [
    ['no-in-200', 'invalid_input'],
    ['no-in-200-misspelt', 'invalid_input'],
    ['refuses-key', 'authentication'],
    ['unpaid', 'payment'],
    ['queue-full', 'rate_limited'],
    ['broken', 'ambiguous_submit'],
  ] as const) {
    server.play(quirk);
    const fault = await faultOf(engine.submit(requests['text-to-image'], options));
    expect([quirk, fault.kind]).toEqual([quirk, kind]);
    expect(Bun.inspect(fault)).not.toContain('ml-very-secret');
  }
});

test('the key follows no address that is not ModelsLab’s own', async () => {
  server.play('foreign-address');
  expect((await faultOf(make(requests['text-to-image']))).kind).toBe('bad_output');
});

test('work that is done at once is not asked for again, and no ticket holds the key', async () => {
  server.play('done-at-once');
  const asked = server.seen.length;
  const ticket = await engine.submit(requests['text-to-image'], options);
  expect(JSON.stringify(ticket)).not.toContain('ml-very-secret');
  expect((await engine.follow(ticket, watch)).kind).toBe('picture');
  expect(server.seen.length - asked).toBe(1);
});
