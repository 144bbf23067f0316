import { appsQuery, useSubjectHref } from '@lumiku/app-kit/web';
import { Card, iconByName, Link, TimeText, useWords } from '@lumiku/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { creatorApi } from '../creator/creator-api.ts';
import { creatorKeys } from '../creator/query-keys.ts';

/** Where an avatar was used, newest first. */
export function UsageHistory({ avatarId }: { avatarId: string }) {
  const { t, number } = useWords();
  const apps = useQuery(appsQuery).data ?? [];
  const hrefOf = useSubjectHref();
  const usage = useQuery({
    queryKey: creatorKeys.usage(avatarId),
    queryFn: ({ signal }) => creatorApi.usage(avatarId, signal),
  });
  if (usage.data === undefined) return null;
  const { usageHistory, meta } = usage.data;
  return (
    <Card className="p-4">
      <h2 className="mb-1.5 flex items-baseline justify-between text-13 font-medium">
        {t({ en: 'Used in', id: 'Dipakai di' })}
        {meta.total > 0 && (
          <span className="num font-normal text-ink-3">
            {t({
              en: meta.total === 1 ? 'once' : `${number(meta.total)} times`,
              id: `${number(meta.total)} kali`,
            })}
          </span>
        )}
      </h2>
      {usageHistory.length === 0 ? (
        <p className="text-14 text-ink-3">
          {t({ en: 'Not used anywhere yet.', id: 'Belum dipakai di mana pun.' })}
        </p>
      ) : (
        <ul>
          {usageHistory.map((use) => {
            const app = apps.find(({ id }) => id === use.appId);
            const Icon = iconByName(app?.icon ?? '');
            const href = hrefOf(use.appId, use.subjectId);
            const name = app ? t(app.name) : use.appId;
            return (
              <li
                key={use.id}
                className="flex min-h-9.5 items-center gap-2.5 border-t border-line text-14 first:border-0"
              >
                <Icon aria-hidden className="size-4.5 shrink-0 text-ink-3" strokeWidth={1.75} />
                <span className="min-w-0 flex-1 truncate">
                  {href === null ? (
                    name
                  ) : (
                    <Link href={href} className="text-accent-ink touch:-my-3 touch:py-3">
                      {name}
                    </Link>
                  )}
                </span>
                <span className="text-13 text-ink-3">
                  <TimeText time={use.usedAt} />
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
