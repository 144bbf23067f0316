import type { EngineModel, ModelLicence } from '../engine.ts';

const APACHE_2: ModelLicence = {
  name: 'Apache-2.0',
  url: 'https://www.apache.org/licenses/LICENSE-2.0',
  isCommercialUseAllowed: true,
};
const BSD_3: ModelLicence = {
  name: 'BSD-3-Clause',
  url: 'https://github.com/xinntao/Real-ESRGAN/blob/master/LICENSE',
  isCommercialUseAllowed: true,
};
const FLUX_1_DEV_LICENCE: ModelLicence = {
  name: 'FLUX.1 [dev] Non-Commercial License',
  url: 'https://huggingface.co/black-forest-labs/FLUX.1-dev/blob/main/LICENSE.md',
  isCommercialUseAllowed: false,
};
const FLUX_2_DEV_LICENCE: ModelLicence = {
  name: 'FLUX [dev] Non-Commercial License',
  url: 'https://huggingface.co/black-forest-labs/FLUX.2-dev/blob/main/LICENSE.txt',
  isCommercialUseAllowed: false,
};
const INSIGHTFACE: ModelLicence = {
  name: 'InsightFace models, research only',
  url: 'https://github.com/deepinsight/insightface#license',
  isCommercialUseAllowed: false,
};

/** Models several services run, as their makers call them, and what their makers allow. */
export const MODELS = {
  flux1Dev: { id: 'black-forest-labs/FLUX.1-dev', part: 'base', licence: FLUX_1_DEV_LICENCE },
  flux1Schnell: { id: 'black-forest-labs/FLUX.1-schnell', part: 'base', licence: APACHE_2 },
  realismLora: { id: 'XLabs-AI/flux-RealismLora', part: 'lora', licence: FLUX_1_DEV_LICENCE },
  fluxPoseControl: {
    id: 'Shakker-Labs/FLUX.1-dev-ControlNet-Union-Pro-2.0',
    part: 'control',
    licence: FLUX_1_DEV_LICENCE,
  },
  flux2Dev: { id: 'black-forest-labs/FLUX.2-dev', part: 'base', licence: FLUX_2_DEV_LICENCE },
  flux2Klein4b: { id: 'black-forest-labs/FLUX.2-klein-4B', part: 'base', licence: APACHE_2 },
  qwenImage: { id: 'Qwen/Qwen-Image', part: 'base', licence: APACHE_2 },
  qwenEdit2509: { id: 'Qwen/Qwen-Image-Edit-2509', part: 'base', licence: APACHE_2 },
  qwenEdit2511: { id: 'Qwen/Qwen-Image-Edit-2511', part: 'base', licence: APACHE_2 },
  wan22: { id: 'Wan-AI/Wan2.2-I2V-A14B', part: 'video', licence: APACHE_2 },
  wan22Small: { id: 'Wan-AI/Wan2.2-TI2V-5B', part: 'video', licence: APACHE_2 },
  inswapper: { id: 'deepinsight/inswapper_128', part: 'face-swap', licence: INSIGHTFACE },
  seedVr2: { id: 'ByteDance-Seed/SeedVR2-7B', part: 'upscaler', licence: APACHE_2 },
  realEsrgan: { id: 'xinntao/Real-ESRGAN', part: 'upscaler', licence: BSD_3 },
} as const satisfies Record<string, EngineModel>;

/** A model of which only the place it runs is known. */
export const unknownModel = (id: string, part: EngineModel['part'], url: string): EngineModel => ({
  id,
  part,
  licence: { name: 'See the page of the model', url, isCommercialUseAllowed: null },
});

/** A model only its makers run, under the terms of their service. */
export const servedModel = (id: string, part: EngineModel['part'], url: string): EngineModel => ({
  id,
  part,
  licence: { name: 'Terms of the service', url, isCommercialUseAllowed: true },
});
