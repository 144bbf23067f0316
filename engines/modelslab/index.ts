import { optional, setting, text, wholeNumber } from '@lumiku/contract/settings';
import { modelSettings } from '../model-settings.ts';
import type { EngineDefinition } from '../port/engine-definition.ts';
import {
  chosenModels,
  hostedModelSettings,
  keySetting,
  urlSetting,
} from '../wire/hosted-settings.ts';

const key = keySetting('MODELSLAB_API_KEY', 'ModelsLab', 'modelslab.com/dashboard/api-keys');
const baseUrl = urlSetting('MODELSLAB_URL', 'ModelsLab', 'https://modelslab.com/api');
const lora = setting({
  env: 'MODELSLAB_LORA',
  schema: optional(text),
  fallback: undefined,
  fallbackText: 'none',
  about:
    'Id of a LoRA in ModelsLab’s own catalogue, where the RealismLora has to be uploaded first.',
  fix: 'Set the id ModelsLab shows for it, or leave it out.',
});
const queueMax = setting({
  env: 'MODELSLAB_QUEUE',
  schema: wholeNumber(1, 100),
  fallback: 5,
  about: 'Pieces of work your ModelsLab plan lets wait: 5, 10 or 15.',
  fix: 'Set a whole number from 1 to 100.',
});
const models = hostedModelSettings('MODELSLAB', {
  'pose-transfer': 'qwen-edit-2511',
  'face-swap': 'multiple_face_swap',
  'image-to-video': 'wan2.2',
  upscale: 'RealESRGAN_x4plus',
});

/** ControlNet, edit models, face swap and clips by subscription. */
export const modelslab: EngineDefinition = {
  id: 'modelslab',
  title: 'ModelsLab',
  about: {
    en: 'FLUX, poses, face swap, clips and upscaling by subscription.',
    id: 'FLUX, pose, tukar wajah, klip, dan pembesaran dengan langganan.',
  },
  preference: 60,
  settings: [key, ...Object.values(models), lora, queueMax, baseUrl],
  needs: [key],
  configure: (read) => {
    const secret = read(key);
    if (secret === undefined) return null;
    const id = read(lora);
    const settings = {
      key: secret,
      baseUrl: read(baseUrl),
      models: chosenModels(read, models),
      lora: id === undefined ? null : { id, scale: read(modelSettings.loraScale) },
      queueMax: read(queueMax),
    };
    return async () => {
      const { createModelsLabEngine } = await import('./create-modelslab-engine.ts');
      return createModelsLabEngine(settings);
    };
  },
};
