import { EngineFault } from '../engine.ts';
import { base64 } from '../wire/data-url.ts';
import { FLUX_GUIDANCE, within } from '../wire/sampling.ts';
import type { Flavour } from './flavours.ts';

export interface Lora {
  /** As the program lists it: the name of the file without its ending. */
  readonly name: string;
  readonly scale: number;
}

/** What is to be made, in the program's terms. */
export interface Wanted {
  readonly prompt: string;
  readonly negativePrompt: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly seed: number;
  readonly lora: Lora | null;
  readonly checkpoint: string | undefined;
  /** Forge: text encoders and VAE beside a FLUX checkpoint. */
  readonly modules: readonly string[] | undefined;
  readonly steps: number;
  /** As the style asks for it; left out, the usual. */
  readonly guidance: number | undefined;
  readonly taskId: string;
  readonly control: { readonly skeleton: Uint8Array; readonly model: string } | null;
  readonly identity: { readonly photo: Uint8Array; readonly model: string } | null;
}

const FLUX = /flux/i;
const SDXL_GUIDANCE = { min: 4, max: 9, usual: 5 };
const CONTROL = { weight: 1, start: 0, end: 0.8 };
const IDENTITY_WEIGHT = 0.8;

/** `<lora:…>`, `<hypernet:…>`: commands in the words of a person, which load what they name. */
export const withoutTags = (words: string): string => {
  const cleaned = words.replaceAll(/<\s*[a-z]+\s*:[^<>]*>?/gi, ' ');
  return cleaned === words ? cleaned.replaceAll(/\s+/g, ' ').trim() : withoutTags(cleaned);
};

/** The create call of a picture. */
export function webuiCall(
  wanted: Wanted,
  flavour: Flavour,
): { path: string; json: Readonly<Record<string, unknown>> } {
  const tag = wanted.lora ? ` <lora:${wanted.lora.name}:${wanted.lora.scale}>` : '';
  const base = {
    prompt: `${withoutTags(wanted.prompt)}${tag}`,
    negative_prompt: withoutTags(wanted.negativePrompt),
    steps: wanted.steps,
    seed: wanted.seed,
    ...{ batch_size: 1, n_iter: 1, send_images: true, save_images: false },
    ...sampling(wanted, flavour),
    ...override(wanted, flavour),
  };
  if (flavour.control === 'route' && (wanted.control || wanted.identity)) {
    return { path: '/sdapi/v1/control', json: { ...base, ...routed(wanted) } };
  }
  const units = unitsOf(wanted, flavour);
  const json = {
    ...base,
    ...{ width: wanted.widthPx, height: wanted.heightPx },
    ...(flavour.namesTasks ? { force_task_id: wanted.taskId } : {}),
    ...(units.length > 0 ? { alwayson_scripts: { controlnet: { args: units } } } : {}),
  };
  return { path: '/sdapi/v1/txt2img', json };
}

/** FLUX is guided by an input of its own; guided a second time, it burns. */
function sampling(
  { checkpoint = '', guidance }: Wanted,
  flavour: Flavour,
): Record<string, unknown> {
  if (!FLUX.test(checkpoint)) {
    const cfg_scale = within(guidance, SDXL_GUIDANCE);
    return { cfg_scale, sampler_name: 'DPM++ 2M', scheduler: 'Karras' };
  }
  const field = flavour.fluxGuidance;
  return {
    ...{ cfg_scale: 1, sampler_name: 'Euler', scheduler: 'Simple' },
    ...(field ? { [field]: within(guidance, FLUX_GUIDANCE) } : {}),
  };
}

function override({ checkpoint, modules }: Wanted, flavour: Flavour): Record<string, unknown> {
  if (checkpoint === undefined) return {};
  const beside = flavour.hasModules && modules ? { forge_additional_modules: modules } : {};
  return {
    override_settings: { sd_model_checkpoint: checkpoint, ...beside },
    override_settings_restore_afterwards: false,
  };
}

function unitsOf({ control, identity }: Wanted, flavour: Flavour): Record<string, unknown>[] {
  const unit = {
    // Off unless said otherwise in one of the programs.
    enabled: true,
    resize_mode: 'Just Resize',
    control_mode: 'Balanced',
    pixel_perfect: false,
    // Else the map comes back as a second picture.
    save_detected_map: false,
  };
  const skeleton = control && {
    ...unit,
    // `input_image` is passed over in silence by one of them.
    image: base64(control.skeleton),
    ...{ module: flavour.noPreprocessor, model: control.model, weight: CONTROL.weight },
    ...{ guidance_start: CONTROL.start, guidance_end: CONTROL.end },
  };
  const face = identity && {
    ...unit,
    image: base64(identity.photo),
    ...{ module: flavour.identityModule, model: identity.model, weight: IDENTITY_WEIGHT },
    ...{ guidance_start: 0, guidance_end: 1 },
  };
  return [skeleton, face].filter((one) => one !== null);
}

function routed({ control, identity, widthPx, heightPx }: Wanted): Record<string, unknown> {
  const { weight: strength, start, end } = CONTROL;
  return {
    ...{ width_before: widthPx, height_before: heightPx },
    control: control
      ? [
          {
            process: '',
            model: control.model,
            strength,
            start,
            end,
            override: base64(control.skeleton),
          },
        ]
      : [],
    ...(identity
      ? {
          ip_adapter: [
            { adapter: identity.model, images: [base64(identity.photo)], scale: IDENTITY_WEIGHT },
          ],
        }
      : {}),
  };
}

/** The installed model of a name; names carry a hash at their end that nobody types. @throws EngineFault */
export function installed(
  wanted: string | RegExp,
  models: readonly string[],
  what: string,
): string {
  const found = models.find((model) =>
    typeof wanted === 'string' ? stem(model) === stem(wanted) : wanted.test(model),
  );
  if (found !== undefined) return found;
  const asked = typeof wanted === 'string' ? wanted : 'one';
  const has = models.length > 0 ? ` There is ${models.slice(0, 5).join(', ')}.` : '';
  throw new EngineFault('not_configured', `No ${what} model: ${asked} is not installed.${has}`);
}

const stem = (model: string): string =>
  model
    .replace(/\s*\[[0-9a-f]+\]$/i, '')
    .replace(/\.(safetensors|pth|bin|ckpt)$/i, '')
    .toLowerCase();
