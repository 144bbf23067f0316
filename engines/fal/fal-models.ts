import type { EngineRequestKind } from '../engine.ts';
import type { HostedCatalogue } from '../wire/hosted-models.ts';
import { MODELS, servedModel } from '../wire/licences.ts';
import type { FalShape } from './fal-shapes.ts';

const qwenEdit = {
  run: 'fal-ai/qwen-image-edit-2511',
  shape: 'qwen-edit',
  costUsd: 0.03,
  longestSidePx: 1536,
  models: [MODELS.qwenEdit2511],
} as const;

const GUESSES: Readonly<Record<EngineRequestKind, FalShape>> = {
  'text-to-image': 'flux-lora',
  'pose-transfer': 'flux-2-edit',
  'face-swap': 'flux-2-edit',
  'image-to-video': 'kling',
  upscale: 'esrgan',
};

/** What is known of fal's endpoints. */
export const FAL_MODELS: HostedCatalogue<FalShape> = {
  known: {
    'text-to-image': [
      {
        run: 'fal-ai/flux-lora',
        shape: 'flux-lora',
        costUsd: 0.035,
        longestSidePx: 1536,
        models: [MODELS.flux1Dev],
      },
      {
        run: 'fal-ai/flux-1/schnell',
        shape: 'flux-schnell',
        costUsd: 0.003,
        longestSidePx: 1536,
        models: [MODELS.flux1Schnell],
      },
      {
        run: 'fal-ai/qwen-image',
        shape: 'qwen-image',
        costUsd: 0.02,
        longestSidePx: 1536,
        models: [MODELS.qwenImage],
      },
    ],
    'pose-transfer': [
      qwenEdit,
      {
        run: 'fal-ai/flux-general',
        shape: 'flux-general',
        costUsd: 0.075,
        longestSidePx: 1536,
        models: [MODELS.flux1Dev, MODELS.fluxPoseControl],
      },
      {
        run: 'fal-ai/flux-2/edit',
        shape: 'flux-2-edit',
        costUsd: 0.024,
        longestSidePx: 2048,
        models: [MODELS.flux2Dev],
      },
      {
        run: 'fal-ai/flux-2/klein/4b/edit',
        shape: 'flux-2-klein-edit',
        costUsd: 0.01,
        longestSidePx: 2048,
        models: [MODELS.flux2Klein4b],
      },
    ],
    'face-swap': [
      qwenEdit,
      {
        run: 'easel-ai/advanced-face-swap',
        shape: 'easel-swap',
        costUsd: 0.05,
        longestSidePx: 2048,
        models: [servedModel('easel-ai/advanced-face-swap', 'face-swap', 'https://easel.ai')],
      },
    ],
    'image-to-video': [
      {
        run: 'fal-ai/wan/v2.2-5b/image-to-video',
        shape: 'wan',
        costUsd: 0.15,
        longestSidePx: 1280,
        models: [MODELS.wan22Small],
      },
      {
        run: 'fal-ai/kling-video/v2.5-turbo/pro/image-to-video',
        shape: 'kling',
        costUsd: 0.35,
        longestSidePx: 1920,
        models: [servedModel('kling-video/v2.5-turbo/pro', 'video', 'https://klingai.com')],
      },
    ],
    upscale: [
      {
        run: 'fal-ai/esrgan',
        shape: 'esrgan',
        costUsd: 0.002,
        longestSidePx: 4096,
        models: [MODELS.realEsrgan],
      },
      {
        run: 'fal-ai/seedvr/upscale/image',
        shape: 'seedvr',
        costUsd: 0.01,
        longestSidePx: 4096,
        models: [MODELS.seedVr2],
      },
    ],
  },
  alsoCalled: new Map<string, string>([
    [MODELS.flux1Dev.id, 'fal-ai/flux-lora'],
    [MODELS.flux1Schnell.id, 'fal-ai/flux-1/schnell'],
    [MODELS.qwenImage.id, 'fal-ai/qwen-image'],
    [MODELS.qwenEdit2511.id, qwenEdit.run],
    [MODELS.flux2Dev.id, 'fal-ai/flux-2/edit'],
    [MODELS.flux2Klein4b.id, 'fal-ai/flux-2/klein/4b/edit'],
    [MODELS.wan22Small.id, 'fal-ai/wan/v2.2-5b/image-to-video'],
  ]),
  guess: (kind) => GUESSES[kind],
  page: (run) => `https://fal.ai/models/${run}`,
};
