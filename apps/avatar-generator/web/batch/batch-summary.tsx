import {
  Button,
  ButtonLink,
  Card,
  IconButton,
  KeyValues,
  Menu,
  MenuItem,
  Progress,
  TimeText,
  useToasts,
  useWords,
} from '@lumiku/ui-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Download, Ellipsis, Sheet, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import type { Batch } from '../../contract.ts';
import { useBatchDeletions } from '../deletion/use-deletions.ts';
import { faultWords } from '../generations/fault-words.ts';
import { generationKeys } from '../generations/query-keys.ts';
import { studioApi } from '../generations/studio-api.ts';
import { useStyleName } from '../result/use-styles.ts';
import { batchCsvHref, batchZipHref } from './batch-link.ts';
import { batchStatusWords } from './batch-words.ts';
import { isUnfinished } from './use-batches.ts';

/** How far a batch is, what becomes of its credits, and what can be done with it. */
export function BatchSummary({ batch, className = '' }: { batch: Batch; className?: string }) {
  const { t, number } = useWords();
  const { counts } = batch;
  const over = counts.completed + counts.failed + counts.cancelled;
  const isOver = !isUnfinished(batch);
  return (
    <Card
      className={`sticky top-[calc(var(--top)+8px)] p-4 tablet:static phone:static ${className}`}
    >
      <div className="flex items-baseline gap-3">
        <b className="text-17 font-semibold">{t(batchStatusWords(batch.status))}</b>
        <span className="num ml-auto text-13 text-ink-2" role="status">
          {number(counts.completed)} {t({ en: 'of', id: 'dari' })} {number(counts.total)}{' '}
          {t({ en: 'ready', id: 'jadi' })}
        </span>
      </div>
      {!isOver && (
        <Progress
          fraction={counts.total === 0 ? 0 : over / counts.total}
          label={t({ en: 'Progress of the batch', id: 'Kemajuan batch' })}
          className="mt-3"
        />
      )}
      <Counts batch={batch} />
      <div className="mt-3 border-t border-line pt-2">
        <Money batch={batch} />
      </div>
      <Settings batch={batch} />
      <Actions batch={batch} isOver={isOver} />
    </Card>
  );
}

function Counts({ batch: { counts } }: { batch: Batch }) {
  const { t, number } = useWords();
  const parts = [
    { count: counts.processing, words: { en: 'in the making', id: 'sedang dibuat' } },
    { count: counts.pending, words: { en: 'waiting', id: 'menunggu' } },
    { count: counts.failed, words: { en: 'failed', id: 'gagal' } },
    { count: counts.cancelled, words: { en: 'cancelled', id: 'dibatalkan' } },
  ].filter(({ count }) => count > 0);
  if (parts.length === 0) return null;
  return (
    <p className="num mt-2.5 text-13 text-ink-2">
      {parts.map(({ count, words }) => `${number(count)} ${t(words)}`).join(' · ')}
    </p>
  );
}

/** Price = paid + held + given back, at any moment. */
function Money({ batch: { credits: money } }: { batch: Batch }) {
  const { t, credits } = useWords();
  const rows = [
    { key: 'price', name: t({ en: 'Price of all', id: 'Harga semua' }), value: money.price },
    { key: 'captured', name: t({ en: 'Paid', id: 'Dibayar' }), value: money.captured },
    { key: 'held', name: t({ en: 'Held', id: 'Ditahan' }), value: money.held },
    { key: 'released', name: t({ en: 'Given back', id: 'Dikembalikan' }), value: money.released },
  ];
  return (
    <KeyValues
      rows={rows
        .filter(({ key, value }) => value > 0 || key === 'price' || key === 'captured')
        .map((row) => ({ ...row, value: <span className="num">{credits(row.value)}</span> }))}
    />
  );
}

function Settings({ batch }: { batch: Batch }) {
  const { t } = useWords();
  const style = useStyleName(batch.stylePreset);
  const settings = [
    batch.quality.toUpperCase(),
    style.toLowerCase(),
    ...(batch.priority ? [t({ en: 'priority', id: 'prioritas' })] : []),
  ];
  return (
    <p className="mt-2 border-t border-line pt-3 text-13 text-ink-3">
      {settings.join(', ')} · <TimeText time={batch.createdAt} />
    </p>
  );
}

function Actions({ batch, isOver }: { batch: Batch; isOver: boolean }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { deleteLater } = useBatchDeletions();
  const cancel = useCancelBatch(batch.id);
  const remove = async () => {
    deleteLater([batch.id]);
    await navigate({ to: '/history' });
  };
  return (
    <div className="mt-4 grid gap-2">
      {batch.counts.completed > 0 && (
        <ButtonLink
          kind={isOver ? 'primary' : 'plain'}
          size="l"
          isWide
          icon={Download}
          href={batchZipHref(batch.id)}
          download
        >
          {t({ en: 'Download ZIP', id: 'Unduh ZIP' })}
        </ButtonLink>
      )}
      <div className="flex gap-2">
        {isOver ? (
          <ButtonLink icon={Sheet} href={batchCsvHref(batch.id)} download className="flex-1">
            {t({ en: 'Settings as CSV', id: 'Pengaturan CSV' })}
          </ButtonLink>
        ) : (
          <Button
            icon={X}
            isBusy={cancel.isBusy}
            onClick={() => void cancel.run()}
            className="flex-1"
          >
            {t({ en: 'Cancel the rest', id: 'Batalkan sisanya' })}
          </Button>
        )}
        <Menu trigger={<IconButton icon={Ellipsis} label={t({ en: 'More', id: 'Lainnya' })} />}>
          {!isOver && (
            <MenuItem icon={Sheet} href={batchCsvHref(batch.id)} download>
              {t({ en: 'Settings as CSV', id: 'Pengaturan CSV' })}
            </MenuItem>
          )}
          <MenuItem icon={Trash2} isDangerous onSelect={() => void remove()}>
            {t({ en: 'Delete with its pictures', id: 'Hapus bersama gambarnya' })}
          </MenuItem>
        </Menu>
      </div>
      {!isOver && (
        <p className="text-center text-13 text-ink-3">
          {t({ en: 'You can leave; it keeps going.', id: 'Kamu boleh pergi; tetap berjalan.' })}
        </p>
      )}
    </div>
  );
}

function useCancelBatch(id: string): { isBusy: boolean; run: () => Promise<void> } {
  const { t } = useWords();
  const toasts = useToasts();
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  return {
    isBusy,
    async run() {
      setBusy(true);
      try {
        client.setQueryData(generationKeys.batch(id), await studioApi.cancelBatch(id));
        toasts.say({
          words: t({
            en: 'The rest is cancelled; its credits are back',
            id: 'Sisanya dibatalkan; kreditnya kembali',
          }),
        });
      } catch (thrown) {
        const said = faultWords(thrown, t);
        toasts.say({ words: said.title, detail: said.fix, tone: 'bad' });
      } finally {
        setBusy(false);
      }
    },
  };
}
