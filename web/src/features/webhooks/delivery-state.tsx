import type { WebhookDelivery } from '@lumiku/contract';
import { Badge, TimeText, useWords } from '@lumiku/ui-kit';
import { attemptWords } from './attempt-words.ts';

/** Nobody reads a shorter time before it is over. */
const SOON_MS = 5_000;

/** Delivered, given up, or when it is tried again and why it was not taken. */
export function DeliveryState({ delivery }: { delivery: WebhookDelivery }) {
  const { t } = useWords();
  const { state, lastError, nextAttemptAt, attempts } = delivery;
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {state === 'delivered' ? (
        <Badge tone="ok">{t({ en: 'Delivered', id: 'Terkirim' })}</Badge>
      ) : state === 'failed' ? (
        <Badge tone="bad">{t({ en: 'Given up', id: 'Tidak dicoba lagi' })}</Badge>
      ) : (
        <Badge>{t({ en: 'Under way', id: 'Dalam pengiriman' })}</Badge>
      )}
      {state !== 'delivered' && lastError !== null && (
        <span className="text-13 text-ink-2">{t(attemptWords(lastError))}</span>
      )}
      {state === 'pending' && attempts > 0 && nextAttemptAt !== null && (
        <span className="text-13 text-ink-3">
          {Date.parse(nextAttemptAt) <= Date.now() + SOON_MS ? (
            t({ en: 'Tried again in a moment', id: 'Segera dicoba lagi' })
          ) : (
            <>
              {t({ en: 'Next attempt', id: 'Percobaan berikutnya' })}{' '}
              <TimeText time={nextAttemptAt} style="ago" />
            </>
          )}
        </span>
      )}
    </span>
  );
}
