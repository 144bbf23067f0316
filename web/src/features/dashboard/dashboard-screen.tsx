import { appsQuery } from '@lumiku/app-kit/web';
import { PageActions, useWords } from '@lumiku/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { openJumpList } from '../../shell/jump-list.tsx';
import { AppPart, partOf } from './app-part.tsx';
import { AppTiles } from './app-tiles.tsx';
import { CreditsCard } from './credits-card.tsx';
import { PartFailed } from './part-failed.tsx';
import { useAppStats } from './use-app-stats.ts';

/** The way in, what can be spent, the apps, and what was made last. */
export function DashboardScreen() {
  const { t } = useWords();
  const apps = useQuery(appsQuery);
  const cards = apps.data;
  const stats = useAppStats(cards ?? []);
  const start = partOf(cards ?? [], 'start');
  const recent = partOf(cards ?? [], 'recent');
  // Until it is known, the place of the credits is kept: a page that jumps is worse than a card too many.
  const isNew = stats.isKnown && !stats.hasMadeAnything;

  return (
    <div className="grid grid-cols-12 gap-6 phone:flex phone:flex-col phone:gap-4">
      <PageActions>
        <button
          type="button"
          onClick={openJumpList}
          aria-keyshortcuts="Control+K Meta+K"
          className="flex h-(--control) min-w-58 items-center gap-2 rounded-control bg-surface px-3.5 text-14 font-medium text-ink-3 shadow-[inset_0_0_0_1px_var(--line),0_1px_2px_var(--shade-a)] hover:text-ink-2 phone:hidden"
        >
          <Search aria-hidden className="size-4.5" strokeWidth={1.75} />
          {t({ en: 'Search or jump to', id: 'Cari atau lompat ke' })}
          <kbd className="ml-auto">Ctrl K</kbd>
        </button>
      </PageActions>
      {start && (
        <div
          data-roomy={isNew || undefined}
          className={`group/start ${isNew ? 'col-span-12' : 'col-span-8 max-[1180px]:col-span-12'}`}
        >
          <AppPart load={start} holdClassName={isNew ? 'h-[400px]' : 'h-full min-h-68'} />
        </div>
      )}
      {!isNew && (
        <div className={`max-[1180px]:col-span-12 ${start ? 'col-span-4' : 'col-span-12'}`}>
          <CreditsCard cards={cards ?? []} />
        </div>
      )}
      <h2 className="col-span-12 mt-3 -mb-2 text-17 font-semibold phone:mt-3 phone:-mb-1">
        {t({ en: 'Apps', id: 'Aplikasi' })}
      </h2>
      {apps.isError ? (
        <div className="col-span-12">
          <PartFailed error={apps.error} reset={() => void apps.refetch()} />
        </div>
      ) : (
        <AppTiles cards={cards} statsById={stats.byId} />
      )}
      {recent && !isNew && (
        <div className="col-span-12 min-w-0">
          <AppPart load={recent} holdClassName="h-44" />
        </div>
      )}
    </div>
  );
}
