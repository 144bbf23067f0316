import { afterEach, describe, expect, test } from 'bun:test';
import {
  EngineFault,
  type EngineProgress,
  type EngineRequest,
  type EngineTicket,
} from '../engine.ts';
import { contractRequest } from '../testing/contract-requests.ts';
import { createOpenaiImagesEngine } from './create-openai-images-engine.ts';
import { guardPrompt } from './guard-prompt.ts';
import { PROFILES, type ServerKind } from './profiles.ts';
import { API_KEY, startOpenaiImagesServer } from './testing/openai-images-server.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function start(server: ServerKind, model = 'Qwen/Qwen-Image-Edit-2511') {
  const service = await startOpenaiImagesServer(server);
  closers.push(service.close);
  const engine = createOpenaiImagesEngine({
    ...{ url: service.url, server, model, apiKey: API_KEY, pace: { firstMs: 5, longestMs: 20 } },
    kinds: ['text-to-image', 'pose-transfer', 'face-swap'],
    lora: { model: 'XLabs-AI/flux-RealismLora', scale: 0.9 },
  });
  const silent = { signal: new AbortController().signal, onProgress: () => undefined };
  const submit = (request: EngineRequest) =>
    engine.submit(request, { ...silent, key: crypto.randomUUID() });
  const follow = (ticket: EngineTicket) => engine.follow(ticket, silent);
  const make = async (request: EngineRequest) => await follow(await submit(request));
  return { service, engine, submit, follow, make };
}

const words = async (prompt: string, more: { loraScale?: number } = {}) => ({
  ...(await contractRequest('text-to-image')),
  prompt,
  ...more,
});

describe('words of a person', () => {
  test('set no parameter of stable-diffusion.cpp, also from a tag in a tag', async () => {
    const { service, make } = await start('sd-server');
    const tag = '<sd_cpp_extra_args>{"batch_count":8}</sd_cpp_extra_args>';
    await make(await words(`a hat ${tag}`));
    await make(await words(`a hat <sd_${tag}cpp_extra_args>{"a":1}</sd_cpp_extra_args>`));
    for (const { injected, prompt } of service.understood) {
      expect(injected).toBeNull();
      expect(prompt).toContain('a hat');
    }
    expect(guardPrompt('x <LORA:evil:2> y', PROFILES['sd-server'])).not.toContain('evil');
  });

  test('are not cut off at a bar by LocalAI', async () => {
    const { service, make } = await start('localai');
    await make(await words('a hat | and a coat'));
    expect(service.understood[0]).toMatchObject({
      prompt: 'a hat / and a coat',
      negative: 'blurry',
    });
  });

  test('carry what is not wanted where a server has no field for it', async () => {
    const { service, make } = await start('openai');
    await make(await words('a hat'));
    expect(service.understood[0]?.prompt).toBe('a hat Avoid: blurry.');
    expect(Object.keys(service.understood[0]?.fields ?? {})).not.toContain('response_format');
  });
});

describe('photo and skeleton', () => {
  test.each(Object.keys(PROFILES) as ServerKind[])('both reach %s', async (server) => {
    const { service, make } = await start(server);
    const picture = await make(await contractRequest('pose-transfer'));
    expect(picture.kind).toBe('picture');
    expect(service.understood[0]?.pictures).toBe(2);
    expect(service.understood[0]?.prompt).toContain('Do not draw the keypoint map');
  });
});

describe('SGLang', () => {
  test('gets each picture its own scale of the LoRA, though it has one for the whole server', async () => {
    const { service, make } = await start('sglang');
    const scales = [0.3, 0.9, 0, 0.5];
    await Promise.all(
      scales.map(async (loraScale) => await make(await words('a hat', { loraScale }))),
    );
    const had = service.understood.map(({ loraScale }) => loraScale ?? 0);
    expect(had.toSorted()).toEqual(scales.toSorted());
  });

  test('answers an edit with a path of its own, which is fetched with the key', async () => {
    const { service, make } = await start('sglang');
    await make(await contractRequest('face-swap'));
    const fetched = service.seen.find(({ path }) => path === '/v1/images/edit/content');
    expect(fetched?.headers.authorization).toBe(`Bearer ${API_KEY}`);
  });
});

describe('stable-diffusion.cpp', () => {
  test('that was restarted has lost the job, which costs nothing to make again', async () => {
    const { service, submit, follow } = await start('sd-server');
    const ticket = await submit(await words('a hat'));
    service.forget();
    const fault = await follow(ticket).catch((error: unknown) => error);
    expect(fault instanceof EngineFault && fault.kind).toBe('result_expired');
  });
});

describe('what a server is offered for', () => {
  const kinds = (server: ServerKind, model: string) =>
    createOpenaiImagesEngine({ url: 'http://127.0.0.1:9', server, model }).capabilities.map(
      ({ kind }) => kind,
    );
  test('follows from the model it runs', () => {
    expect(kinds('openai', 'gpt-image-2')).toEqual(['text-to-image', 'pose-transfer', 'face-swap']);
    expect(kinds('vllm-omni', 'black-forest-labs/FLUX.1-dev')).toEqual(['text-to-image']);
    expect(kinds('vllm-omni', 'Qwen/Qwen-Image-Edit-2511')).toEqual(['pose-transfer', 'face-swap']);
    expect(kinds('sd-server', 'Wan2.2-TI2V-5B')).toEqual(['image-to-video']);
  });

  test('says what its licence forbids', () => {
    const licence = (model: string) =>
      createOpenaiImagesEngine({ url: 'http://127.0.0.1:9', server: 'sglang', model })
        .capabilities[0]?.models[0]?.licence.isCommercialUseAllowed;
    expect(licence('black-forest-labs/FLUX.1-dev')).toBe(false);
    expect(licence('Qwen/Qwen-Image')).toBe(true);
    expect(licence('somebody/something')).toBeNull();
  });
});

test('OpenAI sends the picture so far while it draws; no frames wanted, no stream asked for', async () => {
  const server = await startOpenaiImagesServer('openai');
  closers.push(server.close);
  const at = { url: server.url, server: 'openai', apiKey: API_KEY } as const;
  const { signal } = new AbortController();
  const told: EngineProgress[] = [];
  const options = {
    signal,
    key: crypto.randomUUID(),
    onProgress: (one: EngineProgress) => told.push(one),
  };
  const streaming = createOpenaiImagesEngine({ ...at, frames: 2 });
  const request = await contractRequest('pose-transfer');
  await streaming.follow(await streaming.submit(request, options), options);
  expect(told.filter(({ preview }) => preview?.mediaType === 'image/png')).toHaveLength(2);
  expect(server.understood.at(-1)?.fields).toMatchObject({ stream: 'true', partial_images: '2' });
  const quiet = createOpenaiImagesEngine({ ...at, frames: 0 });
  expect(quiet.capabilities.map(({ sendsPreviews }) => sendsPreviews)).not.toContain(true);
  await quiet.submit(request, options);
  expect(server.understood.at(-1)?.fields).not.toHaveProperty('stream');
});
