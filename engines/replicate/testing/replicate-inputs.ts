import { z } from 'zod';

const link = z.string().regex(/^(https?:\/\/|data:[^,]+;base64,)/, 'not a valid URL');
const seed = z.int().optional();
const format = z.enum(['webp', 'jpg', 'png']).optional();
const fluxAspect = z
  .enum(['1:1', '16:9', '21:9', '3:2', '2:3', '4:5', '5:4', '3:4', '4:3', '9:16', '9:21'])
  .optional();

const fluxDev = z.strictObject({
  prompt: z.string().min(1),
  aspect_ratio: fluxAspect,
  image: link.optional(),
  prompt_strength: z.number().min(0).max(1).optional(),
  num_outputs: z.int().min(1).max(4).optional(),
  num_inference_steps: z.int().min(1).max(50).optional(),
  guidance: z.number().min(0).max(10).optional(),
  seed,
  output_format: format,
  output_quality: z.int().min(0).max(100).optional(),
  disable_safety_checker: z.boolean().optional(),
  go_fast: z.boolean().optional(),
  megapixels: z.enum(['1', '0.25']).optional(),
});

/** `owner/name` alone would be a model of Replicate itself; Hugging Face is named in full. */
const loraWeights = z
  .string()
  .regex(/^(huggingface\.co\/[^/]+\/[^/]+|https:\/\/.+\.safetensors)/, 'unknown kind of weights');

/** What the published schemas of the models take, so far as they are known. Unknown fields are refused. */
const SCHEMAS: readonly (readonly [RegExp, z.ZodType])[] = [
  [
    /^black-forest-labs\/flux-dev-lora$/,
    fluxDev.extend({
      lora_weights: loraWeights.optional(),
      lora_scale: z.number().min(-1).max(3).optional(),
      extra_lora: loraWeights.optional(),
      extra_lora_scale: z.number().min(-1).max(3).optional(),
    }),
  ],
  [/^black-forest-labs\/flux-dev$/, fluxDev],
  [
    /^black-forest-labs\/flux-schnell$/,
    fluxDev
      .omit({ guidance: true, image: true, prompt_strength: true })
      .extend({ num_inference_steps: z.int().min(1).max(4).optional() }),
  ],
  [
    /^black-forest-labs\/flux-2-(pro|dev)$/,
    z.strictObject({
      prompt: z.string().min(1),
      input_images: z.array(link).max(8).optional(),
      aspect_ratio: z.enum(['1:1', 'match_input_image', 'custom']).optional(),
      resolution: z.string().optional(),
      width: z.int().min(256).max(2048).multipleOf(32).optional(),
      height: z.int().min(256).max(2048).multipleOf(32).optional(),
      safety_tolerance: z.int().min(1).max(5).optional(),
      go_fast: z.boolean().optional(),
      seed,
      output_format: format,
      output_quality: z.int().optional(),
    }),
  ],
  [
    /^qwen\/qwen-image-edit/,
    z.strictObject({
      image: z.array(link).min(1).max(3),
      prompt: z.string().min(1),
      aspect_ratio: z.enum(['1:1', '16:9', '9:16', '4:3', '3:4', 'match_input_image']).optional(),
      output_format: format,
      output_quality: z.int().optional(),
      go_fast: z.boolean().optional(),
      disable_safety_checker: z.boolean().optional(),
      seed,
    }),
  ],
  [
    /^wan-video\//,
    z.strictObject({
      image: link,
      prompt: z.string().min(1),
      last_image: link.optional(),
      num_frames: z.int().min(81).max(121).optional(),
      frames_per_second: z.int().min(5).max(30).optional(),
      resolution: z.enum(['480p', '720p']).optional(),
      go_fast: z.boolean().optional(),
      seed,
    }),
  ],
  [/face-swap:/, z.strictObject({ input_image: link, swap_image: link })],
  [
    /real-esrgan:/,
    z.strictObject({
      image: link,
      scale: z.number().min(0).max(10).optional(),
      face_enhance: z.boolean().optional(),
    }),
  ],
  [
    // The newest version of a model is asked for by its hash alone: xlabs-ai/flux-dev-realism in these tests.
    /^(ab){32}$/,
    z.strictObject({
      prompt: z.string(),
      aspect_ratio: fluxAspect,
      num_outputs: z.int().min(1).max(4).optional(),
      num_inference_steps: z.int().optional(),
      guidance: z.number().min(0).max(10).optional(),
      lora_strength: z.number().min(0).max(2).optional(),
      output_format: format,
      output_quality: z.int().optional(),
      seed,
    }),
  ],
];

/** What a model says against an input; null when it takes it. */
export function inputProblem(version: string, input: unknown): string | null {
  const schema = SCHEMAS.find(([model]) => model.test(version))?.[1];
  if (!schema) return null;
  const read = schema.safeParse(input);
  return read.success ? null : z.prettifyError(read.error);
}
