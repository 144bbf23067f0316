import { setting } from './setting.ts';
import { wholeNumber } from './setting-kinds.ts';

/** What work is paid with. */
export const creditSettings = {
  welcome: setting({
    env: 'LUMIKU_WELCOME_CREDITS',
    schema: wholeNumber(0, 1_000_000),
    fallback: 100,
    about: 'Credits a new account starts with.',
    fix: 'Set a whole number, 0 or more.',
  }),
};
