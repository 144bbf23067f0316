import type { EngineModel, EngineRequestKind } from '../engine.ts';
import { MODELS, servedModel, unknownModel } from '../wire/licences.ts';
import type { ServerProfile } from './profiles.ts';

/** What is known of a model by its name, first match first. */
const KNOWN: readonly (readonly [RegExp, EngineModel])[] = [
  [/klein.*9b/i, { ...MODELS.flux2Dev, id: 'black-forest-labs/FLUX.2-klein-9B' }],
  [/flux\.?2.*klein/i, MODELS.flux2Klein4b],
  [/flux\.?2/i, MODELS.flux2Dev],
  [/flux.*schnell/i, MODELS.flux1Schnell],
  [/flux.*kontext/i, { ...MODELS.flux1Dev, id: 'black-forest-labs/FLUX.1-Kontext-dev' }],
  [/flux/i, MODELS.flux1Dev],
  [/qwen.*edit.*2509/i, MODELS.qwenEdit2509],
  [/qwen.*edit/i, MODELS.qwenEdit2511],
  [/qwen/i, MODELS.qwenImage],
  [/wan.*5b/i, MODELS.wan22Small],
  [/wan/i, MODELS.wan22],
];

export function servedModelOf(model: string, profile: ServerProfile): EngineModel {
  if (!profile.isOwn) {
    return servedModel(model, 'base', 'https://openai.com/policies/services-agreement/');
  }
  const known = KNOWN.find(([name]) => name.test(model))?.[1];
  return known ?? unknownModel(model, 'base', 'https://huggingface.co/models');
}

/** Models that change pictures they are given; the others would paint a new one beside them. */
const EDITS = /edit|kontext|flux\.?2|gpt-image|omnigen|bagel/i;
/** Models that cannot do without a picture. */
const ONLY_EDITS = /qwen.*edit|kontext/i;
const CLIPS = /wan|ltx|hunyuan.*video|i2v|ti2v/i;

/** What a server with this model can be asked for. A server has one model; the operator may say it better. */
export function kindsOf(model: string, profile: ServerProfile): EngineRequestKind[] {
  if (CLIPS.test(model)) return profile.makesClips ? ['image-to-video'] : [];
  const edits = profile.pictures !== null && EDITS.test(model);
  return [
    ...(ONLY_EDITS.test(model) ? [] : (['text-to-image'] as const)),
    ...(edits ? (['pose-transfer', 'face-swap'] as const) : []),
  ];
}
