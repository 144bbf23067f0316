import {
  CategoryChips,
  FilterButton,
  filterQuery,
  noFilter,
  PhotoSearchDialog,
  POSE_PAGE_SIZE,
  type PoseFilter,
  PoseGrid,
  type PoseSide,
  poseApi,
  poseQuery,
  SketchSearchDialog,
  useFavourites,
  usePoseShelf,
  useSimilarPoses,
} from '@lumiku/pose-finder';
import {
  Button,
  ButtonLink,
  EmptyState,
  ErrorState,
  FilterChip,
  IconButton,
  Menu,
  MenuItem,
  SearchField,
  StepHeading,
  type StepState,
  useIsPhone,
  useToasts,
  useWords,
} from '@lumiku/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
  Dices,
  Heart,
  ImageUp,
  PencilLine,
  PersonStanding,
  ScanSearch,
  SearchX,
  UserRound,
} from 'lucide-react';
import { useCallback, useDeferredValue, useRef, useState } from 'react';
import { faultWords } from '../generations/fault-words.ts';
import { useStudioChoices } from '../studio/studio-choices.ts';

type View =
  | { kind: 'all' }
  | { kind: 'mine' }
  | { kind: 'favourites' }
  | { kind: 'similar'; poseId: string };

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
  const favourites = useFavourites();
  const navigate = useNavigate();
  const [finding, setFinding] = useState<'photo' | 'sketch' | null>(null);
  const [filter, setFilter] = useState<PoseFilter>(noFilter);
  const [view, setView] = useState<View>({ kind: 'all' });
  const [sight, setSight] = useState({ from: 0, to: 0 });
  const scroller = useRef<HTMLDivElement>(null);

  const isSimilar = view.kind === 'similar';
  const listed = usePoseShelf(
    useDeferredValue(filter),
    sight,
    !isSimilar,
    isSimilar ? undefined : { kind: view.kind },
  );
  const similar = useSimilarPoses(isSimilar ? view.poseId : null);
  const shelf = isSimilar ? similar : listed;
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
    show(view.kind === 'similar' ? { kind: 'all' } : view);
  };
  const edit = useCallback(
    (id: string) => void navigate({ href: `/poses/${encodeURIComponent(id)}/edit` }),
    [navigate],
  );
  const { choose } = useStudioChoices();
  const take = (poseId: string, { mirror }: PoseSide = {}) => {
    setFinding(null);
    choose({ poseTurn: { mirror: mirror ?? false } });
    onChosen(poseId);
  };
  const surprise = async () => {
    try {
      const pose = await poseApi.random(filterQuery(filter));
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
        aside={listed.total > 0 ? number(listed.total) : undefined}
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
              onClick={() => show({ kind: view.kind === 'favourites' ? 'all' : 'favourites' })}
            />
            <IconButton
              icon={UserRound}
              label={t({ en: 'Your own poses', id: 'Pose milikmu' })}
              isPressed={view.kind === 'mine'}
              onClick={() => show({ kind: view.kind === 'mine' ? 'all' : 'mine' })}
            />
            <Menu
              trigger={
                <IconButton
                  icon={ScanSearch}
                  label={t({ en: 'More ways to find', id: 'Cara lain mencari' })}
                />
              }
            >
              <MenuItem icon={ImageUp} onSelect={() => setFinding('photo')}>
                {t({ en: 'Search by photo', id: 'Cari dengan foto' })}
              </MenuItem>
              <MenuItem icon={PersonStanding} onSelect={() => setFinding('sketch')}>
                {t({ en: 'Search by sketch', id: 'Cari dengan sketsa' })}
              </MenuItem>
              {isPhone && (
                <MenuItem icon={Dices} onSelect={() => void surprise()}>
                  {t({ en: 'Surprise me', id: 'Kejutkan aku' })}
                </MenuItem>
              )}
              {chosenIds.length === 1 && (
                <MenuItem icon={PencilLine} onSelect={() => edit(chosenIds[0] ?? '')}>
                  {t({ en: 'Edit this pose', id: 'Sunting pose ini' })}
                </MenuItem>
              )}
            </Menu>
            <FilterButton filter={filter} facets={listed.facets} onChange={change} />
          </div>
          {view.kind === 'similar' ? (
            <div className="flex">
              <FilterChip onRemove={() => show({ kind: 'all' })}>
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
        <PoseGrid
          shelf={shelf}
          scroller={scroller}
          chosenIds={chosenIds}
          favouriteIds={favourites.ids}
          isPhone={isPhone}
          onSight={onSight}
          onChoose={onChosen}
          onToggleFavourite={favourites.toggle}
          onMoreLike={showSimilar}
          onEdit={edit}
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
          <NothingFound
            view={view.kind}
            onReset={() => {
              setFilter(noFilter);
              show({ kind: 'all' });
            }}
          />
        )}
        <div className="h-10" />
      </div>
      {finding === 'photo' && (
        <PhotoSearchDialog
          onClose={() => setFinding(null)}
          onChoose={(pose, side) => take(pose.id, side)}
          onKept={(pose) => take(pose.id)}
        />
      )}
      {finding === 'sketch' && (
        <SketchSearchDialog
          onClose={() => setFinding(null)}
          onChoose={(pose, side) => take(pose.id, side)}
          onKept={(pose) => take(pose.id)}
        />
      )}
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
          en: 'Press the heart on a pose and it is kept here.',
          id: 'Tekan hati pada sebuah pose dan ia tersimpan di sini.',
        })}
      </EmptyState>
    );
  }
  if (view === 'mine') {
    return (
      <EmptyState
        icon={UserRound}
        title={t({ en: 'No poses of your own yet', id: 'Belum ada pose milikmu' })}
        action={<ButtonLink href="/poses/new">{t({ en: 'Make one', id: 'Buat satu' })}</ButtonLink>}
      >
        {t({
          en: 'Edit any pose, or search by photo and keep what is found.',
          id: 'Sunting pose mana pun, atau cari dengan foto dan simpan hasilnya.',
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
