import { indonesianFault } from '@lumiku/app-kit/web';
import type { Words } from '@lumiku/contract';
import type { Generation } from '../../contract.ts';

const FREE: Words = { en: 'Nothing was charged.', id: 'Tidak ada yang dibayar.' };

/** Why there is no picture, and that it cost nothing, in both languages; the row keeps the English sentence. */
export function whyFailed({
  status,
  errorCode,
  errorMessage,
}: Pick<Generation, 'status' | 'errorCode' | 'errorMessage'>): Words {
  if (status === 'cancelled') {
    return { en: `Cancelled. ${FREE.en}`, id: `Dibatalkan. ${FREE.id}` };
  }
  const en = errorMessage ?? 'The picture could not be made.';
  if (errorCode === 'RESULT_REJECTED') {
    return { en, id: 'Gambar ini kamu kembalikan; seluruh harganya sudah kembali.' };
  }
  const known = indonesianFault(errorCode ?? '', {});
  const id = known === null ? en : [known.message, known.fix].filter(Boolean).join(' ');
  return { en: asFree(en, FREE.en), id: asFree(id, FREE.id) };
}

/** Many messages say so themselves. */
function asFree(message: string, free: string): string {
  return message.includes(free) ? message : `${message} ${free}`;
}
