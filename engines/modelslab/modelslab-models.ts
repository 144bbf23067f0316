import type { EngineRequestKind } from '../engine.ts';
import type { HostedCatalogue } from '../wire/hosted-models.ts';
import { MODELS, unknownModel } from '../wire/licences.ts';
import type { ModelsLabShape } from './modelslab-shapes.ts';

const TERMS = 'https://modelslab.com/terms-of-service';

const GUESSES: Readonly<Record<EngineRequestKind, ModelsLabShape>> = {
  'text-to-image': 'text2img',
  'pose-transfer': 'controlnet',
  'face-swap': 'face-swap',
  'image-to-video': 'video',
  upscale: 'super-resolution',
};

/** What is known of ModelsLab's models. Prices depend on the plan, so none is estimated. */
export const MODELSLAB_MODELS: HostedCatalogue<ModelsLabShape> = {
  known: {
    'text-to-image': [
      {
        run: 'fluxdev',
        shape: 'text2img',
        costUsd: null,
        longestSidePx: 1024,
        models: [MODELS.flux1Dev],
      },
      {
        run: 'flux',
        shape: 'text2img',
        costUsd: null,
        longestSidePx: 1024,
        models: [unknownModel('modelslab/flux', 'base', 'https://modelslab.com/models/flux')],
      },
    ],
    'pose-transfer': [
      {
        run: 'qwen-edit-2511',
        shape: 'qwen-edit',
        costUsd: null,
        longestSidePx: 1024,
        models: [MODELS.qwenEdit2511],
      },
      {
        run: 'qwen-edit-2509',
        shape: 'qwen-edit',
        costUsd: null,
        longestSidePx: 1024,
        models: [MODELS.qwenEdit2509],
      },
      {
        run: 'fluxdev',
        shape: 'controlnet',
        costUsd: null,
        longestSidePx: 1024,
        models: [MODELS.flux1Dev, MODELS.fluxPoseControl],
      },
    ],
    'face-swap': [
      {
        run: 'multiple_face_swap',
        shape: 'face-swap',
        costUsd: null,
        longestSidePx: 2048,
        models: [unknownModel('modelslab/multiple_face_swap', 'face-swap', TERMS)],
      },
    ],
    'image-to-video': [
      { run: 'wan2.2', shape: 'video', costUsd: null, longestSidePx: 1280, models: [MODELS.wan22] },
      {
        run: 'ltx-2.3',
        shape: 'video',
        costUsd: null,
        longestSidePx: 1280,
        models: [unknownModel('Lightricks/LTX-2.3', 'video', 'https://huggingface.co/Lightricks')],
      },
    ],
    upscale: [
      {
        run: 'RealESRGAN_x4plus',
        shape: 'super-resolution',
        costUsd: null,
        longestSidePx: 4096,
        models: [MODELS.realEsrgan],
      },
    ],
  },
  alsoCalled: new Map<string, string>([
    [MODELS.flux1Dev.id, 'fluxdev'],
    [MODELS.flux1Schnell.id, 'flux'],
    [MODELS.qwenEdit2511.id, 'qwen-edit-2511'],
    [MODELS.qwenEdit2509.id, 'qwen-edit-2509'],
    [MODELS.wan22.id, 'wan2.2'],
  ]),
  guess: (kind) => GUESSES[kind],
  page: (run) => `https://modelslab.com/models/${run}`,
};
