import {
  type EncodedPicture,
  type Engine,
  EngineFault,
  type PoseTransferRequest,
} from '@lumiku/engines/engine';
import { checkRequest } from './check-request.ts';

/** Draws the figure of a request in its pose with an engine of this machine: for engines that take a pose from a picture. */
export function figureDrawer(local: Engine) {
  return async (request: PoseTransferRequest, signal: AbortSignal): Promise<EncodedPicture> => {
    const watch = { signal, onProgress: () => undefined };
    const ticket = await local.submit(request, { ...watch, key: crypto.randomUUID() });
    const { kind, bytes, mediaType } = await local.follow(ticket, watch);
    if (kind !== 'picture') throw new EngineFault('bad_output', 'a clip, not a figure');
    return { bytes, mediaType };
  };
}

/** Somebody to check engines with: nobody's photo. */
export async function drawnPerson(local: Engine, signal: AbortSignal): Promise<EncodedPicture> {
  const nothing = async () => ({ bytes: new Uint8Array(), mediaType: 'image/png' });
  const request = await checkRequest('pose-transfer', nothing);
  if (request.kind !== 'pose-transfer') throw new Error('asked for a pose, got something else');
  return await figureDrawer(local)(request, signal);
}
