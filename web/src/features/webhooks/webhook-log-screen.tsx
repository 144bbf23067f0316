import { ApiFault, asApiFault } from '@lumiku/app-kit/web';
import { Badge, Card, GoneState, ReadFault, Skeleton, useWords } from '@lumiku/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Webhook } from 'lucide-react';
import { z } from 'zod';
import { DeliveryLog } from './delivery-log.tsx';
import { EndpointActions } from './endpoint-actions.tsx';
import { EndpointHealth } from './endpoint-line.tsx';
import { eventWords } from './event-words.ts';
import { webhookQuery } from './webhook-queries.ts';

const Params = z.object({ id: z.string() });

/** One endpoint and everything that was sent to it. */
export function WebhookLogScreen() {
  const { t } = useWords();
  const navigate = useNavigate();
  const { id } = Params.parse(useParams({ strict: false }));
  const { data: endpoint, error, refetch } = useQuery(webhookQuery(id));
  const toList = () => void navigate({ to: '/account/webhooks' });
  if (error instanceof ApiFault && (error.status === 404 || error.status === 400)) {
    return (
      <GoneState
        icon={Webhook}
        title={t({ en: 'This webhook is gone', id: 'Webhook ini sudah tidak ada' })}
        back={{
          href: '/account/webhooks',
          label: t({ en: 'All webhooks', id: 'Semua webhook' }),
        }}
      />
    );
  }
  if (error) {
    return <ReadFault fault={asApiFault(error)} onRetry={refetch} />;
  }
  return (
    <div className="grid gap-6 phone:gap-4">
      {endpoint ? (
        <Card className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-3 p-6 phone:p-4">
          <div className="grid min-w-0 gap-1">
            <h2 className="text-17 font-semibold break-all">{endpoint.url}</h2>
            {endpoint.description !== '' && (
              <p className="text-14 text-ink-2">{endpoint.description}</p>
            )}
            <EndpointHealth endpoint={endpoint} />
          </div>
          <EndpointActions endpoint={endpoint} onDeleted={toList} />
          <div className="col-span-full flex flex-wrap gap-1.5">
            {endpoint.events.map((type) => (
              <Badge key={type}>{t(eventWords(type))}</Badge>
            ))}
          </div>
        </Card>
      ) : (
        <Skeleton className="h-32 rounded-l" />
      )}
      <DeliveryLog endpointId={id} />
    </div>
  );
}
