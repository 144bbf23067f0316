import type { EngineDefinition } from '../port/engine-definition.ts';
import {
  chosenLora,
  chosenModels,
  hostedModelSettings,
  keySetting,
  urlSetting,
} from '../wire/hosted-settings.ts';

const key = keySetting('FAL_KEY', 'fal', 'fal.ai/dashboard/keys');
const queueUrl = urlSetting('FAL_QUEUE_URL', 'the queue of fal', 'https://queue.fal.run');
const models = hostedModelSettings('FAL', {
  'pose-transfer': 'fal-ai/qwen-image-edit-2511',
  'face-swap': 'fal-ai/qwen-image-edit-2511',
  'image-to-video': 'fal-ai/wan/v2.2-5b/image-to-video',
  upscale: 'fal-ai/esrgan',
});

/** Models of others, fast and by the request. */
export const fal: EngineDefinition = {
  id: 'fal',
  title: 'fal',
  about: {
    en: 'FLUX with a LoRA, poses, clips and upscaling through one queue, paid by the request.',
    id: 'FLUX dengan LoRA, pose, klip, dan pembesaran lewat satu antrean, dibayar per permintaan.',
  },
  preference: 40,
  settings: [key, ...Object.values(models), queueUrl],
  needs: [key],
  configure: (read, report) => {
    const secret = read(key);
    if (secret === undefined) return null;
    const settings = {
      key: secret,
      queueUrl: read(queueUrl),
      models: chosenModels(read, models),
      lora: chosenLora(read, report),
    };
    return async () => {
      const { createFalEngine } = await import('./create-fal-engine.ts');
      return createFalEngine(settings);
    };
  },
};
