import { z } from 'zod';
import { setting } from './setting.ts';
import { oneOf, optional } from './setting-kinds.ts';

/** Who may come in. */
export const accountSettings = {
  secret: setting({
    env: 'JWT_SECRET',
    schema: optional(z.string().min(32, 'has fewer than 32 characters')),
    fallback: undefined,
    fallbackText: 'made at the first start and kept in the data folder',
    about:
      'Secret that signs sessions. Several processes on several machines must share one; changing it signs everybody out.',
    fix: 'Set at least 32 random characters, e.g. from "openssl rand -hex 32", or remove it.',
    isSecret: true,
  }),
  signUp: setting({
    env: 'LUMIKU_SIGN_UP',
    schema: oneOf(['open', 'closed']),
    fallback: 'open',
    about:
      'Whether people may make accounts. The very first account can always be made: it is the owner.',
    fix: 'Set open or closed.',
  }),
};
