import { afterAll, expect, spyOn, test } from 'bun:test';
import { InferenceClient } from '@huggingface/inference';
import { judged, newestOf } from '../wire/testing/judged-call.ts';
import { testRequests } from '../wire/testing/test-requests.ts';
import { createHuggingFaceEngine } from './create-hugging-face-engine.ts';
import { PROVIDER_IDS, type ProviderId } from './provider.ts';
import { startHuggingFaceServer } from './testing/hugging-face-server.ts';

const TOKEN = 'hf_official_secret';
const FLUX = 'black-forest-labs/FLUX.1-dev';
const LORA = 'XLabs-AI/flux-RealismLora';
const EDIT = 'Qwen/Qwen-Image-Edit-2511';

const server = await startHuggingFaceServer(TOKEN);
const fetched = globalThis.fetch;
/** The official client knows only its own addresses, and follows work by the global `fetch` whatever it is given. */
const toServer = (url: string): string =>
  url.replace(/^https:\/\/(router\.)?huggingface\.co(?=\/)/, server.url);
const rewired = spyOn(globalThis, 'fetch').mockImplementation(
  Object.assign(
    (url: string | URL | Request, init?: RequestInit) => fetched(toServer(String(url)), init),
    { preconnect: fetched.preconnect },
  ),
);
afterAll(async () => {
  rewired.mockRestore();
  await server.close();
});
const requests = await testRequests();
const signal = new AbortController().signal;
const options = () => ({ signal, key: crypto.randomUUID(), onProgress: () => undefined });
const engineFor = (provider: ProviderId, lora = false) =>
  createHuggingFaceEngine({
    ...{ token: TOKEN, routerUrl: server.url, hubUrl: server.url, providers: [provider] },
    lora: lora ? { model: LORA, scale: 0.9 } : null,
  });
/** It repeats a 503 without end unless told not to. */
const official = new InferenceClient(TOKEN, { retry_on_error: false });

const newest = () => newestOf(server.creates());
/** Replicate has its fields one level lower. */
const fieldsOf = ({ json }: ReturnType<typeof newest>): Record<string, unknown> => {
  const body = json as Record<string, unknown>;
  return (body.input ?? body) as Record<string, unknown>;
};
/** Replicate's work is slow, and the official client only takes what is done at once. */
const gaveUp = (error: unknown) => expect(String(error)).toContain('malformed response');

test.each([...PROVIDER_IDS])(
  '%s: words are sent as the official client sends them',
  async (provider) => {
    await engineFor(provider).submit(requests['text-to-image'], options());
    const ours = newest();
    const { prompt, model: _model, response_format: _format, ...parameters } = fieldsOf(ours);
    await official
      .textToImage({ provider, model: FLUX, inputs: String(prompt), parameters })
      .then((made) => expect(made).toBeTruthy(), provider === 'replicate' ? gaveUp : undefined);
    expect(judged(newest())).toEqual(judged(ours));
    expect(fieldsOf(newest())).toEqual(fieldsOf(ours));
  },
);

test.each(['fal-ai', 'wavespeed', 'together'] as const)(
  '%s: a photo to change is sent in the fields of the official client',
  async (provider) => {
    await engineFor(provider).submit(requests['pose-transfer'], options());
    const ours = newest();
    const { prompt, ...rest } = fieldsOf(ours);
    const photo = new Blob([new Uint8Array(requests['pose-transfer'].photo.bytes)], {
      type: 'image/png',
    });
    const { image, images, image_urls, reference_images, model, response_format, ...parameters } =
      rest;
    await official.imageToImage({
      ...{ provider, model: EDIT, inputs: photo },
      parameters: { ...parameters, prompt: String(prompt) },
    });
    expect(judged(newest())).toEqual(judged(ours));
    // It sends one picture, and under one more name where it does not know which the model reads.
    const theirs = fieldsOf(newest());
    expect(Object.keys(theirs)).toEqual(expect.arrayContaining(Object.keys(fieldsOf(ours))));
    for (const [mine, its] of [
      [images, theirs.images],
      [image_urls, theirs.image_urls],
      [reference_images, theirs.reference_images],
    ]) {
      expect(Array.isArray(mine) ? mine[0] : mine).toEqual(Array.isArray(its) ? its[0] : its);
    }
    expect([image, model, response_format]).toEqual([
      theirs.image,
      theirs.model,
      theirs.response_format,
    ]);
  },
);

test('a LoRA goes to the address the official client sends it to, with a scale it cannot send', async () => {
  await engineFor('fal-ai', true).submit(requests['text-to-image'], options());
  const ours = newest();
  await official.textToImage({ provider: 'fal-ai', model: LORA, inputs: 'a portrait' });
  expect(judged(newest())).toEqual(judged(ours));
  const path = `https://huggingface.co/${LORA}/resolve/main/lora.safetensors`;
  expect(fieldsOf(ours).loras).toEqual([{ path, scale: 0.9 }]);
  expect(fieldsOf(newest()).loras).toEqual([{ path, scale: 1 }]);
});

test('an endpoint of one’s own is asked as the official client asks it', async () => {
  const endpointUrl = `${server.url}/endpoint`;
  const engine = createHuggingFaceEngine({
    ...{ token: TOKEN, routerUrl: server.url, hubUrl: server.url, endpointUrl, lora: null },
  });
  await engine.submit(requests['text-to-image'], options());
  const ours = newest();
  const { inputs, parameters } = ours.json as {
    inputs: string;
    parameters: Record<string, unknown>;
  };
  const made = await official.endpoint(endpointUrl).textToImage({ inputs, parameters });
  expect(made).toBeInstanceOf(Blob);
  expect(judged(newest())).toEqual(judged(ours));
  expect(newest().json).toEqual(ours.json);
});
