import { address, optional, type Setting, setting, text } from '@lumiku/contract/settings';
import type { EngineRequestKind } from '../engine.ts';
import { modelSettings } from '../model-settings.ts';
import type { ReadSetting, ReportProblem } from '../port/engine-definition.ts';
import { loraLink } from './lora-link.ts';
import type { LoraChoice } from './lora-wish.ts';

type ChosenKind = Exclude<EngineRequestKind, 'text-to-image'>;
type ModelSettings = Readonly<Partial<Record<ChosenKind, Setting<string | undefined>>>>;

const WHAT: Readonly<Record<ChosenKind, readonly [name: string, what: string]>> = {
  'pose-transfer': ['POSE', 'puts a person into a pose'],
  'face-swap': ['FACE_SWAP', 'swaps faces'],
  'image-to-video': ['VIDEO', 'makes clips'],
  upscale: ['UPSCALE', 'makes pictures larger'],
};

/** The settings that choose a hosted service's models, e.g. `FAL_POSE_MODEL`. `docs/engines.md` lists what is known. */
export function hostedModelSettings(
  prefix: string,
  defaults: Readonly<Partial<Record<ChosenKind, string>>>,
): ModelSettings {
  const entries = Object.entries(WHAT).flatMap(([kind, [name, what]]) => {
    const preset = Object.entries(defaults).find(([each]) => each === kind)?.[1];
    if (preset === undefined) return [];
    const chosen = setting({
      env: `${prefix}_${name}_MODEL`,
      schema: optional(text),
      fallback: undefined,
      fallbackText: preset,
      about: `Model of the service that ${what}.`,
      fix: 'Name a model of docs/engines.md, or another one of the same kind.',
    });
    return [[kind, chosen] as const];
  });
  return Object.fromEntries(entries);
}

/** The key of a service: without it the engine is not there. */
export const keySetting = (env: string, service: string, where: string) =>
  setting({
    env,
    schema: optional(text),
    fallback: undefined,
    fallbackText: 'none: not used',
    about: `Key of ${service}, from ${where}.`,
    fix: `Copy the key from ${where}, or leave it out.`,
    isSecret: true,
  });

/** Where a service is reached, for proxies and tests of one's own. */
export const urlSetting = (env: string, service: string, usual: string) =>
  setting({
    env,
    schema: address(['https:', 'http:']),
    fallback: usual,
    about: `Where ${service} is reached; change it for a proxy of your own.`,
    fix: `Set an address like ${usual}, without a slash at its end.`,
  });

/** What is chosen, in the form the engines take. */
export function chosenModels(
  read: ReadSetting,
  settings: ModelSettings,
): Partial<Record<EngineRequestKind, string>> {
  const models: Partial<Record<EngineRequestKind, string>> = {
    'text-to-image': read(modelSettings.model),
  };
  for (const kind of ['pose-transfer', 'face-swap', 'image-to-video', 'upscale'] as const) {
    const chosen = settings[kind] && read(settings[kind]);
    if (chosen !== undefined) models[kind] = chosen;
  }
  return models;
}

/** The LoRA of `FLUX_LORA_MODEL`; null when it is off. */
export function chosenLora(read: ReadSetting, report: ReportProblem): LoraChoice | null {
  const model = read(modelSettings.lora);
  if (model !== 'off' && loraLink(model) === null) {
    report({
      setting: modelSettings.lora,
      message: `(${JSON.stringify(model)}) does not say which file of the repository is meant`,
      fix: 'Write owner/repo/file.safetensors, or an https address.',
    });
  }
  return model === 'off' ? null : { model, scale: read(modelSettings.loraScale) };
}
