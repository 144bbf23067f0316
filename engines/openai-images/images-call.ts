import type { EncodedPicture, EngineRequestKind } from '../engine.ts';
import { base64 } from '../wire/data-url.ts';
import type { Unsent } from '../wire/model-wish.ts';
import { guardPrompt } from './guard-prompt.ts';
import type { ServerProfile } from './profiles.ts';

export interface Lora {
  /** As the server finds it: an id of Hugging Face, a path, or a name in its folder. */
  readonly model: string;
  readonly scale: number;
}

export interface Wanted extends Unsent {
  readonly model: string;
  readonly lora: Lora | null;
  readonly steps?: number | undefined;
  readonly guidance?: number | undefined;
  /** Pictures that are sent before the finished one; 0 for none. */
  readonly frames: number;
}

export interface ImagesCall {
  readonly path: string;
  readonly json?: Readonly<Record<string, unknown>>;
  readonly body?: FormData;
}

const FLUX = /flux/i;
/** Clips of `sd-server`: 4 n + 1 frames. */
const CLIP_FPS = 16;

/** The create call of a server that answers with the picture. */
export function imagesCall(wanted: Wanted, profile: ServerProfile): ImagesCall {
  const { wish, pictures, model } = wanted;
  const fields: Record<string, unknown> = {
    model,
    prompt: promptFor(wish, profile),
    n: 1,
    size: `${wish.widthPx}x${wish.heightPx}`,
    output_format: 'png',
    ...(profile.responseFormat ? { response_format: profile.responseFormat } : {}),
    ...(profile.negative === 'field'
      ? { negative_prompt: guardPrompt(wish.negativePrompt, profile) }
      : {}),
    ...named(profile.fields.seed, wish.seed),
    ...named(profile.fields.steps, wanted.steps),
    ...named(guidanceField(profile, model), wanted.guidance),
    ...(wanted.frames > 0 ? { stream: true, partial_images: wanted.frames } : {}),
  };
  if (wanted.lora && profile.lora === 'per-request') {
    const { model: path, scale } = wanted.lora;
    fields.lora = { name: 'lumiku', path, scale, int_id: 1 };
  }
  if (pictures.length === 0) return { path: '/v1/images/generations', json: fields };
  if (profile.pictures === 'ref_images') {
    const ref_images = pictures.map(({ bytes }) => base64(bytes));
    return { path: '/v1/images/generations', json: { ...fields, ref_images } };
  }
  return { path: '/v1/images/edits', body: formOf(fields, pictures, profile.pictures ?? 'image') };
}

/** FLUX takes its guidance as an input; Qwen is guided by a second, unguided picture. */
const guidanceField = ({ fields }: ServerProfile, model: string): string | undefined =>
  FLUX.test(model) ? fields.guidance : (fields.trueGuidance ?? fields.guidance);

/** The create call of `sd-server`'s own API. */
export function sdJobCall(
  wanted: Wanted,
  kind: EngineRequestKind,
  profile: ServerProfile,
): ImagesCall {
  const { wish, pictures, lora, model } = wanted;
  const sample_params = {
    ...named('sample_steps', wanted.steps),
    ...(wanted.guidance === undefined
      ? {}
      : { guidance: { [FLUX.test(model) ? 'distilled_guidance' : 'txt_cfg']: wanted.guidance } }),
  };
  const json = {
    prompt: guardPrompt(wish.prompt, profile),
    negative_prompt: guardPrompt(wish.negativePrompt, profile),
    ...{ width: wish.widthPx, height: wish.heightPx, seed: wish.seed },
    lora: lora ? [{ path: lora.model, multiplier: lora.scale }] : [],
    ...(Object.keys(sample_params).length > 0 ? { sample_params } : {}),
  };
  const sent = pictures.map(({ bytes }) => base64(bytes));
  if (kind === 'image-to-video') {
    const video_frames = Math.max(5, Math.round((wish.seconds * CLIP_FPS) / 4) * 4 + 1);
    const clip = { init_image: sent[0], video_frames, fps: CLIP_FPS, output_format: 'webm' };
    return { path: '/sdcpp/v1/vid_gen', json: { ...json, ...clip } };
  }
  const still = {
    batch_count: 1,
    ref_images: sent,
    output_format: 'png',
    embed_image_metadata: false,
  };
  return { path: '/sdcpp/v1/img_gen', json: { ...json, ...still } };
}

function promptFor(wish: Wanted['wish'], profile: ServerProfile): string {
  const prompt = guardPrompt(wish.prompt, profile);
  const negative = guardPrompt(wish.negativePrompt, profile);
  if (negative === '' || profile.negative === 'field') return prompt;
  return profile.negative === 'bar' ? `${prompt}|${negative}` : `${prompt} Avoid: ${negative}.`;
}

const named = (name: string | undefined, value: number | undefined) =>
  name === undefined || value === undefined ? {} : { [name]: value };

function formOf(
  fields: Readonly<Record<string, unknown>>,
  pictures: readonly EncodedPicture[],
  name: string,
): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) {
    form.set(field, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  pictures.forEach(({ bytes, mediaType }, index) => {
    const kind = mediaType === 'image/jpeg' ? 'jpg' : 'png';
    form.append(
      name,
      new File([new Uint8Array(bytes)], `picture-${index + 1}.${kind}`, { type: mediaType }),
    );
  });
  return form;
}
