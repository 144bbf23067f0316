import type { SizeLimits } from '../engine.ts';

/** How one kind of server differs from the others that speak the same API. All differences are here, as data. */
export interface ServerProfile {
  readonly title: string;
  /** `images`: the create call is held until the picture is there. `sd-jobs`: work is accepted, then asked for. */
  readonly work: 'images' | 'sd-jobs';
  /** Sent as `response_format`; the GPT models refuse the field, others answer with links unless told. */
  readonly responseFormat: 'b64_json' | null;
  /** How pictures are handed over: a form with this field, bare base64 in the JSON of a generation, or not at all. */
  readonly pictures: 'image[]' | 'image' | 'ref_images' | null;
  /** What is not wanted: a field, behind a bar in the prompt, in words at its end. */
  readonly negative: 'field' | 'bar' | 'words';
  readonly fields: {
    readonly steps?: string;
    readonly guidance?: string;
    /** Of models that are guided by a second, unguided picture; the field above is for distilled ones then. */
    readonly trueGuidance?: string;
    readonly seed?: string;
  };
  /** Per request, in the server's own list of adapters, or for the whole server before the request. */
  readonly lora: 'per-request' | 'native' | 'server-wide' | null;
  readonly sizes: SizeLimits;
  /** Free of charge, on a machine of the operator's own. */
  readonly isOwn: boolean;
  readonly makesClips: boolean;
  /** Sends what it has so far, as server-sent events of the held call. */
  readonly streams: boolean;
  /** Pieces of work at a time. */
  readonly concurrency: number;
  readonly probePath: string;
  readonly defaultModel: string;
}

const OWN = {
  isOwn: true,
  makesClips: false,
  streams: false,
  concurrency: 1,
  probePath: '/v1/models',
} as const;
const OWN_SIZES = {
  sizeMultiplePx: 16,
  shortestSidePx: 256,
  longestSidePx: 2048,
  pixelsMax: 2_100_000,
};

export const PROFILES = {
  openai: {
    title: 'OpenAI',
    work: 'images',
    responseFormat: null,
    pictures: 'image[]',
    negative: 'words',
    fields: {},
    lora: null,
    sizes: { sizeMultiplePx: 16, shortestSidePx: 512, longestSidePx: 2048 },
    isOwn: false,
    makesClips: false,
    streams: true,
    concurrency: 4,
    probePath: '/v1/models',
    defaultModel: 'gpt-image-2',
  },
  sglang: {
    ...OWN,
    title: 'SGLang-Diffusion',
    work: 'images',
    responseFormat: 'b64_json',
    pictures: 'image[]',
    negative: 'words',
    fields: { steps: 'num_inference_steps', guidance: 'guidance_scale', seed: 'seed' },
    lora: 'server-wide',
    sizes: OWN_SIZES,
    probePath: '/models',
    defaultModel: 'black-forest-labs/FLUX.1-dev',
  },
  'vllm-omni': {
    ...OWN,
    title: 'vLLM-Omni',
    work: 'images',
    responseFormat: 'b64_json',
    pictures: 'image',
    negative: 'field',
    fields: {
      steps: 'num_inference_steps',
      guidance: 'guidance_scale',
      trueGuidance: 'true_cfg_scale',
      seed: 'seed',
    },
    lora: 'per-request',
    sizes: OWN_SIZES,
    defaultModel: 'black-forest-labs/FLUX.1-dev',
  },
  localai: {
    ...OWN,
    title: 'LocalAI',
    work: 'images',
    responseFormat: 'b64_json',
    pictures: 'ref_images',
    negative: 'bar',
    fields: { steps: 'step' },
    lora: null,
    sizes: { ...OWN_SIZES, sizeMultiplePx: 64 },
    defaultModel: 'flux.1-dev',
  },
  'sd-server': {
    ...OWN,
    title: 'stable-diffusion.cpp',
    work: 'sd-jobs',
    responseFormat: null,
    pictures: 'ref_images',
    negative: 'field',
    fields: { seed: 'seed' },
    lora: 'native',
    sizes: { ...OWN_SIZES, sizeMultiplePx: 64 },
    makesClips: true,
    probePath: '/sdcpp/v1/capabilities',
    defaultModel: 'black-forest-labs/FLUX.1-dev',
  },
} as const satisfies Record<string, ServerProfile>;

export type ServerKind = keyof typeof PROFILES;
