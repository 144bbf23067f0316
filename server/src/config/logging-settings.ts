import { setting } from './setting.ts';
import { oneOf } from './setting-kinds.ts';

/** What the server says while it runs. */
export const loggingSettings = {
  level: setting({
    env: 'LUMIKU_LOG_LEVEL',
    schema: oneOf(['debug', 'info', 'warn', 'error', 'silent']),
    fallback: 'info',
    about: 'How much is logged: debug, info, warn, error or silent.',
    fix: 'Set debug, info, warn, error or silent.',
  }),
  format: setting({
    env: 'LUMIKU_LOG_FORMAT',
    schema: oneOf(['auto', 'text', 'json']),
    fallback: 'auto',
    about: 'text for people, json for machines; auto is text on a terminal and json elsewhere.',
    fix: 'Set auto, text or json.',
  }),
};
