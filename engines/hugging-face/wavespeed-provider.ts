import { EngineFault, fitSize } from '../engine.ts';
import { readAnswer } from '../wire/ask-service.ts';
import { redact } from '../wire/redact.ts';
import { HUGGING_FACE, routerFault } from './hugging-face-client.ts';
import { WavespeedAnswer } from './hugging-face-wire.ts';
import type { InferenceProvider } from './provider.ts';

const SIZES = { sizeMultiplePx: 16, shortestSidePx: 256, longestSidePx: 1536 };

/** Wavespeed through the router; it takes a LoRA by its name at the hub, with its scale. */
export const wavespeedProvider: InferenceProvider = {
  id: 'wavespeed',
  kinds: ['text-to-image', 'pose-transfer', 'face-swap', 'image-to-video'],
  takesSeed: true,
  isHeld: false,
  create({ model, providerId }, kind, wish) {
    const { widthPx, heightPx } = fitSize(wish, SIZES);
    const pictures = wish.pictures.map((url) => url.slice(url.indexOf(',') + 1));
    const isClip = kind === 'image-to-video';
    return {
      path: `/wavespeed/api/v3/${providerId}`,
      body: {
        prompt: wish.prompt,
        seed: wish.seed,
        ...(isClip ? { duration: wish.seconds > 6 ? 8 : 5 } : { size: `${widthPx}*${heightPx}` }),
        ...(wish.lora ? { loras: [{ path: model, scale: wish.lora.scale }] } : {}),
        // As the router's own client sends them: bare base64, the first one twice.
        ...(pictures.length > 0 ? { image: pictures[0], images: pictures } : {}),
      },
    };
  },
  read(answer, secrets, isFirst) {
    const fault = routerFault(answer, secrets, isFirst);
    if (fault) throw fault;
    const call = { service: HUGGING_FACE, secrets, mayCost: isFirst };
    const { data } = readAnswer(answer, WavespeedAnswer, call);
    const path = data.urls && new URL(data.urls.get).pathname;
    if (isFirst || data.status === 'created' || data.status === 'processing') {
      const stage = data.status === 'created' ? 'queued' : 'drawing';
      return { askAt: isFirst && path ? `/wavespeed${path}` : null, stage, fraction: null };
    }
    if (data.has_nsfw_contents?.[0] === true) {
      throw new EngineFault('content_refused', `${HUGGING_FACE}: Wavespeed flagged the picture.`);
    }
    const [link] = data.outputs ?? [];
    if (data.status === 'completed' && link) return { link };
    const told = redact(data.error ?? '', secrets);
    const kind = /nsfw|sensitive|moderat/i.test(told) ? 'content_refused' : 'bad_output';
    throw new EngineFault(kind, `${HUGGING_FACE}: Wavespeed ended it as ${data.status}: ${told}`);
  },
};
