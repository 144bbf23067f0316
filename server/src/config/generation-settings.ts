import { setting } from './setting.ts';
import { wholeNumber } from './setting-kinds.ts';

/** How pictures are made. */
export const generationSettings = {
  renderThreads: setting({
    env: 'LUMIKU_RENDER_THREADS',
    schema: wholeNumber(0, 64),
    fallback: 0,
    fallbackText: '0: one per processor core',
    about: 'Threads that draw pictures of the local engine.',
    fix: 'Set a number between 1 and 64, or 0 for one per processor core.',
  }),
};
