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
  photoKeptDays: setting({
    env: 'LUMIKU_PHOTO_DAYS',
    schema: wholeNumber(0, 3_650),
    fallback: 30,
    about:
      'Days a photo somebody gave is kept; then it vanishes from disk and database, and the pictures stay. 0 keeps it as long as the pictures made from it.',
    fix: 'Set a whole number of days, or 0.',
  }),
  resultRetries: setting({
    env: 'LUMIKU_RESULT_RETRIES',
    schema: wholeNumber(0, 5),
    fallback: 2,
    about:
      'How often a picture that measures below the bar is made again with another seed, at no cost for the person; the studio pays its engine for each.',
    fix: 'Set a number between 0 and 5.',
  }),
  identityPercent: setting({
    env: 'LUMIKU_LIKENESS_BAR',
    schema: wholeNumber(0, 100),
    fallback: 50,
    about: 'Likeness to the photo, in percent, from which a picture passes.',
    fix: 'Set a number between 0 and 100.',
  }),
};
