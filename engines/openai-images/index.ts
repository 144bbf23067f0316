import { modelSettings } from '../model-settings.ts';
import type { EngineDefinition, ReadSetting, SettingProblem } from '../port/engine-definition.ts';
import { IMAGES_KINDS, imagesSettings as settings } from './images-settings.ts';
import { PROFILES, type ServerKind } from './profiles.ts';
import { reportUnheeded } from './report-unheeded.ts';

const WITHOUT_KEY: SettingProblem = {
  setting: settings.server,
  message: `is openai, but ${settings.apiKey.env} is not set`,
  fix: `Set ${settings.apiKey.env}, too, or leave ${settings.server.env} out.`,
};

/** Every server that speaks the OpenAI images API. */
export const openaiImages: EngineDefinition = {
  id: 'openai-images',
  title: 'OpenAI images API',
  about: {
    en: 'SGLang, vLLM-Omni, LocalAI, stable-diffusion.cpp on your own machine, or OpenAI.',
    id: 'SGLang, vLLM-Omni, LocalAI, stable-diffusion.cpp di mesinmu sendiri, atau OpenAI.',
  },
  preference: 20,
  settings: Object.values(settings),
  needs: [settings.server, settings.url],
  configure(read, report) {
    const at = addressed(read);
    if (at === null) {
      if (read(settings.server) === 'openai') report(WITHOUT_KEY);
      return null;
    }
    const { server, url } = at;
    const model =
      read(settings.model) ??
      (server === 'openai' ? PROFILES.openai.defaultModel : read(modelSettings.model));
    const asked = read(settings.kinds);
    const kinds = asked && IMAGES_KINDS.filter((kind) => asked.includes(kind));
    const loraName =
      read(settings.lora) ?? (/flux\.?1-dev/i.test(model) ? read(modelSettings.lora) : 'off');
    const lora =
      loraName === 'off' ? null : { model: loraName, scale: read(modelSettings.loraScale) };
    reportUnheeded({ server, model, kinds: kinds ?? null }, read, report);
    return async () => {
      const { createOpenaiImagesEngine } = await import('./create-openai-images-engine.ts');
      return createOpenaiImagesEngine({
        ...{ url, server, apiKey: read(settings.apiKey), model, lora, kinds },
        ...{ steps: read(settings.steps), guidance: read(settings.guidance) },
        frames: read(settings.frames),
      });
    };
  },
};

/** Which server it is and where; null where one of them is not known. A key alone is OpenAI's. */
function addressed(read: ReadSetting): { server: ServerKind; url: string } | null {
  const url = read(settings.url);
  const hasKey = read(settings.apiKey) !== undefined;
  const server = read(settings.server) ?? (url === undefined && hasKey ? 'openai' : undefined);
  if (server === undefined) return null;
  if (url !== undefined) return { server, url };
  // OpenAI is where it always is, but answers nobody without a key.
  return server === 'openai' && hasKey ? { server, url: 'https://api.openai.com' } : null;
}
