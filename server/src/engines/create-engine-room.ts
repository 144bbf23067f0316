import type { Database, Log, Principal } from '@lumiku/app-kit';
import type { Engine } from '@lumiku/engines/engine';
import { createAttempts } from './attempts.ts';
import type { RoutingRules } from './choose-engines.ts';
import { createChecks } from './create-checks.ts';
import { createEngines, type EnginesRoom } from './create-engines.ts';
import { figureDrawer } from './draw-figure.ts';
import { engineRoutes } from './engine-routes.ts';
import { createPreviews } from './previews.ts';
import { type KnownEngine, reportEngines } from './report-engines.ts';

export interface EngineRoomOptions extends RoutingRules {
  readonly concurrency: ReadonlyMap<string, number>;
  readonly timeoutSeconds: ReadonlyMap<string, number>;
}

export interface EngineRoom {
  /** What apps see. */
  readonly engines: EnginesRoom;
  routes(
    resolvePrincipal: (headers: Headers) => Promise<Principal | null>,
  ): ReturnType<typeof engineRoutes>;
  sweep(): Promise<void>;
  close(): Promise<void>;
}

/** The room of engines: who is asked, how they have been, and what the admin sees of it. */
export function createEngineRoom(
  built: readonly Engine[],
  deps: { db: Database; log: Log; known: readonly KnownEngine[]; options: EngineRoomOptions },
): EngineRoom {
  const { db, log, known, options } = deps;
  const attempts = createAttempts(db);
  const previews = createPreviews({ db, log });
  const local = built.find(({ id }) => id === 'local');
  const engines = createEngines(built, {
    ...{ log, attempts, previews, rules: options },
    ...{ concurrency: options.concurrency, timeoutSeconds: options.timeoutSeconds },
    ...(local && { drawFigure: figureDrawer(local) }),
  });
  const checks = createChecks({ db, engines: built, attempts, log });
  const lastCheck = (engineId: string) => checks.last(engineId);
  const report = () =>
    reportEngines({ db, engines: built, known, rules: options, attempts, lastCheck });
  return {
    engines,
    routes: (resolvePrincipal) => engineRoutes({ db, checks, previews, report, resolvePrincipal }),
    async sweep() {
      await Promise.all([attempts.sweep(), previews.sweep(), checks.sweep()]);
    },
    async close() {
      await checks.close();
      await engines.close();
    },
  };
}
