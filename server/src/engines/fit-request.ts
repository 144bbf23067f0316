import { type EngineCapability, type EngineRequest, fitSize } from '@lumiku/engines/engine';

/** The request in a size the engine can make; the shape stays. */
export function fitRequest(request: EngineRequest, can: EngineCapability): EngineRequest {
  return request.kind === 'face-swap' ? request : { ...request, ...fitSize(request, can) };
}
