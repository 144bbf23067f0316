import { asApiFault, meQuery } from '@lumiku/app-kit/web';
import { Button, ErrorState, LanguageSwitch, Logo, ThemeButton, useWords } from '@lumiku/ui-kit';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Server } from 'lucide-react';
import { useEffect, useState } from 'react';
import { readSetup, setupKey } from '../../services/session.ts';
import { AccessForm, type AccessMode } from './access-form.tsx';
import { accessWords } from './access-words.ts';
import { TurningFigure } from './turning-figure.tsx';

/** The first thing anybody sees: make the studio yours, or come in. */
export function WelcomeScreen() {
  const { t } = useWords();
  const router = useRouter();
  const queryClient = useQueryClient();
  const setup = useQuery({ queryKey: setupKey, queryFn: ({ signal }) => readSetup(signal) });
  const [wanted, setWanted] = useState<'sign-in' | 'sign-up'>('sign-in');

  const mode: AccessMode = setup.data?.hasOwner === false ? 'own' : wanted;
  const words = accessWords(mode);
  const title = t(words.title);
  useEffect(() => {
    document.title = `${title} · Lumiku`;
  }, [title]);

  const enter = async () => {
    await queryClient.invalidateQueries();
    await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
    await router.invalidate();
  };

  return (
    <div className="grid min-h-dvh grid-cols-[minmax(480px,1fr)_minmax(0,1.15fr)] max-[980px]:flex max-[980px]:flex-col-reverse max-[980px]:justify-end">
      <div className="flex flex-col px-10 py-8 max-[980px]:flex-1 max-[980px]:px-4 max-[980px]:pt-5 max-[980px]:pb-6">
        <Brand className="max-[980px]:hidden" />
        <main
          id="main"
          className="m-auto grid w-[min(400px,100%)] gap-5 py-8 max-[980px]:mt-0 max-[980px]:gap-4 max-[980px]:py-0"
        >
          {setup.isError ? (
            <ErrorState
              title={asApiFault(setup.error).message}
              action={
                <Button kind="primary" onClick={() => void setup.refetch()}>
                  {t({ en: 'Try again', id: 'Coba lagi' })}
                </Button>
              }
            >
              {asApiFault(setup.error).fix}
            </ErrorState>
          ) : (
            setup.data && (
              <>
                <div>
                  <h1 className="text-34 font-semibold max-[980px]:text-26">{title}</h1>
                  <p className="mt-2 text-ink-2">{t(words.lead)}</p>
                </div>
                <AccessForm key={mode} mode={mode} onDone={enter} />
                <p className="flex items-start gap-1.5 text-13 text-ink-2">
                  <Server aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={1.75} />
                  {t({
                    en: 'Everything stays on this server. No mail is sent, nothing is tracked.',
                    id: 'Semua tetap di server ini. Tidak ada email yang dikirim, tidak ada pelacak.',
                  })}
                </p>
              </>
            )
          )}
        </main>
        <footer className="flex flex-wrap items-center justify-between gap-2 max-[980px]:mt-5">
          <span className="flex items-center gap-1">
            <LanguageSwitch />
            <ThemeButton />
          </span>
          {setup.data?.hasOwner && (setup.data.signUpOpen || wanted === 'sign-up') && (
            <Button
              kind="quiet"
              size="s"
              className="text-accent-ink!"
              onClick={() => setWanted(wanted === 'sign-in' ? 'sign-up' : 'sign-in')}
            >
              {wanted === 'sign-in'
                ? t({ en: 'New here? Create an account', id: 'Baru di sini? Buat akun' })
                : t({ en: 'Have an account? Sign in', id: 'Sudah punya akun? Masuk' })}
            </Button>
          )}
        </footer>
      </div>
      <TurningFigure
        brand={<Brand className="absolute top-3.5 left-4 z-[1] hidden max-[980px]:flex" />}
      />
    </div>
  );
}

function Brand({ className }: { className: string }) {
  return (
    <span className={`flex items-center gap-2.5 text-17 font-semibold ${className}`}>
      <Logo sizePx={32} />
      Lumiku
    </span>
  );
}
