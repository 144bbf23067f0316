import { Button, useToasts, useWords } from '@lumiku/ui-kit';
import { X } from 'lucide-react';
import { faultWords } from '../generations/fault-words.ts';
import type { Studio } from '../studio/use-studio.ts';

/** Stops the work; the credits held for it come back. */
export function CancelMaking({ studio, size = 'm' }: { studio: Studio; size?: 'm' | 'l' }) {
  const { t, credits } = useWords();
  const toasts = useToasts();
  const held = studio.generation?.creditUsed ?? 0;
  const cancel = async () => {
    try {
      await studio.cancel();
      toasts.say({
        words: t({
          en: 'Cancelled. Nothing was charged.',
          id: 'Dibatalkan. Tidak ada yang dibayar.',
        }),
      });
    } catch (cause) {
      const said = faultWords(cause, t);
      toasts.say({ words: said.title, detail: said.fix, tone: 'bad' });
    }
  };
  return (
    <div className="grid gap-2.5">
      <Button
        size={size}
        isWide
        icon={X}
        isBusy={studio.isCancelling}
        onClick={() => void cancel()}
      >
        {t({ en: 'Cancel, pay nothing', id: 'Batalkan, tanpa bayar' })}
      </Button>
      <p className="text-center text-13 text-ink-3">
        {t({ en: 'You can leave; it keeps going.', id: 'Kamu boleh pergi; tetap berjalan.' })}{' '}
        {credits(held)} {t({ en: 'held.', id: 'ditahan.' })}
      </p>
    </div>
  );
}
