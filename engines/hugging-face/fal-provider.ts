import { EngineFault } from '../engine.ts';
import { falFault, falLink } from '../fal/fal-result.ts';
import { FAL_SHAPES, type FalShape } from '../fal/fal-shapes.ts';
import { FalOutput, QueueStatus, Submitted } from '../fal/fal-wire.ts';
import { readAnswer } from '../wire/ask-service.ts';
import { HUGGING_FACE, routerFault } from './hugging-face-client.ts';
import type { InferenceProvider } from './provider.ts';

const QUEUE = '_subdomain=queue';
const Queued = Submitted.pick({ request_id: true, response_url: true });

/** fal through the router: its queue, with its addresses turned back to the router. */
export const falProvider: InferenceProvider = {
  id: 'fal-ai',
  kinds: ['text-to-image', 'pose-transfer', 'face-swap', 'image-to-video'],
  takesSeed: true,
  samples: { 'text-to-image': ['steps', 'guidance'], 'pose-transfer': ['steps', 'guidance'] },
  isHeld: false,
  create: ({ providerId }, kind, wish) => ({
    path: `/fal-ai/${providerId}?${QUEUE}`,
    body: FAL_SHAPES[shapeOf(kind, providerId)](wish),
  }),
  read(answer, secrets, isFirst) {
    const call = { service: HUGGING_FACE, secrets, mayCost: isFirst };
    if (isFirst) {
      const fault = routerFault(answer, secrets, true);
      if (fault) throw fault;
      const { response_url } = readAnswer(answer, Queued, call);
      const at = `/fal-ai${new URL(response_url).pathname}`;
      return { askAt: `${at}/status?${QUEUE}`, stage: 'queued', fraction: null };
    }
    if (answer.status >= 300) throw falFault(answer, secrets, false);
    const status = QueueStatus.safeParse(answer.json).data;
    if (!status) {
      const output = readAnswer(answer, FalOutput, call);
      return { link: falLink(output), seed: output.seed ?? undefined };
    }
    if (status.status === 'COMPLETED') return { resultAt: 'status-less' };
    const stage = status.status === 'IN_QUEUE' ? 'queued' : 'drawing';
    return { askAt: null, stage, fraction: null };
  },
};

function shapeOf(kind: string, providerId: string): FalShape {
  if (kind === 'text-to-image') {
    if (providerId.includes('schnell')) return 'flux-schnell';
    return providerId.includes('qwen') ? 'qwen-image' : 'flux-lora';
  }
  if (kind === 'image-to-video') return providerId.includes('kling') ? 'kling' : 'wan';
  if (kind === 'upscale')
    throw new EngineFault('invalid_input', 'fal is not asked to upscale here.');
  if (providerId.includes('klein')) return 'flux-2-klein-edit';
  return providerId.includes('qwen') ? 'qwen-edit' : 'flux-2-edit';
}
