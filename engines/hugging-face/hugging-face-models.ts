import type { EngineModel, EngineRequestKind } from '../engine.ts';
import { MODELS, unknownModel } from '../wire/licences.ts';

/** The model of each kind unless the operator chose another one; what has none is not done. */
export const HUGGING_FACE_MODELS: Readonly<Partial<Record<EngineRequestKind, EngineModel>>> = {
  'text-to-image': MODELS.flux1Dev,
  'pose-transfer': MODELS.qwenEdit2511,
  'face-swap': MODELS.qwenEdit2511,
  'image-to-video': MODELS.wan22Small,
};

const KNOWN: readonly EngineModel[] = Object.values(MODELS);

/** A model by its name at the hub. */
export const hubModel = (id: string, part: EngineModel['part'] = 'base'): EngineModel =>
  KNOWN.find((model) => model.id === id) ?? unknownModel(id, part, `https://huggingface.co/${id}`);
