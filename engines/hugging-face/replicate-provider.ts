import { EngineFault } from '../engine.ts';
import { resultLink } from '../replicate/replicate-result.ts';
import { REPLICATE_SHAPES, type ReplicateShape } from '../replicate/replicate-shapes.ts';
import { Prediction } from '../replicate/replicate-wire.ts';
import { readAnswer } from '../wire/ask-service.ts';
import { HUGGING_FACE, routerFault } from './hugging-face-client.ts';
import type { InferenceProvider } from './provider.ts';

/** Replicate through the router, followed by its id where the router's own client gives up. */
export const replicateProvider: InferenceProvider = {
  id: 'replicate',
  kinds: ['text-to-image', 'pose-transfer', 'face-swap', 'image-to-video'],
  takesSeed: true,
  samples: { 'text-to-image': ['steps', 'guidance'] },
  isHeld: false,
  create({ providerId }, kind, wish) {
    const input = REPLICATE_SHAPES[shapeOf(kind, providerId)](wish);
    const [name, version] = providerId.split(':');
    const path = version ? '/replicate/v1/predictions' : `/replicate/v1/models/${name}/predictions`;
    return {
      path,
      body: { input, ...(version ? { version } : {}) },
      headers: { prefer: 'wait=5', 'cancel-after': '20m' },
    };
  },
  read(answer, secrets, isFirst) {
    const fault = routerFault(answer, secrets, isFirst);
    if (fault) throw fault;
    const call = { service: HUGGING_FACE, secrets, mayCost: isFirst };
    const prediction = readAnswer(answer, Prediction, call);
    const at = `/replicate/v1/predictions/${encodeURIComponent(prediction.id)}`;
    const stage = prediction.status === 'starting' ? 'loading_model' : 'drawing';
    // What the first answer already tells is told again by the next one, after the ticket is stored.
    const link = isFirst ? null : resultLink(prediction);
    return link === null ? { askAt: at, stage, fraction: null } : { link };
  },
};

function shapeOf(kind: string, providerId: string): ReplicateShape {
  if (kind === 'image-to-video') return 'wan';
  if (kind === 'upscale')
    throw new EngineFault('invalid_input', 'Replicate is not asked to upscale here.');
  if (kind !== 'text-to-image') return providerId.includes('flux-2') ? 'flux-2' : 'qwen-edit';
  return providerId.includes('schnell') ? 'flux-schnell' : 'flux-lora';
}
