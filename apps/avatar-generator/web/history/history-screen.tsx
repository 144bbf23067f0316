import { BesideTitle, Chip, ChipGroup, useWords } from '@lumiku/ui-kit';
import { useState } from 'react';
import type { GenerationStatus } from '../../contract.ts';
import { BatchList } from '../batch/batch-list.tsx';
import { useDeletions } from '../deletion/use-deletions.ts';
import { useGenerationList, useLiveGenerations } from '../generations/use-generations.ts';
import { HistoryPictures } from './history-pictures.tsx';

const ALL: readonly GenerationStatus[] = ['pending', 'processing', 'completed', 'failed'];

const FILTERS = [
  { id: 'all', status: ALL, words: { en: 'All', id: 'Semua' } },
  { id: 'done', status: ['completed'], words: { en: 'Finished', id: 'Selesai' } },
  {
    id: 'making',
    status: ['pending', 'processing'],
    words: { en: 'In the making', id: 'Sedang dibuat' },
  },
  { id: 'failed', status: ['failed'], words: { en: 'Failed', id: 'Gagal' } },
  { id: 'batches', status: ALL, words: { en: 'Batches', id: 'Batch' } },
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
  const { hidden } = useDeletions();
  const total = Math.max(0, (list.data?.pages[0]?.meta.total ?? 0) - hidden.size);

  return (
    <>
      {list.data !== undefined && filterId !== 'batches' && (
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
      {filterId === 'batches' ? (
        <BatchList />
      ) : (
        <HistoryPictures list={list} isFiltered={filterId !== 'all'} />
      )}
    </>
  );
}
