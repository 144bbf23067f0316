import { fitSize } from '../engine.ts';
import type { ModelWish } from '../wire/model-wish.ts';
import { nearestAspect } from '../wire/nearest-aspect.ts';
import { FLUX_GUIDANCE, FLUX_STEPS, stepsWithin, within } from '../wire/sampling.ts';

/** The input fields of one family of models. Pictures are addresses, in the order of `ModelWish`. */
type Shape = (wish: ModelWish) => Record<string, unknown>;

const FLUX_ASPECTS = [
  '1:1',
  '16:9',
  '21:9',
  '3:2',
  '2:3',
  '4:5',
  '5:4',
  '3:4',
  '4:3',
  '9:16',
  '9:21',
] as const;
const QWEN_ASPECTS = ['1:1', '16:9', '9:16', '4:3', '3:4'] as const;
const WAN_FPS = 16;
const UPSCALE_MAX = 10;

const flux: Shape = (wish) => ({
  prompt: wish.prompt,
  aspect_ratio: nearestAspect(wish, FLUX_ASPECTS),
  megapixels: wish.widthPx * wish.heightPx < 400_000 ? '0.25' : '1',
  num_outputs: 1,
  num_inference_steps: stepsWithin(wish.sampling.steps, FLUX_STEPS),
  guidance: within(wish.sampling.guidance, { ...FLUX_GUIDANCE, usual: 3 }),
  seed: wish.seed,
  output_format: 'png',
  // The fast path is fp8: not the same picture for the same seed, and it multiplies the LoRA's scale by 1.5.
  go_fast: false,
});

const flux2 = (wish: ModelWish, longestSidePx: number) => {
  const size = fitSize(wish, { sizeMultiplePx: 32, shortestSidePx: 256, longestSidePx });
  return {
    input_images: wish.pictures,
    prompt: wish.prompt,
    aspect_ratio: 'custom',
    width: size.widthPx,
    height: size.heightPx,
    seed: wish.seed,
    output_format: 'png',
  };
};

export const REPLICATE_SHAPES = {
  'flux-lora': (wish) => ({
    ...flux(wish),
    lora_weights: wish.lora?.link,
    lora_scale: wish.lora?.scale,
  }),
  /** Distilled to four steps; it has no guidance to set. */
  'flux-schnell': (wish) => {
    const { guidance: _guidance, ...input } = flux(wish);
    return { ...input, num_inference_steps: 4 };
  },
  /** The RealismLora baked in; only its strength can be chosen. */
  'flux-realism': (wish) => ({
    prompt: wish.prompt,
    aspect_ratio: nearestAspect(wish, FLUX_ASPECTS),
    num_outputs: 1,
    num_inference_steps: stepsWithin(wish.sampling.steps, { ...FLUX_STEPS, usual: 30 }),
    guidance: within(wish.sampling.guidance, FLUX_GUIDANCE),
    lora_strength: wish.lora?.scale,
    seed: wish.seed,
    output_format: 'png',
  }),
  'qwen-edit': (wish) => ({
    image: wish.pictures,
    prompt: wish.prompt,
    aspect_ratio: nearestAspect(wish, QWEN_ASPECTS),
    seed: wish.seed,
    output_format: 'png',
    go_fast: false,
  }),
  'flux-2': (wish) => ({ ...flux2(wish, 2048), safety_tolerance: 2 }),
  'flux-2-dev': (wish) => ({ ...flux2(wish, 1440), go_fast: false }),
  /** `swap_image` is where the face comes from. */
  'face-swap': ({ pictures: [target, face] }) => ({ input_image: target, swap_image: face }),
  wan: (wish) => ({
    image: wish.pictures[0],
    prompt: wish.prompt,
    num_frames: Math.min(121, Math.max(81, 1 + 4 * Math.round((wish.seconds * WAN_FPS) / 4))),
    frames_per_second: WAN_FPS,
    resolution: Math.min(wish.widthPx, wish.heightPx) >= 720 ? '720p' : '480p',
    go_fast: false,
    seed: wish.seed,
  }),
  'real-esrgan': (wish) => ({
    image: wish.pictures[0],
    scale: Math.min(UPSCALE_MAX, Math.max(1, wish.scale)),
    face_enhance: false,
  }),
} as const satisfies Record<string, Shape>;

export type ReplicateShape = keyof typeof REPLICATE_SHAPES;
