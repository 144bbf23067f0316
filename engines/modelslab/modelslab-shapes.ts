import { fitSize } from '../engine.ts';
import type { ModelWish } from '../wire/model-wish.ts';
import { FLUX_GUIDANCE, FLUX_STEPS, stepsWithin, within } from '../wire/sampling.ts';

interface Sent {
  /** Below the base address. */
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** How a family of models is asked; `model` is what ModelsLab calls the one that is meant. */
type Shape = (wish: ModelWish, model: string) => Sent;

const size = (wish: ModelWish) => {
  const fit = fitSize(wish, { sizeMultiplePx: 8, shortestSidePx: 256, longestSidePx: 1024 });
  return { width: fit.widthPx, height: fit.heightPx };
};

/** Models of the community may be given no more. */
const COMMUNITY_STEPS = { min: 1, max: 20, usual: 20 };

/** Prompts stay as they are (`enhance_prompt` rewrites them), unsafe pictures are kept back, links need not last. */
const drawn = (wish: ModelWish, model: string) => ({
  model_id: model,
  prompt: wish.prompt,
  ...size(wish),
  samples: 1,
  seed: wish.seed,
  num_inference_steps: stepsWithin(
    wish.sampling.steps,
    model.startsWith('flux') ? FLUX_STEPS : COMMUNITY_STEPS,
  ),
  guidance_scale: within(wish.sampling.guidance, FLUX_GUIDANCE),
  enhance_prompt: false,
  safety_checker: true,
  base64: false,
  temp: true,
});

/** `flux` itself takes neither a LoRA nor a negative prompt; `fluxdev` and the community's models do. */
const extras = (wish: ModelWish, model: string, lora: string | undefined) =>
  model === 'flux'
    ? {}
    : {
        negative_prompt: wish.negativePrompt,
        ...(wish.lora && lora !== undefined
          ? { lora_model: lora, lora_strength: String(wish.lora.scale) }
          : {}),
      };

export const MODELSLAB_SHAPES = {
  /** `wish.lora.link` is the LoRA's own id at ModelsLab. */
  text2img: (wish, model) => ({
    path: '/v6/images/text2img',
    body: { ...drawn(wish, model), ...extras(wish, model, wish.lora?.link) },
  }),
  'qwen-edit': (wish, model) => ({
    path: '/v6/image_editing/qwen_edit',
    body: {
      model_id: model,
      prompt: wish.prompt,
      init_image: wish.pictures,
      safety_checker: true,
      base64: false,
    },
  }),
  /** The type is called `pose` for fluxdev and `openpose` for SD and SDXL; a drawn skeleton needs no hint of its own. */
  controlnet: (wish, model) => ({
    path: '/v5/controlnet',
    body: {
      ...drawn(wish, model),
      ...extras(wish, model, wish.lora?.link),
      controlnet_type: model.startsWith('flux') ? 'pose' : 'openpose',
      controlnet_model: model.startsWith('flux') ? 'pose' : 'openpose',
      controlnet_conditioning_scale: 0.9,
      init_image: wish.pictures[1],
      control_image: wish.pictures[1],
      auto_hint: 'no',
      guess_mode: 'no',
      enhance_prompt: 'no',
      safety_checker: 'yes',
      base64: 'no',
      temp: 'yes',
    },
  }),
  'face-swap': ({ pictures: [target, face] }) => ({
    path: '/v6/faceswap/multiple_face_swap',
    body: { init_image: target, target_image: face, watermark: false, base64: false },
  }),
  video: (wish, model) => ({
    path: '/v6/video/img2video_ultra',
    body: {
      model_id: model,
      init_image: wish.pictures[0],
      prompt: wish.prompt,
      seed: wish.seed,
      num_frames: Math.min(81, Math.max(25, Math.round(wish.seconds * 16) + 1)),
      fps: 16,
      num_inference_steps: 25,
      resolution: Math.min(720, Math.max(480, Math.min(wish.widthPx, wish.heightPx))),
      portrait: wish.heightPx > wish.widthPx,
      base64: false,
      temp: true,
    },
  }),
  'super-resolution': (wish, model) => ({
    path: '/v6/image_editing/super_resolution',
    body: {
      model_id: model,
      init_image: wish.pictures[0],
      scale: Math.min(4, Math.max(2, wish.scale)),
      face_enhance: false,
    },
  }),
} as const satisfies Record<string, Shape>;

export type ModelsLabShape = keyof typeof MODELSLAB_SHAPES;
