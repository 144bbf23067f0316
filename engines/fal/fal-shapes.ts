import { fitSize } from '../engine.ts';
import type { ModelWish } from '../wire/model-wish.ts';
import {
  FLUX_GUIDANCE,
  FLUX_STEPS,
  type SamplingRange,
  stepsWithin,
  within,
} from '../wire/sampling.ts';

/** fal takes `image_size`, and silently ignores `width` and `height`. */
const imageSize = (wish: ModelWish, longestSidePx: number) => {
  const size = fitSize(wish, { sizeMultiplePx: 16, shortestSidePx: 256, longestSidePx });
  return { width: size.widthPx, height: size.heightPx };
};

const drawn = (wish: ModelWish, longestSidePx: number) => ({
  prompt: wish.prompt,
  image_size: imageSize(wish, longestSidePx),
  num_images: 1,
  seed: wish.seed,
  enable_safety_checker: true,
  output_format: 'png' as const,
});

const FLUX_2_GUIDANCE = { min: 1, max: 10, usual: 2.5 };
const QWEN_STEPS = { min: 10, max: 50, usual: 28 };
const QWEN_GUIDANCE = { min: 1, max: 10, usual: 4.5 };

const sampled = (wish: ModelWish, steps: SamplingRange, guidance: SamplingRange) => ({
  num_inference_steps: stepsWithin(wish.sampling.steps, steps),
  guidance_scale: within(wish.sampling.guidance, guidance),
});

/** The weight is told with every LoRA: left out it counts as 1. */
const loras = (wish: ModelWish) =>
  wish.lora ? { loras: [{ path: wish.lora.link, scale: wish.lora.scale }] } : {};

const WAN_FPS = 24;
const framesFor = (seconds: number): number =>
  Math.min(161, Math.max(17, 1 + 4 * Math.round((seconds * WAN_FPS) / 4)));

/** The input fields of each family of endpoints. Pictures come in the order of `ModelWish`. */
export const FAL_SHAPES = {
  'flux-lora': (wish: ModelWish) => ({
    ...drawn(wish, 1536),
    ...loras(wish),
    ...sampled(wish, FLUX_STEPS, FLUX_GUIDANCE),
  }),
  'flux-schnell': (wish: ModelWish) => ({ ...drawn(wish, 1536), num_inference_steps: 4 }),
  'qwen-image': (wish: ModelWish) => ({
    ...drawn(wish, 1536),
    ...sampled(wish, { ...QWEN_STEPS, usual: 30 }, { ...QWEN_GUIDANCE, usual: 2.5 }),
    negative_prompt: wish.negativePrompt,
  }),
  'qwen-edit': (wish: ModelWish) => ({
    ...drawn(wish, 1536),
    ...sampled(wish, QWEN_STEPS, QWEN_GUIDANCE),
    image_urls: [...wish.pictures],
    negative_prompt: wish.negativePrompt,
  }),
  'flux-2-edit': (wish: ModelWish) => ({
    ...drawn(wish, 2048),
    ...sampled(wish, FLUX_STEPS, FLUX_2_GUIDANCE),
    image_urls: [...wish.pictures],
  }),
  /** Distilled: its own four steps, and no guidance to set. */
  'flux-2-klein-edit': (wish: ModelWish) => ({
    ...drawn(wish, 2048),
    image_urls: [...wish.pictures],
  }),
  /** LoRA, skeleton and the person's looks in one call; the skeleton goes in as it is drawn. */
  'flux-general': (wish: ModelWish) => ({
    ...drawn(wish, 1536),
    ...loras(wish),
    ...sampled(wish, FLUX_STEPS, FLUX_GUIDANCE),
    controlnet_unions: [
      {
        path: 'Shakker-Labs/FLUX.1-dev-ControlNet-Union-Pro',
        controls: [
          {
            control_image_url: wish.pictures[1],
            control_mode: 'pose' as const,
            conditioning_scale: 0.9,
            end_percentage: 0.65,
          },
        ],
      },
    ],
    ip_adapters: [
      {
        path: 'XLabs-AI/flux-ip-adapter',
        image_encoder_path: 'openai/clip-vit-large-patch14',
        image_url: wish.pictures[0],
        scale: 0.7,
      },
    ],
  }),
  'easel-swap': ({ pictures: [target, face] }: ModelWish) => ({
    face_image_0: face,
    gender_0: 'non-binary',
    target_image: target,
    workflow_type: 'target_hair',
  }),
  wan: (wish: ModelWish) => ({
    image_url: wish.pictures[0],
    prompt: wish.prompt,
    num_frames: framesFor(wish.seconds),
    frames_per_second: WAN_FPS,
    resolution: '720p' as const,
    aspect_ratio: 'auto' as const,
    seed: wish.seed,
    enable_safety_checker: true,
    enable_prompt_expansion: false,
  }),
  kling: (wish: ModelWish) => ({
    image_url: wish.pictures[0],
    prompt: wish.prompt,
    duration: wish.seconds > 7 ? ('10' as const) : ('5' as const),
  }),
  esrgan: (wish: ModelWish) => ({
    image_url: wish.pictures[0],
    scale: Math.min(8, wish.scale),
    model: 'RealESRGAN_x4plus' as const,
    output_format: 'png' as const,
  }),
  seedvr: (wish: ModelWish) => ({
    image_url: wish.pictures[0],
    upscale_mode: 'factor' as const,
    upscale_factor: Math.min(8, wish.scale),
    output_format: 'png' as const,
  }),
} as const;

export type FalShape = keyof typeof FAL_SHAPES;

const TAKES_LORA: ReadonlySet<FalShape> = new Set(['flux-lora', 'flux-general']);
const TAKES_NO_SEED: ReadonlySet<FalShape> = new Set(['easel-swap', 'kling', 'esrgan', 'seedvr']);
const SAMPLED: ReadonlySet<FalShape> = new Set([
  ...(['flux-lora', 'qwen-image', 'qwen-edit', 'flux-2-edit', 'flux-general'] as const),
]);
const TAKES_NEGATIVE: ReadonlySet<FalShape> = new Set(['qwen-image', 'qwen-edit']);

export const falShapeTraits = (shape: FalShape) => ({
  takesLora: TAKES_LORA.has(shape),
  takesSeed: !TAKES_NO_SEED.has(shape),
  takesNegativePrompt: TAKES_NEGATIVE.has(shape),
  ...(SAMPLED.has(shape) ? { sampling: ['steps', 'guidance'] as const } : {}),
  // An IP adapter carries clothes and colours over, the face only roughly.
  keepsIdentity: shape !== 'flux-general',
});
