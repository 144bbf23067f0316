import {
  Badge,
  EmptyState,
  Link,
  Progress,
  ShowMore,
  Skeleton,
  TimeText,
  useWords,
} from '@lumiku/ui-kit';
import { Layers } from 'lucide-react';
import type { Batch } from '../../contract.ts';
import { useBatchDeletions } from '../deletion/use-deletions.ts';
import { batchStatusWords, batchTitle } from './batch-words.ts';
import { isUnfinished, useBatchList } from './use-batches.ts';

/** Every batch as a card, newest first. */
export function BatchList() {
  const { t } = useWords();
  const list = useBatchList();
  const { hidden } = useBatchDeletions();
  const batches = (list.data?.pages ?? [])
    .flatMap((page) => page.data)
    .filter(({ id }) => !hidden.has(id));
  if (list.isPending) return <Skeleton className="mt-6 h-60 rounded-l" />;
  if (batches.length === 0) {
    return (
      <EmptyState icon={Layers} title={t({ en: 'No batches yet', id: 'Belum ada batch' })}>
        {t({
          en: 'In the generator, switch to Batch and tap several poses.',
          id: 'Di generator, pilih Batch lalu ketuk beberapa pose.',
        })}
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="mt-6 grid grid-cols-[repeat(auto-fill,minmax(280px,1fr))] gap-4 phone:grid-cols-1">
        {batches.map((batch) => (
          <li key={batch.id}>
            <BatchCard batch={batch} />
          </li>
        ))}
      </ul>
      <ShowMore pages={list} place="under" />
    </>
  );
}

function BatchCard({ batch }: { batch: Batch }) {
  const { t, number } = useWords();
  const { counts } = batch;
  const over = counts.completed + counts.failed + counts.cancelled;
  return (
    <Link
      href={`/batches/${batch.id}`}
      className="block rounded-l bg-surface p-3 text-ink no-underline shadow-1 transition-shadow calm hover:shadow-2"
    >
      <div className="grid grid-cols-4 gap-1 overflow-hidden rounded-m bg-sunken">
        {[0, 1, 2, 3].map((place) => {
          const src = batch.thumbnailUrls[place];
          return src === undefined ? (
            <span key={place} className="aspect-3/4 bg-studio" />
          ) : (
            <img
              key={place}
              src={src}
              alt=""
              loading="lazy"
              className="aspect-3/4 w-full object-cover object-[50%_20%]"
            />
          );
        })}
      </div>
      <div className="mt-3 flex items-center gap-2">
        <b className="min-w-0 truncate text-15 font-semibold">{t(batchTitle(batch))}</b>
        <Badge
          tone={batch.status === 'completed' ? 'ok' : batch.status === 'failed' ? 'bad' : 'plain'}
          className="ml-auto"
        >
          {t(batchStatusWords(batch.status))}
        </Badge>
      </div>
      <p className="num mt-0.5 text-13 text-ink-3">
        {number(counts.completed)} {t({ en: 'of', id: 'dari' })} {number(counts.total)}{' '}
        {t({ en: 'ready', id: 'jadi' })} · <TimeText time={batch.createdAt} />
      </p>
      {isUnfinished(batch) && (
        <Progress
          fraction={counts.total === 0 ? 0 : over / counts.total}
          label={t({ en: 'Progress of the batch', id: 'Kemajuan batch' })}
          className="mt-2"
        />
      )}
    </Link>
  );
}
