import { asApiFault } from '@lumiku/app-kit/web';
import {
  CategoryChips,
  FacetList,
  FilterButton,
  NothingOnShelf,
  noFilter,
  POSE_PAGE_SIZE,
  type PoseFilter,
  PoseGrid,
  type PoseSide,
  poseQuery,
  useFavourites,
  usePoseShelf,
  useSimilarPoses,
} from '@lumiku/pose-finder';
import { FilterChip, ReadFault, SearchField, useIsPhone, useWords } from '@lumiku/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useDeferredValue, useRef, useState } from 'react';
import { z } from 'zod';
import { NewPoseMenu } from './new-pose-menu.tsx';
import { PoseSheet } from './pose-sheet.tsx';
import { ShelfName, ShelfTabs, shelfOf } from './shelf-tabs.tsx';

const Search = z.object({
  shelf: ShelfName.catch('all').default('all'),
  like: z.string().optional().catch(undefined),
  pose: z.string().optional().catch(undefined),
});

/** Every pose there is: found by words, kinds, shape, or among those one put aside. */
export function PosesScreen() {
  const { t, language } = useWords();
  const isPhone = useIsPhone();
  const navigate = useNavigate();
  const search = Search.parse(useSearch({ strict: false }));
  const favourites = useFavourites();
  const [filter, setFilter] = useState<PoseFilter>(noFilter);
  const [sight, setSight] = useState({ from: 0, to: 0 });
  const [side, setSide] = useState<PoseSide>({});
  const scroller = useRef<HTMLDivElement>(null);

  const go = useCallback(
    (next: { shelf?: string; like?: string; pose?: string }) => {
      void navigate({ to: '/poses', search: next });
    },
    [navigate],
  );
  const { shelf: shelfName, like: likeId } = search;
  const isSimilar = likeId !== undefined;
  const listed = usePoseShelf(useDeferredValue(filter), sight, !isSimilar, shelfOf(shelfName));
  const similar = useSimilarPoses(likeId ?? null);
  const shelf = isSimilar ? similar : listed;
  const like = useQuery({ ...poseQuery(likeId ?? ''), enabled: isSimilar });

  const onSight = useCallback((from: number, to: number) => {
    const pageOf = (index: number) => Math.floor(index / POSE_PAGE_SIZE);
    setSight((now) =>
      pageOf(now.from) === pageOf(from) && pageOf(now.to) === pageOf(to) ? now : { from, to },
    );
  }, []);
  const toTop = () => scroller.current?.scrollTo({ top: 0 });
  const change = (next: PoseFilter) => {
    setFilter(next);
    toTop();
    if (isSimilar) go({ shelf: shelfName });
  };
  const open = useCallback(
    (pose: string, from: PoseSide = {}) => {
      setSide(from);
      const now = likeId === undefined ? { shelf: shelfName } : { like: likeId };
      void navigate({ to: '/poses', search: { ...now, pose } });
    },
    [navigate, shelfName, likeId],
  );
  const openPlain = useCallback((id: string) => open(id), [open]);
  const moreLike = useCallback((id: string) => go({ like: id }), [go]);
  const edit = useCallback(
    (id: string) => void navigate({ href: `/poses/${encodeURIComponent(id)}/edit` }),
    [navigate],
  );
  const fault = shelf.fault && asApiFault(shelf.fault);

  return (
    <div className="grid h-[calc(100dvh-var(--top)-16px)] grid-rows-[auto_minmax(0,1fr)] gap-3 wide:-mb-14 phone:-mb-[calc(96px+env(safe-area-inset-bottom))] phone:h-[calc(100dvh-var(--top)-72px-env(safe-area-inset-bottom))]">
      <NewPoseMenu onFound={(pose, from) => open(pose.id, from)} />
      <div className="grid gap-3">
        <div className="flex items-center gap-2">
          <SearchField
            label={t({ en: 'Search poses', id: 'Cari pose' })}
            placeholder={
              isPhone
                ? t({ en: 'Search poses', id: 'Cari pose' })
                : t({ en: 'Search: seated, hand on hip…', id: 'Cari: duduk, tangan di pinggang…' })
            }
            shortcut="/"
            value={filter.q ?? ''}
            onChange={(q) => change({ ...filter, q })}
            className="max-w-140 flex-1"
          />
          <span className="desktop:hidden">
            <FilterButton filter={filter} facets={listed.facets} onChange={change} />
          </span>
        </div>
        <ShelfTabs
          value={isSimilar ? null : shelfName}
          onChange={(next) => {
            toTop();
            go({ shelf: next });
          }}
        />
        {isSimilar ? (
          <div className="flex">
            <FilterChip onRemove={() => go({ shelf: shelfName })}>
              {`${t({ en: 'Like', id: 'Mirip' })}: ${like.data?.names[language] ?? '…'}`}
            </FilterChip>
          </div>
        ) : (
          <CategoryChips
            filter={filter}
            facets={listed.facets}
            total={listed.total}
            onChange={change}
          />
        )}
      </div>
      <div className="grid min-h-0 desktop:grid-cols-[264px_minmax(0,1fr)] desktop:gap-6">
        <aside
          aria-label={t({ en: 'Filters', id: 'Saringan' })}
          className="scroll-thin overflow-y-auto pr-2 pb-10 phone:hidden tablet:hidden"
        >
          <FacetList filter={filter} facets={listed.facets} onChange={change} />
        </aside>
        <div
          ref={scroller}
          className="scroll-thin relative -mx-1.5 min-h-0 overflow-y-auto bg-paper px-1.5"
        >
          <PoseGrid
            shelf={shelf}
            scroller={scroller}
            chosenIds={[]}
            favouriteIds={favourites.ids}
            isPhone={isPhone}
            onSight={onSight}
            onChoose={openPlain}
            onToggleFavourite={favourites.toggle}
            onMoreLike={moreLike}
            onEdit={edit}
          />
          {fault && <ReadFault fault={fault} onRetry={shelf.retry} />}
          {shelf.total === 0 && !shelf.isLoading && !fault && (
            <NothingOnShelf
              shelf={shelfOf(shelfName).kind}
              isFiltered={Object.keys(filter).length > 0}
              onShowAll={() => {
                setFilter(noFilter);
                go({ shelf: 'all' });
              }}
            />
          )}
          <div className="h-10" />
        </div>
      </div>
      {search.pose !== undefined && (
        <PoseSheet
          key={search.pose}
          id={search.pose}
          firstSide={side}
          isFavourite={favourites.ids.includes(search.pose)}
          onToggleFavourite={favourites.toggle}
          onMoreLike={moreLike}
          onClose={() => go(isSimilar ? { like: likeId } : { shelf: shelfName })}
        />
      )}
    </div>
  );
}
