import { EngineFault, fitSize } from '../engine.ts';
import { bytesOfBase64 } from '../wire/data-url.ts';
import type { ModelWish } from '../wire/model-wish.ts';
import { isDistilled } from '../wire/sampling.ts';
import { HUGGING_FACE, routerFault } from './hugging-face-client.ts';
import { PicturesInJson } from './hugging-face-wire.ts';
import type { InferenceProvider, ProviderId } from './provider.ts';

const SIZES = { sizeMultiplePx: 16, shortestSidePx: 256, longestSidePx: 1440 };
const REFUSES = /nsfw|safety|moderat|content.?policy/i;

interface Ways {
  readonly id: ProviderId;
  readonly title: string;
  /** Below its name at the router. */
  readonly path: string;
  readonly kinds: InferenceProvider['kinds'];
  readonly takesSeed: boolean;
  readonly samples?: InferenceProvider['samples'];
  readonly body: (wish: ModelWish, providerId: string) => Record<string, unknown>;
}

/** Providers that speak an images API of OpenAI's shape: one held call, the picture in base64. No LoRA can be sent. */
const imagesProvider = ({ title, path, body, ...ways }: Ways): InferenceProvider => ({
  ...ways,
  isHeld: true,
  create: ({ providerId }, _kind, wish) => ({
    path: `/${ways.id}${path}`,
    body: { ...body(wish, providerId), prompt: wish.prompt, model: providerId, n: 1 },
  }),
  read(answer, secrets, isFirst) {
    const fault = routerFault(answer, secrets, isFirst);
    if (fault) {
      const isRefused = answer.status < 500 && REFUSES.test(fault.message);
      throw isRefused ? new EngineFault('content_refused', fault.message) : fault;
    }
    const bytes = bytesOfBase64(PicturesInJson.safeParse(answer.json).data ?? '');
    if (bytes) return { bytes };
    throw new EngineFault('bad_output', `${HUGGING_FACE}: ${title} answered without a picture.`);
  },
});

const sizeOf = (wish: ModelWish) => {
  const { widthPx: width, heightPx: height } = fitSize(wish, SIZES);
  return { width, height };
};

/** What it calls its picture depends on the model: FLUX.1 Kontext takes one, all others a list. */
export const togetherProvider = imagesProvider({
  id: 'together',
  title: 'Together',
  path: '/v1/images/generations',
  kinds: ['text-to-image', 'pose-transfer', 'face-swap'],
  takesSeed: true,
  samples: { 'text-to-image': ['steps'], 'pose-transfer': ['steps'] },
  body: (wish, providerId) => {
    const { steps } = wish.sampling;
    const isKontext = /flux\.1.*kontext/i.test(providerId);
    const pictures = isKontext
      ? { image_url: wish.pictures[0] }
      : { reference_images: wish.pictures };
    return {
      ...sizeOf(wish),
      seed: wish.seed,
      response_format: 'base64',
      ...(steps === undefined || isDistilled(providerId) ? {} : { steps }),
      ...(wish.pictures.length > 0 ? pictures : {}),
    };
  },
});

const sized = (wish: ModelWish) => {
  const { width, height } = sizeOf(wish);
  return { size: `${width}x${height}`, response_format: 'b64_json' };
};

export const nscaleProvider = imagesProvider({
  ...{ id: 'nscale', title: 'Nscale', path: '/v1/images/generations' },
  ...{ kinds: ['text-to-image'], takesSeed: false, body: sized },
});

export const deepinfraProvider = imagesProvider({
  ...{ id: 'deepinfra', title: 'DeepInfra', path: '/v1/openai/images/generations' },
  ...{ kinds: ['text-to-image'], takesSeed: false, body: sized },
});
