import { address, optional, setting } from '@lumiku/contract/settings';
import type { EngineDefinition } from '../port/engine-definition.ts';
import {
  chosenLora,
  chosenModels,
  hostedModelSettings,
  keySetting,
  urlSetting,
} from '../wire/hosted-settings.ts';

const token = keySetting('REPLICATE_API_TOKEN', 'Replicate', 'replicate.com/account/api-tokens');
const baseUrl = urlSetting('REPLICATE_URL', 'Replicate', 'https://api.replicate.com/v1');
const publicUrl = setting({
  env: 'REPLICATE_WEBHOOK_URL',
  schema: optional(address(['https:'])),
  fallback: undefined,
  fallbackText: 'none',
  about:
    'Public https address of this studio. Predictions then carry the key of their attempt in their webhook, by which ' +
    'lost ones are found again; nothing has to listen there.',
  fix: 'Set an https address, or leave it out.',
  example: 'https://studio.example.com',
});
const models = hostedModelSettings('REPLICATE', {
  'pose-transfer': 'qwen/qwen-image-edit-plus',
  'face-swap': 'cdingram/face-swap',
  'image-to-video': 'wan-video/wan-2.2-i2v-fast',
  upscale: 'nightmareai/real-esrgan',
});

/** Pictures by the prediction, from models anybody can publish. */
export const replicate: EngineDefinition = {
  id: 'replicate',
  title: 'Replicate',
  about: {
    en: 'FLUX with a LoRA, poses, face swap, clips and upscaling, paid by the prediction.',
    id: 'FLUX dengan LoRA, pose, tukar wajah, klip, dan pembesaran, dibayar per prediksi.',
  },
  preference: 50,
  settings: [token, ...Object.values(models), publicUrl, baseUrl],
  needs: [token],
  configure: (read, report) => {
    const key = read(token);
    if (key === undefined) return null;
    const address = read(publicUrl);
    const settings = {
      token: key,
      baseUrl: read(baseUrl),
      models: chosenModels(read, models),
      lora: chosenLora(read, report),
      ...(address === undefined ? {} : { publicUrl: address }),
    };
    return async () => {
      const { createReplicateEngine } = await import('./create-replicate-engine.ts');
      return createReplicateEngine(settings);
    };
  },
};
