import { asApiFault } from '@lumiku/app-kit/web';
import type { WebhookDelivery } from '@lumiku/contract';
import {
  Card,
  type Column,
  DataTable,
  EmptyState,
  ReadFault,
  ShowMore,
  Skeleton,
  TimeText,
  useWords,
} from '@lumiku/ui-kit';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { useState } from 'react';
import { DeliveryDialog } from './delivery-dialog.tsx';
import { DeliveryState } from './delivery-state.tsx';
import { eventWords } from './event-words.ts';
import { deliveryPages } from './webhook-queries.ts';

/** What was sent to an endpoint, newest first; each line opens with body and attempts. */
export function DeliveryLog({ endpointId }: { endpointId: string }) {
  const { t, number } = useWords();
  const pages = useInfiniteQuery(deliveryPages(endpointId));
  const [openId, setOpenId] = useState<string | null>(null);
  const deliveries = pages.data?.pages.flatMap((page) => page.data) ?? [];
  const total = pages.data?.pages[0]?.meta.total ?? 0;
  const columns: Column<WebhookDelivery>[] = [
    {
      id: 'event',
      title: t({ en: 'Event', id: 'Kejadian' }),
      cell: (delivery) => (
        <button
          type="button"
          className="text-left font-medium hover:underline"
          onClick={() => setOpenId(delivery.id)}
        >
          {t(eventWords(delivery.type))}
          <code className="block text-12 font-normal text-ink-3">{delivery.type}</code>
        </button>
      ),
    },
    {
      id: 'state',
      title: t({ en: 'State', id: 'Keadaan' }),
      cell: (delivery) => <DeliveryState delivery={delivery} />,
    },
    {
      id: 'attempts',
      title: t({ en: 'Attempts', id: 'Percobaan' }),
      width: '100px',
      isNumber: true,
      cell: (delivery) => number(delivery.attempts),
    },
    {
      id: 'when',
      title: t({ en: 'When', id: 'Kapan' }),
      width: '180px',
      isNumber: true,
      cell: (delivery) => (
        <span className="text-ink-2">
          <TimeText time={delivery.createdAt} />
        </span>
      ),
    },
  ];
  return (
    <section aria-labelledby="deliveries">
      <h2 id="deliveries" className="mb-3 text-17 font-semibold">
        {t({ en: 'Deliveries', id: 'Pengiriman' })}
      </h2>
      {pages.isPending ? (
        <Skeleton className="h-48 rounded-l" />
      ) : pages.isError ? (
        <ReadFault fault={asApiFault(pages.error)} onRetry={pages.refetch} />
      ) : deliveries.length === 0 ? (
        <Card>
          <EmptyState
            icon={Inbox}
            title={t({ en: 'Nothing sent yet', id: 'Belum ada yang dikirim' })}
          >
            {t({
              en: 'Press Test, or wait for one of its events.',
              id: 'Tekan Uji, atau tunggu salah satu kejadiannya.',
            })}
          </EmptyState>
        </Card>
      ) : (
        <DataTable
          label={t({ en: 'Deliveries', id: 'Pengiriman' })}
          columns={columns}
          rows={deliveries}
          rowKey={(delivery) => delivery.id}
          line={(delivery) => (
            <button
              type="button"
              className="grid w-full gap-1 py-3 text-left"
              onClick={() => setOpenId(delivery.id)}
            >
              <span className="flex items-baseline justify-between gap-3">
                <span className="text-14 font-medium">{t(eventWords(delivery.type))}</span>
                <span className="text-13 text-ink-3">
                  <TimeText time={delivery.createdAt} />
                </span>
              </span>
              <DeliveryState delivery={delivery} />
            </button>
          )}
          foot={
            <>
              <span className="num">
                {t({
                  en: `${number(total)} in the last 30 days`,
                  id: `${number(total)} dalam 30 hari terakhir`,
                })}
              </span>
              <ShowMore pages={pages} place="foot" />
            </>
          }
        />
      )}
      {openId !== null && <DeliveryDialog id={openId} onClose={() => setOpenId(null)} />}
    </section>
  );
}
