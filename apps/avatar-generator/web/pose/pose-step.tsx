import {
  CategoryChips,
  FilterButton,
  filterQuery,
  NothingOnShelf,
  noFilter,
  PhotoSearchDialog,
  POSE_PAGE_SIZE,
  type PoseFilter,
  PoseGrid,
  type PoseShelfName,
  type PoseSide,
  poseApi,
  poseQuery,
  ShelfMenu,
  SketchSearchDialog,
  useFavourites,
  usePoseShelf,
  useShelfName,
  useSimilarPoses,
} from '@lumiku/pose-finder';
import {
  Button,
  FilterChip,
  IconButton,
  Menu,
  MenuItem,
  MenuSeparator,
  ReadFault,
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
  FlipHorizontal2,
  ImageUp,
  PencilLine,
  PersonStanding,
  ScanSearch,
} from 'lucide-react';
import { useCallback, useDeferredValue, useRef, useState } from 'react';
import { faultWords } from '../generations/fault-words.ts';
import { useStudioChoices } from '../studio/studio-choices.ts';
import { ChosenPoseBar, mirrored } from './chosen-pose-bar.tsx';

type View = PoseShelfName | { kind: 'similar'; poseId: string };

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
    isSimilar ? undefined : view,
  );
  const similar = useSimilarPoses(isSimilar ? view.poseId : null);
  const shelf = isSimilar ? similar : listed;
  const shelfName = useShelfName(isSimilar ? { kind: 'all' } : view);
  // One pose is chosen, not the several of a batch.
  const onlyId = chosenIds.length === 1 ? (chosenIds[0] ?? null) : null;
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
  const { choose, mode, poseTurn } = useStudioChoices();
  // Another pose begins as it is drawn; the poses of a batch share one turn.
  const pick = (poseId: string) => {
    if (mode === 'one' && poseId !== onlyId) choose({ poseTurn: {} });
    onChosen(poseId);
  };
  const take = (poseId: string, { mirror = false, yaw }: PoseSide = {}) => {
    setFinding(null);
    choose({ poseTurn: { mirror, ...(yaw !== undefined && { yaw }) } });
    onChosen(poseId);
  };
  const surprise = async () => {
    try {
      const pose = await poseApi.random(filterQuery(filter));
      pick(pose.id);
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
        <div className="grid gap-3 bg-paper pb-2 phone:pt-3 wide:sticky wide:top-0 wide:z-3 wide:-mx-1.5 wide:px-1.5">
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
            <ShelfMenu shelf={isSimilar ? null : view} onChange={show} />
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
              {isPhone && onlyId !== null && (
                <>
                  <MenuSeparator />
                  <MenuItem
                    icon={FlipHorizontal2}
                    isOn={poseTurn.mirror ?? false}
                    onSelect={() => choose({ poseTurn: mirrored(poseTurn) })}
                  >
                    {t({ en: 'Mirror the chosen pose', id: 'Cerminkan pose terpilih' })}
                  </MenuItem>
                  <MenuItem icon={PencilLine} onSelect={() => edit(onlyId)}>
                    {t({ en: 'Edit the chosen pose', id: 'Sunting pose terpilih' })}
                  </MenuItem>
                </>
              )}
            </Menu>
            <FilterButton filter={filter} facets={listed.facets} onChange={change} />
          </div>
          {view.kind !== 'all' && (
            <div className="flex">
              <FilterChip onRemove={() => show({ kind: 'all' })}>
                {isSimilar
                  ? `${t({ en: 'Like', id: 'Mirip' })}: ${like.data?.names[language] ?? '…'}`
                  : shelfName}
              </FilterChip>
            </div>
          )}
          {!isSimilar && (
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
          onChoose={pick}
          onToggleFavourite={favourites.toggle}
          onMoreLike={showSimilar}
          onEdit={edit}
        />
        {shelf.fault !== null && (
          <ReadFault fault={faultWords(shelf.fault, t)} onRetry={shelf.retry} />
        )}
        {shelf.total === 0 && !shelf.isLoading && shelf.fault === null && (
          <NothingOnShelf
            shelf={isSimilar ? 'all' : view.kind}
            isFiltered={Object.keys(filter).length > 0}
            onShowAll={() => {
              setFilter(noFilter);
              show({ kind: 'all' });
            }}
          />
        )}
        <div className="h-10 phone:h-40" />
      </div>
      {!isPhone && onlyId !== null && <ChosenPoseBar poseId={onlyId} onEdit={edit} />}
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
