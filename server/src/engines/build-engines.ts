import type { Log } from '@lumiku/app-kit';
import { type Engine, EngineFault } from '@lumiku/engines/engine';

interface Buildable<Deps> {
  readonly definition: { readonly id: string; readonly title: string };
  readonly build: (deps: Deps) => Promise<Engine>;
}

/** Builds every configured engine; one that cannot be built is told in the log and left out, the others work. */
export async function buildEngines<Deps>(
  configured: readonly Buildable<Deps>[],
  deps: Deps,
  log: Log,
): Promise<Engine[]> {
  const built = await Promise.all(
    configured.map(async ({ definition, build }) => {
      try {
        return [await build(deps)];
      } catch (error) {
        const engineId = definition.id;
        const why = error instanceof EngineFault ? { why: error.message } : { err: error };
        log.error({ engineId, ...why }, 'An engine could not be set up; it is left out.');
        return [];
      }
    }),
  );
  return built.flat();
}
