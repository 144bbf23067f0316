import {
  BesideTitle,
  Button,
  ButtonLink,
  Chip,
  ChipGroup,
  EmptyState,
  ErrorState,
  PageActions,
  SelectionAction,
  SelectionBar,
  Skeleton,
  useToasts,
  useWords,
} from '@lumiku/ui-kit';
import { CheckCheck, Download, Images, Trash2, X } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { GenerationStatus } from '../../contract.ts';
import { useDeletions } from '../deletion/use-deletions.ts';
import { startDownload } from '../generations/download-links.ts';
import { faultWords } from '../generations/fault-words.ts';
import { useGenerationList, useLiveGenerations } from '../generations/use-generations.ts';
import { useNewGeneration } from '../generations/use-new-generation.ts';
import { HistoryGrid } from './history-grid.tsx';
import type { SelectionControl } from './use-selection.ts';

const FILTERS = [
  {
    id: 'all',
    status: ['pending', 'processing', 'completed', 'failed'],
    words: { en: 'All', id: 'Semua' },
  },
  { id: 'done', status: ['completed'], words: { en: 'Finished', id: 'Selesai' } },
  {
    id: 'making',
    status: ['pending', 'processing'],
    words: { en: 'In the making', id: 'Sedang dibuat' },
  },
  { id: 'failed', status: ['failed'], words: { en: 'Failed', id: 'Gagal' } },
] as const satisfies readonly {
  id: string;
  status: readonly GenerationStatus[];
  words: { en: string; id: string };
}[];

/** Everything made, by day, newest first. */
export function HistoryScreen() {
  const { t, number } = useWords();
  useLiveGenerations();
  const [filterId, setFilterId] = useState<(typeof FILTERS)[number]['id']>('all');
  const filter = FILTERS.find((one) => one.id === filterId) ?? FILTERS[0];
  const list = useGenerationList(filter.status);
  const { hidden, deleteLater } = useDeletions();
  const { retryingId, retry } = useRetryHere();

  const generations = useMemo(
    () =>
      (list.data?.pages ?? [])
        .flatMap((page) => page.data)
        .filter((generation) => !hidden.has(generation.id)),
    [list.data, hidden],
  );
  const total = Math.max(0, (list.data?.pages[0]?.meta.total ?? 0) - hidden.size);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  return (
    <>
      {list.data !== undefined && (
        <BesideTitle>
          <span className="num pt-1 text-13 text-ink-3 phone:hidden">
            {number(total)}{' '}
            {total === 1 ? t({ en: 'picture', id: 'gambar' }) : t({ en: 'pictures', id: 'gambar' })}
          </span>
        </BesideTitle>
      )}
      <ChipGroup label={t({ en: 'Show', id: 'Tampilkan' })} isScrolling>
        {FILTERS.map(({ id, words }) => (
          <Chip key={id} isOn={id === filterId} onClick={() => setFilterId(id)}>
            {t(words)}
          </Chip>
        ))}
      </ChipGroup>
      {list.isPending && <HistorySkeleton />}
      {list.error !== null && generations.length === 0 && (
        <ErrorState
          title={faultWords(list.error, t).title}
          action={
            <Button onClick={() => void list.refetch()}>
              {t({ en: 'Try again', id: 'Coba lagi' })}
            </Button>
          }
        >
          {faultWords(list.error, t).fix}
        </ErrorState>
      )}
      {list.isSuccess && generations.length === 0 && <Nothing isFiltered={filterId !== 'all'} />}
      {generations.length > 0 && (
        <HistoryGrid
          generations={generations}
          onNearEnd={onNearEnd}
          onRetry={retry}
          retryingId={retryingId}
          onDelete={deleteLater}
          selectionBar={(selection) => (
            <SelectionTools
              selection={selection}
              onDownload={() => {
                for (const generation of generations) {
                  if (selection.ids.has(generation.id)) startDownload(generation, 'png');
                }
              }}
              onDelete={() => {
                deleteLater([...selection.ids]);
                selection.clear();
              }}
            />
          )}
        />
      )}
      <p role="status" className="py-6 text-center text-13 text-ink-3">
        {isFetchingNextPage && t({ en: 'Loading more…', id: 'Memuat lagi…' })}
      </p>
    </>
  );
}

function SelectionTools({
  selection,
  onDownload,
  onDelete,
}: {
  selection: SelectionControl;
  onDownload: () => void;
  onDelete: () => void;
}) {
  const { t } = useWords();
  return (
    <>
      <PageActions>
        <Button
          kind="quiet"
          icon={selection.isSelecting ? X : CheckCheck}
          onClick={() => selection.setSelecting(!selection.isSelecting)}
        >
          {selection.isSelecting
            ? t({ en: 'Done selecting', id: 'Selesai memilih' })
            : t({ en: 'Select', id: 'Pilih' })}
        </Button>
      </PageActions>
      <SelectionBar count={selection.ids.size} onClear={selection.clear}>
        <SelectionAction icon={Download} onClick={onDownload}>
          {t({ en: 'Download', id: 'Unduh' })}
        </SelectionAction>
        <SelectionAction icon={Trash2} isDangerous onClick={onDelete}>
          {t({ en: 'Delete', id: 'Hapus' })}
        </SelectionAction>
      </SelectionBar>
    </>
  );
}

/** Tries failed work again without leaving the list; the new one appears at its head. */
function useRetryHere(): { retryingId: string | null; retry: (id: string) => void } {
  const { t, credits } = useWords();
  const toasts = useToasts();
  const [retryingId, setRetryingId] = useState<string | null>(null);
  const making = useNewGeneration((thrown) => {
    const said = faultWords(thrown, t);
    toasts.say({ words: said.title, detail: said.fix, tone: 'bad' });
  });
  const retry = async (id: string) => {
    setRetryingId(id);
    const made = await making.retry(id);
    setRetryingId(null);
    if (made === null) return;
    toasts.say({
      words: `${t({ en: 'Started again', id: 'Dimulai lagi' })} · ${credits(made.creditUsed)}`,
    });
  };
  return { retryingId, retry: (id) => void retry(id) };
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useWords();
  if (isFiltered) {
    return (
      <EmptyState
        icon={Images}
        title={t({ en: 'Nothing of this kind', id: 'Tidak ada yang ini' })}
      />
    );
  }
  return (
    <EmptyState
      icon={Images}
      title={t({ en: 'No pictures yet', id: 'Belum ada gambar' })}
      action={
        <ButtonLink kind="primary" href="/generate">
          {t({ en: 'Make the first one', id: 'Buat yang pertama' })}
        </ButtonLink>
      }
    >
      {t({
        en: 'A photo and a pose are all it takes. Everything you make is kept here.',
        id: 'Cukup satu foto dan satu pose. Semua yang kamu buat tersimpan di sini.',
      })}
    </EmptyState>
  );
}

function HistorySkeleton() {
  const { t } = useWords();
  return (
    <div className="mt-6">
      <span role="status" className="sr-only">
        {t({ en: 'Loading', id: 'Memuat' })}
      </span>
      <div className="flex flex-wrap gap-1.5">
        {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((key) => (
          <Skeleton key={key} className="h-54 w-40 rounded-control phone:h-37 phone:w-28" />
        ))}
      </div>
    </div>
  );
}
