import type { PoseTransferRequest, TextToImageRequest } from '../engine.ts';
import { figureJobFor } from './figure-job-for.ts';
import type { DrawWork } from './local-ticket.ts';
import { figureJobFromWords } from './words/figure-job-from-words.ts';

/** The drawing of a request for a picture. */
export function drawWork(request: PoseTransferRequest | TextToImageRequest): Omit<DrawWork, 'id'> {
  return request.kind === 'text-to-image'
    ? { task: 'draw', ...figureJobFromWords(request) }
    : { task: 'draw', job: figureJobFor(request) };
}
