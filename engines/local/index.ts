import type { EngineDefinition } from '../port/engine-definition.ts';

/** Always there: it needs nothing. */
export const local: EngineDefinition = {
  id: 'local',
  title: 'Local studio',
  about: {
    en: 'Draws figures on this machine; needs no key and no graphics card.',
    id: 'Figur yang digambar di mesin ini sendiri, tanpa model dan tanpa biaya.',
  },
  preference: 100,
  settings: [],
  needs: [],
  configure: () => async (deps) => {
    const { createLocalEngine } = await import('./create-local-engine.ts');
    return createLocalEngine({ pool: deps.figures, faces: deps.faces });
  },
};
