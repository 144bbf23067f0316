import type { Words } from '@lumiku/contract';
import type { Batch, BatchStatus } from '../../contract.ts';

const STATUS_WORDS: Record<BatchStatus, Words> = {
  pending: { en: 'Waiting', id: 'Menunggu' },
  processing: { en: 'In the making', id: 'Sedang dibuat' },
  completed: { en: 'Finished', id: 'Selesai' },
  partial: { en: 'Finished in part', id: 'Selesai sebagian' },
  failed: { en: 'Failed', id: 'Gagal' },
  cancelled: { en: 'Cancelled', id: 'Dibatalkan' },
};

export function batchStatusWords(status: BatchStatus): Words {
  return STATUS_WORDS[status];
}

/** What a batch goes by: its name, or how many pictures it is. */
export function batchTitle({ name, counts }: Pick<Batch, 'name' | 'counts'>): Words {
  if (name !== null) return { en: name, id: name };
  const { total } = counts;
  return { en: total === 1 ? '1 picture' : `${total} pictures`, id: `${total} gambar` };
}
