import { EngineFault, type EngineRequest } from '../engine.ts';

/** Pictures of more pieces of work than this are not kept; the oldest goes. */
const HELD_MAX = 12;

type PictureRequest = Extract<EngineRequest, { kind: 'face-swap' | 'upscale' }>;

export interface HeldRequests {
  keep(id: string, request: EngineRequest): void;
  /** @throws EngineFault `result_expired`, at no cost, when this instance does not have it (any more) */
  get<Kind extends PictureRequest['kind']>(
    id: string,
    kind: Kind,
  ): Extract<PictureRequest, { kind: Kind }>;
}

/** Requests whose pictures are too large for a ticket, from their submit until newer ones take their place. */
export function createHeldRequests(): HeldRequests {
  const held = new Map<string, EngineRequest>();
  return {
    keep(id, request) {
      held.set(id, request);
      for (const oldest of held.keys()) {
        if (held.size <= HELD_MAX) break;
        held.delete(oldest);
      }
    },
    get(id, kind) {
      const request = held.get(id);
      if (request && isOf(request, kind)) return request;
      throw new EngineFault('result_expired', 'The pictures of this work are no longer here.', {
        costUsd: 0,
      });
    },
  };
}

function isOf<Kind extends EngineRequest['kind']>(
  request: EngineRequest,
  kind: Kind,
): request is Extract<EngineRequest, { kind: Kind }> {
  return request.kind === kind;
}
