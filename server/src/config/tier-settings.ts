import type { Tier } from '@lumiku/contract';
import { type Setting, setting } from './setting.ts';
import { wholeNumber } from './setting-kinds.ts';

interface TierLimit {
  /** Middle of the variable's name: `LUMIKU_<name>_FREE`. */
  name: string;
  /** Ends in a full stop. */
  about: (tier: Tier) => string;
  fix: string;
  min: number;
  max: number;
  fallbacks: Readonly<Record<Tier, number>>;
}

function perTier({ name, about, fix, min, max, fallbacks }: TierLimit) {
  const of = (tier: Tier): Setting<number> =>
    setting({
      env: `LUMIKU_${name}_${tier.toUpperCase()}`,
      schema: wholeNumber(min, max),
      fallback: fallbacks[tier],
      about: about(tier),
      fix,
    });
  return { free: of('free'), pro: of('pro'), enterprise: of('enterprise') };
}

const previews = perTier({
  name: 'PREVIEWS_PER_HOUR',
  about: (tier) => `Free previews a person of the tier "${tier}" may make in any sixty minutes.`,
  fix: 'Set a whole number; 0 allows none.',
  ...{ min: 0, max: 100_000, fallbacks: { free: 30, pro: 120, enterprise: 600 } },
});

const requests = perTier({
  name: 'REQUESTS_PER_MINUTE',
  about: (tier) => `API requests a person of the tier "${tier}" may send in a minute.`,
  fix: 'Set a whole number from 10.',
  ...{ min: 10, max: 1_000_000, fallbacks: { free: 300, pro: 900, enterprise: 3_000 } },
});

const inFlight = perTier({
  name: 'JOBS_IN_FLIGHT',
  about: (tier) =>
    `Pictures of a person of the tier "${tier}" that may wait or be in the making at once.`,
  fix: 'Set a whole number from 1.',
  ...{ min: 1, max: 100_000, fallbacks: { free: 60, pro: 200, enterprise: 1_000 } },
});

const batch = perTier({
  name: 'BATCH_POSES',
  about: (tier) => `Poses one batch of the tier "${tier}" may have.`,
  fix: 'Set a whole number from 1 to 50.',
  ...{ min: 1, max: 50, fallbacks: { free: 50, pro: 50, enterprise: 50 } },
});

const weight = perTier({
  name: 'QUEUE_WEIGHT',
  about: (tier) =>
    `How many turns the tier "${tier}" gets in the line while one of weight 1 gets one.`,
  fix: 'Set a whole number from 1 to 60.',
  ...{ min: 1, max: 60, fallbacks: { free: 1, pro: 2, enterprise: 4 } },
});

/** What each tier may do. */
export const tierSettings = {
  previewsPerHourFree: previews.free,
  previewsPerHourPro: previews.pro,
  previewsPerHourEnterprise: previews.enterprise,
  requestsPerMinuteFree: requests.free,
  requestsPerMinutePro: requests.pro,
  requestsPerMinuteEnterprise: requests.enterprise,
  jobsInFlightFree: inFlight.free,
  jobsInFlightPro: inFlight.pro,
  jobsInFlightEnterprise: inFlight.enterprise,
  batchPosesFree: batch.free,
  batchPosesPro: batch.pro,
  batchPosesEnterprise: batch.enterprise,
  queueWeightFree: weight.free,
  queueWeightPro: weight.pro,
  queueWeightEnterprise: weight.enterprise,
};
