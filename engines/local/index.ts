import type { EngineDefinition } from '../port/engine-definition.ts';

/** Always there: it needs nothing. */
export const local: EngineDefinition = {
  id: 'local',
  title: 'Local studio',
  about: 'Draws figures on this machine; needs no key and no graphics card.',
  preference: 100,
  settings: [],
  needs: [],
  configure: () => async (deps) => {
    const { createLocalEngine } = await import('./create-local-engine.ts');
    return createLocalEngine({ pool: deps.figures, faces: deps.faces });
  },
};
