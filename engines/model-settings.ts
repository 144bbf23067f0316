import { decimal, setting, text } from '@lumiku/contract/settings';
import type { EngineRequestKind } from './port/engine-request.ts';

/** The models of text to image, the same for every service that lets them be chosen. */
export const modelSettings = {
  model: setting({
    env: 'FLUX_MODEL',
    schema: text,
    fallback: 'black-forest-labs/FLUX.1-dev',
    about:
      'Model that makes pictures from words, by its name at Hugging Face, at every service where it can be chosen. ' +
      'FLUX.1-dev is for non-commercial use; black-forest-labs/FLUX.1-schnell may be used for anything.',
    fix: 'Set owner/name, e.g. black-forest-labs/FLUX.1-dev.',
  }),
  lora: setting({
    env: 'FLUX_LORA_MODEL',
    schema: text,
    fallback: 'XLabs-AI/flux-RealismLora',
    about: 'LoRA on top of FLUX_MODEL, by its name at Hugging Face; off for none.',
    fix: 'Set owner/name, e.g. XLabs-AI/flux-RealismLora, or off.',
  }),
  loraScale: setting({
    env: 'FLUX_LORA_SCALE',
    schema: decimal(0.8, 1),
    fallback: 0.9,
    about: 'How strongly the LoRA shows.',
    fix: 'Set a number from 0.8 to 1.0.',
  }),
};

/** What would do where a model may not be used commercially: models with open licences, as an operator sets them. */
export const OPEN_MODELS: Readonly<Record<EngineRequestKind, string>> = {
  'text-to-image':
    'FLUX_MODEL=black-forest-labs/FLUX.1-schnell with FLUX_LORA_MODEL=off (Apache-2.0), or Qwen/Qwen-Image (Apache-2.0)',
  'pose-transfer': 'Qwen/Qwen-Image-Edit-2511 (Apache-2.0)',
  'face-swap': 'Qwen/Qwen-Image-Edit-2511 (Apache-2.0), or the local engine',
  'image-to-video': 'a Wan 2.2 model (Apache-2.0), or the local engine',
  upscale: 'Real-ESRGAN (BSD-3-Clause), or the local engine',
};
