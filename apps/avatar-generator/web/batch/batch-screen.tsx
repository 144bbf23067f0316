import { isGone } from '@lumiku/app-kit/web';
import { GoneState, ReadFault, Skeleton, usePageTitle, useWords } from '@lumiku/ui-kit';
import { useParams } from '@tanstack/react-router';
import { Layers } from 'lucide-react';
import type { BatchWithItems } from '../../contract.ts';
import { useDeletions } from '../deletion/use-deletions.ts';
import { faultWords } from '../generations/fault-words.ts';
import { useLiveGenerations } from '../generations/use-generations.ts';
import { BatchSummary } from './batch-summary.tsx';
import { BatchTile } from './batch-tile.tsx';
import { batchTitle } from './batch-words.ts';
import { useBatch } from './use-batches.ts';

/** One batch: how far it is, what it cost, and its pictures as they come. */
export function BatchScreen() {
  const { t } = useWords();
  const { id } = useParams({ strict: false });
  useLiveGenerations();
  const query = useBatch(id ?? '');
  const batch = query.data;

  if (isGone(query.error)) return <Gone />;
  if (query.error !== null && batch === undefined) {
    const said = faultWords(query.error, t);
    return <ReadFault fault={said} onRetry={query.refetch} />;
  }
  return batch === undefined ? <BatchSkeleton /> : <Shown batch={batch} />;
}

function Shown({ batch }: { batch: BatchWithItems }) {
  const { t } = useWords();
  usePageTitle(t(batchTitle(batch)));
  const { hidden } = useDeletions();
  const items = batch.items.filter((item) => !hidden.has(item.id));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_360px] items-start gap-6 px-6 pb-10 tablet:block tablet:px-4 phone:block phone:px-4 phone:pb-24">
      <BatchSummary batch={batch} className="order-2 tablet:mb-5 phone:mb-5" />
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(172px,1fr))] gap-2 phone:grid-cols-2">
        {items.map((item) => (
          <li key={`${item.poseTemplateId} ${item.id}`} className="aspect-3/4 min-w-0">
            <BatchTile generation={item} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function BatchSkeleton() {
  const { t } = useWords();
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(172px,1fr))] gap-2 px-6 phone:grid-cols-2 phone:px-4">
      <span role="status" className="sr-only">
        {t({ en: 'Loading', id: 'Memuat' })}
      </span>
      {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((key) => (
        <Skeleton key={key} className="aspect-3/4 rounded-control" />
      ))}
    </div>
  );
}

function Gone() {
  const { t } = useWords();
  return (
    <GoneState
      icon={Layers}
      title={t({ en: 'This batch does not exist', id: 'Batch ini tidak ada' })}
      back={{ href: '/history', label: t({ en: 'To the history', id: 'Ke riwayat' }) }}
    />
  );
}
