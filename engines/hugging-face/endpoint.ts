import { EngineFault } from '../engine.ts';
import type { ServiceAnswer } from '../wire/call-service.ts';
import { bytesOfBase64 } from '../wire/data-url.ts';
import type { ModelWish } from '../wire/model-wish.ts';
import { FLUX_GUIDANCE, FLUX_STEPS, isDistilled, stepsWithin, within } from '../wire/sampling.ts';
import { HUGGING_FACE, routerFault } from './hugging-face-client.ts';
import { PicturesInJson } from './hugging-face-wire.ts';

/**
 * What a dedicated endpoint is sent. Width, height, steps, guidance, seed and negative prompt every handler knows; the
 * LoRA and the skeleton reach its own `handler.py` as further parameters, described in `docs/engines.md`.
 */
export function endpointBody(wish: ModelWish, model: string): Record<string, unknown> {
  const [person, skeleton] = wish.pictures;
  const bare = (url: string | undefined) => url?.slice(url.indexOf(',') + 1);
  return {
    inputs: person === undefined ? wish.prompt : bare(person),
    parameters: {
      ...(person === undefined ? {} : { prompt: wish.prompt, control_image: bare(skeleton) }),
      negative_prompt: wish.negativePrompt,
      width: wish.widthPx,
      height: wish.heightPx,
      ...(isDistilled(model) ? {} : sampled(wish)),
      seed: wish.seed,
      ...(wish.lora ? { lora: wish.lora.link, lora_scale: wish.lora.scale } : {}),
    },
  };
}

const sampled = ({ sampling }: ModelWish) => ({
  num_inference_steps: stepsWithin(sampling.steps, FLUX_STEPS),
  guidance_scale: within(sampling.guidance, FLUX_GUIDANCE),
});

/** The picture of an endpoint's answer: raw, or inside JSON. @throws EngineFault */
export function endpointBytes(answer: ServiceAnswer, secrets: readonly string[]): Uint8Array {
  // An endpoint that slept answers 502 or 503 while it wakes; nothing was begun.
  if (answer.status === 502 || answer.status === 503) {
    throw new EngineFault('model_loading', `${HUGGING_FACE}: the endpoint is waking up.`, {
      retryAfterSeconds: 20,
    });
  }
  const fault = routerFault(answer, secrets, true);
  if (fault) throw fault;
  if (answer.json === undefined) return answer.bytes;
  const inside = PicturesInJson.safeParse(answer.json).data;
  const bytes = inside === undefined ? null : bytesOfBase64(inside);
  if (bytes) return bytes;
  throw new EngineFault('bad_output', `${HUGGING_FACE}: the endpoint answered without a picture.`);
}
