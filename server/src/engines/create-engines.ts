import type {
  EngineAbility,
  EngineClipMade,
  EnginePictureMade,
  Engines,
  Log,
  RunningJob,
} from '@lumiku/app-kit';
import {
  capabilityOf,
  type Engine,
  type EngineCapability,
  EngineFault,
  type EngineOutput,
  type EngineRequest,
} from '@lumiku/engines/engine';
import { followWork } from './follow-work.ts';
import { obtainWork } from './obtain-work.ts';

export interface EnginesRoom extends Engines {
  close(): Promise<void>;
}

/**
 * The engines of this process, in order of preference. Work is handed to one exactly once: the key of the attempt is
 * stored before the engine is called and its ticket before anything else happens, so that a job that is run again, in
 * whatever process, follows the same work.
 */
export function createEngines(engines: readonly Engine[], deps: { log: Log }): EnginesRoom {
  const preferred = (kind: EngineRequest['kind']) => {
    for (const engine of engines) {
      const can = capabilityOf(engine, kind);
      if (can) return { engine, can };
    }
    return null;
  };

  async function work(
    job: RunningJob<unknown>,
    request: EngineRequest,
  ): Promise<{ engineId: string; output: EngineOutput }> {
    const obtained = await obtainWork({ engines, log: deps.log }, job, request);
    const output = await followWork(obtained, job);
    return { engineId: obtained.engine.id, output };
  }

  return {
    async make(job, request): Promise<EnginePictureMade> {
      const { engineId, output } = await work(job, request);
      if (output.kind !== 'picture') throw new EngineFault('bad_output', 'a clip, not a picture');
      const { kind: _, costUsd: __, ...picture } = output;
      return { ...picture, engineId };
    },
    async makeClip(job, request): Promise<EngineClipMade> {
      const { engineId, output } = await work(job, request);
      if (output.kind !== 'clip') throw new EngineFault('bad_output', 'a picture, not a clip');
      const { kind: _, costUsd: __, ...clip } = output;
      return { ...clip, poster: clip.poster ?? request.picture, engineId };
    },
    preferred(kind) {
      const found = preferred(kind);
      return found
        ? { id: found.engine.id, title: found.engine.title, isAi: found.can.isAi }
        : null;
    },
    abilities() {
      const kinds = new Set(engines.flatMap(({ capabilities }) => capabilities.map((c) => c.kind)));
      return [...kinds].flatMap((kind) => {
        const found = preferred(kind);
        return found ? [abilityOf(found.engine, found.can)] : [];
      });
    },
    async close() {
      await Promise.all(engines.map((engine) => engine.close()));
    },
  };
}

function abilityOf(engine: Engine, can: EngineCapability): EngineAbility {
  return {
    ...{ kind: can.kind, engineId: engine.id, title: engine.title, isAi: can.isAi },
    longestSidePx: can.sizes
      ? Math.max(...can.sizes.map(({ widthPx, heightPx }) => Math.max(widthPx, heightPx)))
      : can.longestSidePx,
    takesSeed: can.takesSeed,
    keepsIdentity: can.keepsIdentity ?? false,
    ...{ reportsProgress: can.reportsProgress, sendsPreviews: can.sendsPreviews },
    ...{ cancels: can.cancels, secondsMax: can.secondsMax ?? null },
  };
}
