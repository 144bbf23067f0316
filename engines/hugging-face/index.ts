import { address, list, optional, setting, text } from '@lumiku/contract/settings';
import { modelSettings } from '../model-settings.ts';
import type { EngineDefinition, ReadSetting, ReportProblem } from '../port/engine-definition.ts';
import {
  chosenLora,
  chosenModels,
  hostedModelSettings,
  keySetting,
  urlSetting,
} from '../wire/hosted-settings.ts';
import { LORA_PROVIDER_IDS, PROVIDER_IDS, type ProviderId } from './provider.ts';

const token = keySetting('HUGGINGFACE_API_KEY', 'Hugging Face', 'huggingface.co/settings/tokens');
const routerUrl = urlSetting(
  'HUGGINGFACE_ROUTER_URL',
  'the router',
  'https://router.huggingface.co',
);
const endpointUrl = setting({
  env: 'HUGGINGFACE_ENDPOINT_URL',
  schema: optional(address(['https:', 'http:'])),
  fallback: undefined,
  fallbackText: 'none: Inference Providers',
  about:
    'A dedicated Inference Endpoint of yours; pictures from words and poses are then made there.',
  fix: 'Copy the address of the endpoint, or leave it out.',
});
const providers = setting({
  env: 'HUGGINGFACE_PROVIDERS',
  schema: optional(list),
  fallback: undefined,
  fallbackText: PROVIDER_IDS.join(', '),
  about: 'Inference Providers in the order they are asked.',
  fix: `Name some of ${PROVIDER_IDS.join(', ')} with commas between them.`,
});
const billTo = setting({
  env: 'HUGGINGFACE_BILL_TO',
  schema: optional(text),
  fallback: undefined,
  fallbackText: 'the account of the key',
  about: 'Organisation at Hugging Face that pays.',
  fix: 'Set the name of the organisation, or leave it out.',
});
const models = hostedModelSettings('HUGGINGFACE', {
  'pose-transfer': 'Qwen/Qwen-Image-Edit-2511',
  'face-swap': 'Qwen/Qwen-Image-Edit-2511',
  'image-to-video': 'Wan-AI/Wan2.2-TI2V-5B',
});

/** The providers that were chosen; those nobody here speaks to are told. */
function knownProviders(
  read: ReadSetting,
  report: ReportProblem,
): readonly ProviderId[] | undefined {
  const asked = read(providers);
  const known = PROVIDER_IDS.filter((id) => asked?.includes(id));
  const unknown = asked?.filter((name) => !known.some((id) => id === name)) ?? [];
  if (unknown.length > 0) {
    report({
      setting: providers,
      message: `names ${unknown.join(', ')}, which Lumiku does not speak to`,
      fix: providers.fix,
    });
  }
  // In the order of the operator.
  return asked?.flatMap((name) => known.find((id) => id === name) ?? []);
}

/** Open models through the providers of Hugging Face, or an endpoint of one's own. */
export const huggingFace: EngineDefinition = {
  id: 'hugging-face',
  title: 'Hugging Face',
  about: {
    en: 'FLUX with a LoRA, poses, face swap and clips through Inference Providers, or an endpoint of your own.',
    id: 'FLUX dengan LoRA, pose, tukar wajah, dan klip lewat Inference Providers, atau endpoint milikmu.',
  },
  preference: 45,
  settings: [token, ...Object.values(models), providers, endpointUrl, billTo, routerUrl],
  needs: [token],
  configure: (read, report) => {
    const secret = read(token);
    if (secret === undefined) return null;
    const lora = chosenLora(read, report);
    const chosen = knownProviders(read, report);
    const isSent =
      read(endpointUrl) !== undefined || chosen?.some((id) => LORA_PROVIDER_IDS.includes(id));
    if (lora && chosen && chosen.length > 0 && !isSent) {
      report({
        setting: providers,
        message: `names none that takes a LoRA, and ${modelSettings.lora.env} is ${lora.model}`,
        fix: `Set ${modelSettings.lora.env}=off, or name one of ${LORA_PROVIDER_IDS.join(', ')}, too.`,
      });
    }
    const settings = {
      token: secret,
      routerUrl: read(routerUrl),
      billTo: read(billTo),
      endpointUrl: read(endpointUrl),
      providers: chosen,
      models: chosenModels(read, models),
      lora,
    };
    return async () => {
      const { createHuggingFaceEngine } = await import('./create-hugging-face-engine.ts');
      return createHuggingFaceEngine(settings);
    };
  },
};
