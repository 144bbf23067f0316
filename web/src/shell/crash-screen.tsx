import { asApiFault } from '@lumiku/app-kit/web';
import { Button, ErrorState, useWords } from '@lumiku/ui-kit';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { RefreshCw } from 'lucide-react';

/** When a screen cannot be shown: what is wrong, and two ways on. */
export function CrashScreen({ error, reset }: ErrorComponentProps) {
  const { t } = useWords();
  const router = useRouter();
  const fault = asApiFault(error);
  const isOffline = fault.code === 'OFFLINE';
  return (
    <main id="main" className="grid min-h-[70dvh] place-items-center">
      <ErrorState
        title={
          isOffline
            ? t({ en: 'The studio cannot be reached', id: 'Studio tidak dapat dihubungi' })
            : t({ en: 'This page could not be shown', id: 'Halaman ini tidak dapat ditampilkan' })
        }
        action={
          <>
            <Button
              kind="primary"
              icon={RefreshCw}
              onClick={() => {
                reset();
                void router.invalidate();
              }}
            >
              {t({ en: 'Try again', id: 'Coba lagi' })}
            </Button>
            <Button onClick={() => window.location.assign('/')}>
              {t({ en: 'To the studio', id: 'Ke studio' })}
            </Button>
          </>
        }
      >
        <p>
          {fault.message} {fault.fix}
        </p>
        {fault.requestId && (
          <p className="mt-2 text-13 text-ink-3">
            {t({ en: 'For the operator', id: 'Untuk operator' })}: {fault.requestId}
          </p>
        )}
      </ErrorState>
    </main>
  );
}
