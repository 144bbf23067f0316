import { useMe } from '@lumiku/app-kit/web';
import { Face, Link, PageSlots, Rail, TabBar, useWords } from '@lumiku/ui-kit';
import { Outlet, useMatches } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useAccountLanguage } from '../services/account-language.ts';
import { JumpList } from './jump-list.tsx';
import { PageTop } from './page-top.tsx';
import { ScreenSkeleton } from './screen-skeleton.tsx';
import { useNavigation } from './use-navigation.ts';

const MAIN = {
  reading:
    'flex-1 px-[max(24px,(100%-1240px)/2)] pt-2 pb-14 phone:px-(--gutter) phone:pb-[calc(96px+env(safe-area-inset-bottom))]',
  picture:
    'flex-1 px-6 pt-2 pb-14 phone:px-(--gutter) phone:pb-[calc(96px+env(safe-area-inset-bottom))]',
  task: 'flex-1',
};

/** The frame around every screen of a signed-in person. */
export function AppShell() {
  const { t } = useWords();
  const me = useMe();
  useAccountLanguage();
  const { main, foot } = useNavigation();
  const screen = useMatches().at(-1)?.staticData;
  const layout = screen?.layout ?? 'reading';
  const account = me && (
    <Link
      href="/account"
      aria-label={`${t({ en: 'Account', id: 'Akun' })}: ${me.name}`}
      className="block rounded-full p-1 focus-visible:rounded-full"
    >
      <Face name={me.name} />
    </Link>
  );
  return (
    <div className="grid min-h-dvh grid-cols-[var(--rail)_minmax(0,1fr)] phone:block">
      <a
        href="#main"
        className="fixed top-4 left-4 z-50 rounded-m bg-raised px-4 py-3 opacity-0 shadow-3 not-focus:pointer-events-none focus:opacity-100"
      >
        {t({ en: 'Skip to content', id: 'Lompat ke isi' })}
      </a>
      <Rail items={main} footItems={foot} foot={account} homeHref="/" />
      <PageSlots>
        <div className="flex min-w-0 flex-col phone:min-h-dvh">
          <PageTop screen={screen} layout={layout} account={account} />
          <main id="main" tabIndex={-1} className={`min-w-0 outline-none ${MAIN[layout]}`}>
            <Suspense fallback={<ScreenSkeleton />}>
              <Outlet />
            </Suspense>
          </main>
        </div>
      </PageSlots>
      <TabBar items={[...main, ...foot]} isHidden={layout === 'task'} />
      <JumpList items={[...main, ...foot]} />
    </div>
  );
}
