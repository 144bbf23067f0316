import { api } from '@lumiku/app-kit/web';
import { type TierAllowance, TierReport } from '@lumiku/contract';
import { Badge, KeyValues, Skeleton, useWords } from '@lumiku/ui-kit';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { z } from 'zod';

const limitsQuery = queryOptions({
  queryKey: ['account', 'limits'],
  queryFn: async ({ signal }) =>
    (await api.get('/api/limits', { schema: z.object({ data: TierReport }), signal })).data,
});

const NAMES = { free: 'Free', pro: 'Pro', enterprise: 'Enterprise' } as const;

/** The person's tier and what it allows, in words. */
export function TierCard() {
  const { t } = useWords();
  const { data } = useQuery(limitsQuery);
  if (!data) return <Skeleton className="h-40" />;
  const mine = data.tiers[data.tier];
  return (
    <div className="grid gap-3">
      <span>
        <Badge tone={data.tier === 'free' ? 'plain' : 'accent'}>{NAMES[data.tier]}</Badge>
      </span>
      <Allowance allowance={mine} />
      <p className="text-13 text-ink-3">
        {t({
          en: 'Over a limit nothing is lost: the studio says which one it was and when to go on. An admin can change your tier.',
          id: 'Melewati batas tidak menghilangkan apa pun: studio menyebut batasnya dan kapan dapat dilanjutkan. Admin dapat mengubah tingkatmu.',
        })}
      </p>
    </div>
  );
}

function Allowance({ allowance }: { allowance: TierAllowance }) {
  const { t, number } = useWords();
  const { jobsInFlight, batchPoses, previewsPerHour, requestsPerMinute, queueWeight } = allowance;
  const rows = [
    {
      key: 'jobs',
      name: t({ en: 'Pictures waiting or in the making', id: 'Gambar menunggu atau dibuat' }),
      value: t({ en: `up to ${number(jobsInFlight)}`, id: `sampai ${number(jobsInFlight)}` }),
    },
    {
      key: 'batch',
      name: t({ en: 'Poses in one batch', id: 'Pose dalam satu batch' }),
      value: t({ en: `up to ${number(batchPoses)}`, id: `sampai ${number(batchPoses)}` }),
    },
    {
      key: 'previews',
      name: t({ en: 'Free previews', id: 'Pratinjau gratis' }),
      value: t({
        en: `${number(previewsPerHour)} an hour`,
        id: `${number(previewsPerHour)} per jam`,
      }),
    },
    {
      key: 'requests',
      name: t({ en: 'Requests', id: 'Permintaan' }),
      value: t({
        en: `${number(requestsPerMinute)} a minute`,
        id: `${number(requestsPerMinute)} per menit`,
      }),
    },
    {
      key: 'turns',
      name: t({ en: 'Turns in the line', id: 'Giliran dalam antrean' }),
      value:
        queueWeight === 1
          ? t({ en: 'one at a time', id: 'satu demi satu' })
          : t({
              en: `${number(queueWeight)} while others get one`,
              id: `${number(queueWeight)} saat yang lain dapat satu`,
            }),
    },
  ];
  return <KeyValues rows={rows} hasLines />;
}
