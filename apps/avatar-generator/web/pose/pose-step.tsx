import {
  Button,
  EmptyState,
  ErrorState,
  FilterChip,
  IconButton,
  SearchField,
  StepHeading,
  type StepState,
  useIsPhone,
  useToasts,
  useWords,
} from '@lumiku/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { Dices, Heart, SearchX } from 'lucide-react';
import { useCallback, useDeferredValue, useRef, useState } from 'react';
import { faultWords } from '../generations/fault-words.ts';
import { studioApi } from '../generations/studio-api.ts';
import { useStudioChoices } from '../studio/studio-choices.ts';
import { filterQuery, noFilter, type PoseFilter } from './pose-filter.ts';
import { CategoryChips, FilterButton } from './pose-filters.tsx';
import { PoseGrid } from './pose-grid.tsx';
import {
  POSE_PAGE_SIZE,
  poseQuery,
  useFavouritePoses,
  usePoseLibrary,
  useSimilarPoses,
} from './use-pose-library.ts';

type View = { kind: 'library' } | { kind: 'favourites' } | { kind: 'similar'; poseId: string };

/** The second step: find a pose by words, by kind, by likeness or by luck. */
export function PoseStep({
  state,
  chosenIds,
  onChosen,
}: {
  state: StepState;
  /** One, or the poses of a batch. */
  chosenIds: readonly string[];
  onChosen: (poseId: string) => void;
}) {
  const words = useWords();
  const { t, number, language } = words;
  const toasts = useToasts();
  const isPhone = useIsPhone();
  const { favouritePoseIds, toggleFavourite } = useStudioChoices();
  const [filter, setFilter] = useState<PoseFilter>(noFilter);
  const [view, setView] = useState<View>({ kind: 'library' });
  const [sight, setSight] = useState({ from: 0, to: 0 });
  const scroller = useRef<HTMLDivElement>(null);

  const library = usePoseLibrary(useDeferredValue(filter), sight, view.kind === 'library');
  const similar = useSimilarPoses(view.kind === 'similar' ? view.poseId : null);
  const favourites = useFavouritePoses(favouritePoseIds, view.kind === 'favourites');
  const shelf = { library, similar, favourites }[view.kind];
  const likeId = view.kind === 'similar' ? view.poseId : '';
  const like = useQuery({ ...poseQuery(likeId), enabled: likeId !== '' });

  const onSight = useCallback((from: number, to: number) => {
    const pageOf = (index: number) => Math.floor(index / POSE_PAGE_SIZE);
    setSight((now) =>
      pageOf(now.from) === pageOf(from) && pageOf(now.to) === pageOf(to) ? now : { from, to },
    );
  }, []);
  const show = useCallback((next: View) => {
    setView(next);
    scroller.current?.scrollTo({ top: 0 });
  }, []);
  const showSimilar = useCallback((id: string) => show({ kind: 'similar', poseId: id }), [show]);
  const change = (next: PoseFilter) => {
    setFilter(next);
    show({ kind: 'library' });
  };
  const surprise = async () => {
    try {
      const pose = await studioApi.randomPose(filterQuery(filter));
      onChosen(pose.id);
      toasts.say({ words: `${t({ en: 'Chosen', id: 'Terpilih' })}: ${pose.names[language]}` });
    } catch (cause) {
      const said = faultWords(cause, t);
      toasts.say({ words: said.title, detail: said.fix, tone: 'bad' });
    }
  };

  return (
    <>
      <StepHeading
        number={2}
        state={state}
        title={t({ en: 'Pose', id: 'Pose' })}
        id="step-pose"
        aside={library.total > 0 ? number(library.total) : undefined}
        action={
          <Button kind="quiet" size="s" icon={Dices} onClick={() => void surprise()}>
            {t({ en: 'Surprise me', id: 'Kejutkan aku' })}
          </Button>
        }
      />
      <div
        ref={scroller}
        className="scroll-thin relative -mx-1.5 min-h-0 flex-1 overflow-y-auto px-1.5 wide:mask-[linear-gradient(#000_calc(100%-40px),transparent)] phone:-mx-4 phone:px-4"
      >
        <div className="grid gap-3 bg-paper pb-2 wide:sticky wide:top-0 wide:z-3 wide:-mx-1.5 wide:px-1.5">
          <div className="flex items-center gap-2">
            <SearchField
              label={t({ en: 'Search poses', id: 'Cari pose' })}
              placeholder={
                isPhone
                  ? t({ en: 'Search poses', id: 'Cari pose' })
                  : t({
                      en: 'Search: seated, hand on hip…',
                      id: 'Cari: duduk, tangan di pinggang…',
                    })
              }
              shortcut="/"
              value={filter.q ?? ''}
              onChange={(q) => change({ ...filter, q })}
              className="flex-1"
            />
            <IconButton
              icon={Heart}
              label={t({ en: 'Favourites only', id: 'Hanya favorit' })}
              isPressed={view.kind === 'favourites'}
              onClick={() => show({ kind: view.kind === 'favourites' ? 'library' : 'favourites' })}
            />
            {isPhone && (
              <IconButton
                icon={Dices}
                label={t({ en: 'Surprise me', id: 'Kejutkan aku' })}
                onClick={() => void surprise()}
              />
            )}
            <FilterButton filter={filter} facets={library.facets} onChange={change} />
          </div>
          {view.kind === 'similar' ? (
            <div className="flex">
              <FilterChip onRemove={() => show({ kind: 'library' })}>
                {`${t({ en: 'Like', id: 'Mirip' })}: ${like.data?.names[language] ?? '…'}`}
              </FilterChip>
            </div>
          ) : (
            <CategoryChips
              filter={filter}
              facets={library.facets}
              total={library.total}
              onChange={change}
            />
          )}
        </div>
        <PoseGrid
          shelf={shelf}
          scroller={scroller}
          chosenIds={chosenIds}
          favouriteIds={favouritePoseIds}
          isPhone={isPhone}
          onSight={onSight}
          onChoose={onChosen}
          onToggleFavourite={toggleFavourite}
          onMoreLike={showSimilar}
        />
        {shelf.fault !== null && (
          <ErrorState
            title={faultWords(shelf.fault, t).title}
            action={
              <Button onClick={shelf.retry}>{t({ en: 'Try again', id: 'Coba lagi' })}</Button>
            }
          >
            {faultWords(shelf.fault, t).fix}
          </ErrorState>
        )}
        {shelf.total === 0 && !shelf.isLoading && shelf.fault === null && (
          <NothingFound view={view.kind} onReset={() => change(noFilter)} />
        )}
        <div className="h-10" />
      </div>
    </>
  );
}

function NothingFound({ view, onReset }: { view: View['kind']; onReset: () => void }) {
  const { t } = useWords();
  if (view === 'favourites') {
    return (
      <EmptyState
        icon={Heart}
        title={t({ en: 'No favourites yet', id: 'Belum ada favorit' })}
        action={
          <Button onClick={onReset}>
            {t({ en: 'Show all poses', id: 'Tampilkan semua pose' })}
          </Button>
        }
      >
        {t({
          en: 'Press the heart on a pose and it is kept here, on this device.',
          id: 'Tekan hati pada sebuah pose dan ia tersimpan di sini, di perangkat ini.',
        })}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={SearchX}
      title={t({ en: 'No pose fits', id: 'Tidak ada pose yang cocok' })}
      action={
        <Button onClick={onReset}>{t({ en: 'Show all poses', id: 'Tampilkan semua pose' })}</Button>
      }
    >
      {t({ en: 'Try fewer words or filters.', id: 'Coba lebih sedikit kata atau saringan.' })}
    </EmptyState>
  );
}
