import { setting } from './setting.ts';
import { yesOrNo } from './setting-kinds.ts';

export const webhookSettings = {
  isPrivateAllowed: setting({
    env: 'LUMIKU_WEBHOOKS_PRIVATE',
    schema: yesOrNo,
    fallback: false,
    about:
      'Whether webhooks may go to private and loopback addresses and by plain http. Anyone with an account could then reach servers inside your network.',
    fix: 'Set true or false.',
  }),
};
