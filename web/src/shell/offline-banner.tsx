import { connection, useIsOffline } from '@lumiku/app-kit/web';
import { useWords } from '@lumiku/ui-kit';
import { useQueryClient } from '@tanstack/react-query';
import { CloudOff } from 'lucide-react';
import { useEffect } from 'react';

const ASK_EVERY_MS = 3000;

/** Stands at the head of the page while the studio cannot be reached, and asks until it can. */
export function OfflineBanner() {
  const { t } = useWords();
  const isOffline = useIsOffline();
  const queryClient = useQueryClient();

  useEffect(() => {
    if (!isOffline) return;
    const timer = setInterval(() => {
      fetch('/health').then(
        (response) => {
          if (!response.ok) return;
          connection.report('here');
          void queryClient.invalidateQueries();
        },
        () => {},
      );
    }, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isOffline, queryClient]);

  return (
    <div role="status" aria-live="polite">
      {isOffline && (
        <p className="inverse fixed inset-x-0 top-0 z-50 mx-auto mt-2 flex w-max max-w-[calc(100%-16px)] animate-appear items-center gap-2.5 rounded-m px-4 py-2.5 text-14 font-medium shadow-3">
          <CloudOff aria-hidden className="size-4.5 shrink-0" strokeWidth={1.75} />
          {t({
            en: 'The studio cannot be reached. Work in the making goes on; this page catches up by itself.',
            id: 'Studio tidak dapat dihubungi. Pekerjaan tetap berjalan; halaman ini akan menyusul sendiri.',
          })}
        </p>
      )}
    </div>
  );
}
