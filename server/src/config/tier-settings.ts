import { setting } from './setting.ts';
import { wholeNumber } from './setting-kinds.ts';

const previews = (tier: string, env: string, fallback: number) =>
  setting({
    env,
    schema: wholeNumber(0, 100_000),
    fallback,
    about: `Free previews a person of the tier "${tier}" may make in any sixty minutes.`,
    fix: 'Set a whole number; 0 allows none.',
  });

/** What each tier may do. */
export const tierSettings = {
  previewsPerHourFree: previews('free', 'LUMIKU_PREVIEWS_PER_HOUR_FREE', 30),
  previewsPerHourPro: previews('pro', 'LUMIKU_PREVIEWS_PER_HOUR_PRO', 120),
  previewsPerHourEnterprise: previews('enterprise', 'LUMIKU_PREVIEWS_PER_HOUR_ENTERPRISE', 600),
};
