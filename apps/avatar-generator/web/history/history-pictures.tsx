import {
  Button,
  ButtonLink,
  EmptyState,
  PageActions,
  ReadFault,
  SelectionAction,
  SelectionBar,
  Skeleton,
  useToasts,
  useWords,
} from '@lumiku/ui-kit';
import { CheckCheck, Download, Images, Trash2, X } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { Generation } from '../../contract.ts';
import { picturesZipHref } from '../batch/batch-link.ts';
import { useDeletions } from '../deletion/use-deletions.ts';
import { startDownload, startDownloadOf } from '../generations/download-links.ts';
import { faultWords } from '../generations/fault-words.ts';
import type { useGenerationList } from '../generations/use-generations.ts';
import { useNewGeneration } from '../generations/use-new-generation.ts';
import { HistoryGrid } from './history-grid.tsx';
import type { SelectionControl } from './use-selection.ts';

/** The pictures of the history under the chosen filter: waiting, empty, failed to load, or the grid. */
export function HistoryPictures({
  list,
  isFiltered,
}: {
  list: ReturnType<typeof useGenerationList>;
  isFiltered: boolean;
}) {
  const { t } = useWords();
  const { hidden, deleteLater } = useDeletions();
  const { retryingId, retry } = useRetryHere();

  const generations = useMemo(
    () =>
      (list.data?.pages ?? [])
        .flatMap((page) => page.data)
        .filter((generation) => !hidden.has(generation.id)),
    [list.data, hidden],
  );
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  return (
    <>
      {list.isPending && <HistorySkeleton />}
      {list.error !== null && generations.length === 0 && (
        <ReadFault fault={faultWords(list.error, t)} onRetry={list.refetch} />
      )}
      {list.isSuccess && generations.length === 0 && <Nothing isFiltered={isFiltered} />}
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
              onDownload={() => download(generations, selection.ids)}
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

/** One picture as it is, several as one file. */
function download(generations: readonly Generation[], ids: ReadonlySet<string>): void {
  const chosen = generations.filter(
    (generation) => ids.has(generation.id) && generation.status === 'completed',
  );
  const [only] = chosen;
  if (only !== undefined && chosen.length === 1) startDownload(only, 'png');
  else if (chosen.length > 1) startDownloadOf(picturesZipHref(chosen.map(({ id }) => id)));
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
