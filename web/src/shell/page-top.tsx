import { useCredits } from '@lumiku/app-kit/web';
import { Badge, CreditPill, IconButton, Link, Logo, usePageSlots, useWords } from '@lumiku/ui-kit';
import { useCanGoBack, useNavigate, useRouter } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import type { ScreenData } from '../route-data.ts';

const SIDE = {
  reading: 'px-[max(24px,(100%-1240px)/2)]',
  picture: 'px-6',
  task: 'px-6',
};

/** Title on the left; on the right what the screen put there, and the credits, always in sight. */
export function PageTop({
  screen,
  layout,
  account,
}: {
  screen: ScreenData | undefined;
  layout: 'reading' | 'picture' | 'task';
  account: ReactNode;
}) {
  const { t } = useWords();
  const slots = usePageSlots();
  const credits = useCredits();
  const isHome = screen?.isHome ?? false;
  const isNavRoot = isHome || (screen?.isNavRoot ?? false);
  const title = slots.title ?? (screen?.title ? t(screen.title) : '');

  useEffect(() => {
    document.title = isHome || title === '' ? 'Lumiku' : `${title} · Lumiku`;
  }, [title, isHome]);

  return (
    <header
      className={`flex h-(--top) flex-none items-center gap-3 phone:sticky phone:top-0 phone:z-[5] phone:gap-1 phone:bg-paper phone:pr-2 ${isNavRoot && layout !== 'task' ? 'phone:pl-(--gutter)' : 'phone:pl-1'} ${SIDE[layout]}`}
    >
      {isHome ? (
        <Link
          href="/"
          aria-label={t({ en: 'Lumiku, home', id: 'Lumiku, beranda' })}
          className="-ml-[7px] hidden size-11 place-items-center rounded-m phone:grid"
        >
          <Logo sizePx={30} />
        </Link>
      ) : (
        (!isNavRoot || layout === 'task') && <BackButton />
      )}
      <h1 className="truncate text-22 font-semibold phone:text-17">
        {isHome ? (
          <>
            <span className="phone:hidden">{title}</span>
            <span className="hidden phone:inline">Lumiku</span>
          </>
        ) : (
          title
        )}
      </h1>
      {screen?.isBeta && <Badge tone="accent">Beta</Badge>}
      <span ref={slots.setBesideTitle} className="contents" />
      <div className="ml-auto flex items-center gap-2 phone:gap-1">
        <span ref={slots.setActions} className="contents" />
        <span className={screen?.hidesCreditsOnPhone ? 'contents phone:hidden' : 'contents'}>
          {credits ? (
            <CreditPill available={credits.available} href="/credits" />
          ) : (
            <span className="h-(--control)" />
          )}
        </span>
        {isHome && <span className="hidden phone:block">{account}</span>}
      </div>
    </header>
  );
}

/** Where one came from; home for those who came in by a link. */
function BackButton() {
  const { t } = useWords();
  const router = useRouter();
  const navigate = useNavigate();
  const canGoBack = useCanGoBack();
  return (
    <span className="hidden phone:block">
      <IconButton
        kind="quiet"
        icon={ChevronLeft}
        label={t({ en: 'Back', id: 'Kembali' })}
        hasTooltip={false}
        onClick={() => (canGoBack ? router.history.back() : void navigate({ to: '/' }))}
      />
    </span>
  );
}
