import { useWords, Verdict } from '@lumiku/ui-kit';
import { ImageOff, Undo2 } from 'lucide-react';
import type { Generation } from '../../contract.ts';
import { whyFailed } from './why-failed.ts';

/** Why there is no picture: cancelled, given back, or failed, and what that cost. */
export function NoPictureVerdict({ generation }: { generation: Generation }) {
  const { t } = useWords();
  if (generation.status === 'cancelled') {
    return (
      <Verdict kind="doubtful" icon={ImageOff} title={t({ en: 'Cancelled', id: 'Dibatalkan' })}>
        {t({ en: 'Nothing was charged.', id: 'Tidak ada yang dibayar.' })}
      </Verdict>
    );
  }
  if (generation.errorCode === 'RESULT_REJECTED') {
    return (
      <Verdict kind="doubtful" icon={Undo2} title={t({ en: 'Given back', id: 'Dikembalikan' })}>
        {t(whyFailed(generation))}
      </Verdict>
    );
  }
  return (
    <Verdict
      kind="wrong"
      title={t({ en: 'The picture could not be made', id: 'Gambar tidak bisa dibuat' })}
    >
      {t(whyFailed(generation))}
    </Verdict>
  );
}
