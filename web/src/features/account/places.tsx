import { asApiFault } from '@lumiku/app-kit/web';
import { Badge, Button, Skeleton, TimeText, useToasts, useWords } from '@lumiku/ui-kit';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { account, placesQuery } from './account-queries.ts';
import { describeBrowser } from './describe-browser.ts';

/** Where this person is signed in, with a way out of each and of all the others. */
export function Places() {
  const { t } = useWords();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const { data: places, isPending } = useQuery(placesQuery);
  const end = useMutation({
    mutationFn: async (token: string | 'others') => {
      if (token === 'others') await account.signOutElsewhere();
      else await account.signOutPlace(token);
      await queryClient.invalidateQueries(placesQuery);
    },
    onError: (thrown) => {
      const fault = asApiFault(thrown);
      toasts.say({ words: fault.message, detail: fault.fix, tone: 'bad' });
    },
  });
  if (isPending) return <Skeleton className="h-24" />;
  const others = places?.filter((place) => !place.isHere) ?? [];
  return (
    <>
      <ul className="-my-2">
        {places?.map((place) => (
          <li
            key={place.id}
            className="flex min-h-14 items-center justify-between gap-3 border-b border-line py-2 last:border-0"
          >
            <span className="min-w-0">
              <span className="flex items-center gap-2 text-14 font-medium">
                <span className="truncate">
                  {describeBrowser(place.userAgent ?? '') ??
                    t({ en: 'A program', id: 'Sebuah program' })}
                </span>
                {place.isHere && <Badge tone="ok">{t({ en: 'Here', id: 'Di sini' })}</Badge>}
              </span>
              <span className="num block text-13 text-ink-3">
                {place.ipAddress ? `${place.ipAddress} · ` : ''}
                <TimeText time={place.updatedAt} style="ago" />
              </span>
            </span>
            {!place.isHere && (
              <Button
                size="s"
                isBusy={end.isPending && end.variables === place.token}
                onClick={() => end.mutate(place.token)}
              >
                {t({ en: 'Sign out', id: 'Keluarkan' })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <Button
          kind="danger"
          className="justify-self-start"
          isBusy={end.isPending && end.variables === 'others'}
          onClick={() => end.mutate('others')}
        >
          {t({ en: 'Sign out everywhere else', id: 'Keluar di semua tempat lain' })}
        </Button>
      )}
    </>
  );
}
