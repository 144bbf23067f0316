import { type EngineCapability, EngineFault, type EngineModel } from '../engine.ts';
import { MODELS, unknownModel } from './licences.ts';
import { loraLink } from './lora-link.ts';

/** A LoRA as the operator chose it. */
export interface LoraChoice {
  /** `owner/repo` or `owner/repo/file.safetensors` of Hugging Face, or an https address. */
  readonly model: string;
  readonly scale: number;
}

export interface LoraReady {
  readonly link: string;
  readonly scale: number;
  readonly model: EngineModel;
  readonly capability: NonNullable<EngineCapability['lora']>;
}

/** The range in which the RealismLora and its like give pictures rather than noise. */
const SCALE_MAX = 2;

/** @throws EngineFault `not_configured` when nobody knows which file of the repository is meant */
export function loraReady(choice: LoraChoice): LoraReady {
  const link = loraLink(choice.model);
  if (link === null) {
    throw new EngineFault(
      'not_configured',
      `Which file of ${choice.model} are the weights? Write owner/repo/file.safetensors or an https address.`,
    );
  }
  const known = MODELS.realismLora.id === choice.model ? MODELS.realismLora : undefined;
  const page = choice.model.startsWith('https:')
    ? choice.model
    : `https://huggingface.co/${choice.model.split('/').slice(0, 2).join('/')}`;
  return {
    link,
    scale: choice.scale,
    model: known ?? unknownModel(choice.model, 'lora', page),
    capability: { model: choice.model, scale: choice.scale, scaleMin: 0, scaleMax: SCALE_MAX },
  };
}
