import type { WebhookEndpoint } from '@lumiku/contract';
import { Badge, HealthDot, Link, TimeText, useWords } from '@lumiku/ui-kit';
import { EndpointActions } from './endpoint-actions.tsx';
import { eventWords } from './event-words.ts';

/** One endpoint of the list; its name leads to the log. */
export function EndpointLine({ endpoint }: { endpoint: WebhookEndpoint }) {
  const { t } = useWords();
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 gap-y-3 border-b border-line px-6 py-5 last:border-0 phone:px-4 phone:py-4">
      <div className="grid min-w-0 gap-1">
        <Link
          href={`/account/webhooks/${endpoint.id}`}
          className="truncate text-15 font-semibold text-ink hover:underline touch:-my-2.5 touch:py-2.5"
        >
          {endpoint.url}
        </Link>
        {endpoint.description !== '' && (
          <p className="text-14 text-ink-2">{endpoint.description}</p>
        )}
        <EndpointHealth endpoint={endpoint} />
      </div>
      <EndpointActions endpoint={endpoint} />
      <div className="col-span-full flex flex-wrap gap-1.5">
        {endpoint.events.map((type) => (
          <Badge key={type}>{t(eventWords(type))}</Badge>
        ))}
      </div>
    </li>
  );
}

/** Off, never tried, or how the newest attempt went. */
export function EndpointHealth({ endpoint }: { endpoint: WebhookEndpoint }) {
  const { t } = useWords();
  const { lastAttempt: last, previousSecretUntil } = endpoint;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-2">
      {!endpoint.isEnabled ? (
        <HealthDot health="waiting">{t({ en: 'Switched off', id: 'Dimatikan' })}</HealthDot>
      ) : last === null ? (
        <HealthDot health="waiting">
          {t({ en: 'Nothing sent yet', id: 'Belum ada yang dikirim' })}
        </HealthDot>
      ) : (
        <HealthDot health={last.isDelivered ? 'ok' : 'bad'}>
          <span>
            {last.isDelivered
              ? t({ en: 'Delivered', id: 'Terkirim' })
              : t({ en: 'Last attempt failed', id: 'Percobaan terakhir gagal' })}
            {last.status !== null && !last.isDelivered && ` (HTTP ${last.status})`},{' '}
            <TimeText time={last.at} style="ago" />
          </span>
        </HealthDot>
      )}
      {previousSecretUntil && (
        <span className="text-13 text-ink-3">
          {t({ en: 'Old secret signs until', id: 'Rahasia lama berlaku sampai' })}{' '}
          <TimeText time={previousSecretUntil} />
        </span>
      )}
    </div>
  );
}
