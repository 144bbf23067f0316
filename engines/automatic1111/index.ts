import { address, list, optional, setting, text, wholeNumber } from '@lumiku/contract/settings';
import { modelSettings } from '../model-settings.ts';
import type { EngineDefinition, ReadSetting, ReportProblem } from '../port/engine-definition.ts';

const model = (env: string, about: string, fallbackText: string) =>
  setting({
    ...{ env, about, fallbackText, schema: optional(text), fallback: undefined },
    fix: 'Set its name as the program lists it, or off.',
  });

const settings = {
  url: setting({
    env: 'AUTOMATIC1111_URL',
    schema: optional(address(['http:', 'https:'])),
    fallback: undefined,
    fallbackText: 'none',
    about: 'Where your AUTOMATIC1111, Forge or SD.Next is; start it with --api.',
    fix: 'Set its address, e.g. http://localhost:7860.',
    example: 'http://localhost:7860',
  }),
  user: setting({
    env: 'AUTOMATIC1111_USER',
    schema: optional(text),
    fallback: undefined,
    fallbackText: 'none',
    about: 'Name of --api-auth.',
    fix: 'Set the name before the colon of --api-auth.',
  }),
  password: setting({
    env: 'AUTOMATIC1111_PASSWORD',
    schema: optional(text),
    fallback: undefined,
    fallbackText: 'none',
    about: 'Password of --api-auth.',
    fix: 'Set the password behind the colon of --api-auth.',
    isSecret: true,
  }),
  checkpoint: setting({
    env: 'AUTOMATIC1111_CHECKPOINT',
    schema: optional(text),
    fallback: undefined,
    fallbackText: 'the one that is loaded',
    about:
      'Checkpoint to draw with; one with flux in its name is drawn as FLUX, any other as SDXL.',
    fix: 'Set its name as the program lists it.',
    example: 'flux1-dev-fp8.safetensors',
  }),
  modules: setting({
    env: 'AUTOMATIC1111_FORGE_MODULES',
    schema: optional(list),
    fallback: undefined,
    fallbackText: 'those that are loaded',
    about: 'Forge with FLUX: text encoders and VAE beside the checkpoint.',
    fix: 'Name their files with commas between them.',
    example: 'clip_l.safetensors, t5xxl_fp16.safetensors, ae.safetensors',
  }),
  lora: model('AUTOMATIC1111_LORA', 'LoRA, by the name of its file; off for none.', 'off'),
  poseModel: model(
    'AUTOMATIC1111_POSE_MODEL',
    'ControlNet model that follows the skeleton; off for no poses.',
    'the first with openpose in its name',
  ),
  identityModel: model(
    'AUTOMATIC1111_IDENTITY_MODEL',
    'IP-Adapter model that keeps the face; off draws somebody else in the pose.',
    'the first IP-Adapter for faces',
  ),
  upscaler: model(
    'AUTOMATIC1111_UPSCALER',
    'Upscaler for more pixels; off for none.',
    'R-ESRGAN 4x+',
  ),
  steps: setting({
    env: 'AUTOMATIC1111_STEPS',
    schema: optional(wholeNumber(1, 150)),
    fallback: undefined,
    fallbackText: 'those of the style, else 28',
    about:
      'Steps of one picture; set it for checkpoints that need few, such as Turbo or Lightning.',
    fix: 'Set a whole number from 1 to 150.',
  }),
};

/** Settings that do nothing without another one. */
function reportHalves(read: ReadSetting, report: ReportProblem): void {
  const { user, password, modules, checkpoint } = settings;
  for (const [one, other] of [
    [user, password],
    [password, user],
    [modules, checkpoint],
  ] as const) {
    if (read<unknown>(one) === undefined || read<unknown>(other) !== undefined) continue;
    report({
      setting: one,
      message: `is set, but ${other.env} is not`,
      fix: `Set ${other.env}, too, or leave ${one.env} out.`,
    });
  }
}

/** AUTOMATIC1111, Forge or SD.Next of the operator's own. */
export const automatic1111: EngineDefinition = {
  id: 'automatic1111',
  title: 'AUTOMATIC1111',
  about: {
    en: 'Your own AUTOMATIC1111, Forge or SD.Next with ControlNet.',
    id: 'AUTOMATIC1111, Forge, atau SD.Next milikmu sendiri dengan ControlNet.',
  },
  preference: 30,
  settings: Object.values(settings),
  needs: [settings.url],
  configure(read, report) {
    const url = read(settings.url);
    if (url === undefined) return null;
    reportHalves(read, report);
    const name = read(settings.lora);
    const lora = name && name !== 'off' ? { name, scale: read(modelSettings.loraScale) } : null;
    return async () => {
      const { createAutomatic1111Engine } = await import('./create-automatic1111-engine.ts');
      return createAutomatic1111Engine({
        ...{ url, lora, user: read(settings.user), password: read(settings.password) },
        ...{ checkpoint: read(settings.checkpoint), modules: read(settings.modules) },
        ...{ poseModel: read(settings.poseModel), identityModel: read(settings.identityModel) },
        ...{ upscaler: read(settings.upscaler), steps: read(settings.steps) },
      });
    };
  },
};
