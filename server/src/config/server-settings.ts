import { setting } from './setting.ts';
import { oneOf, text, wholeNumber } from './setting-kinds.ts';

/** Where the server listens and what this process does. */
export const serverSettings = {
  port: setting({
    env: 'PORT',
    schema: wholeNumber(0, 65_535),
    fallback: 3000,
    about: 'Port of the web app and the API. 0 takes any free one.',
    fix: 'Set a port between 1 and 65535, e.g. PORT=3000.',
  }),
  host: setting({
    env: 'HOST',
    schema: text,
    fallback: '127.0.0.1',
    about: 'Address to listen on. 127.0.0.1 is this machine only; 0.0.0.0 is every network.',
    fix: 'Set an IP address of this machine, e.g. HOST=0.0.0.0.',
  }),
  role: setting({
    env: 'LUMIKU_ROLE',
    schema: oneOf(['all', 'web', 'worker']),
    fallback: 'all',
    about:
      'What this process does: all; web (screens and API only); worker (slow work only). web and worker need DATABASE_URL.',
    fix: 'Set all, web or worker.',
  }),
};
