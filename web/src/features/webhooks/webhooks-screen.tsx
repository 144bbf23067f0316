import { asApiFault } from '@lumiku/app-kit/web';
import {
  Button,
  Card,
  EmptyState,
  PageActions,
  ReadFault,
  Skeleton,
  useWords,
} from '@lumiku/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { Plus, Webhook } from 'lucide-react';
import { useState } from 'react';
import { EndpointDialog } from './endpoint-dialog.tsx';
import { EndpointLine } from './endpoint-line.tsx';
import { VerifyHelp } from './verify-help.tsx';
import { webhooksQuery } from './webhook-queries.ts';

/** Addresses of the person's own that are told when something happened. */
export function WebhooksScreen() {
  const { t } = useWords();
  const { data: endpoints, error, isPending, refetch } = useQuery(webhooksQuery);
  const [isAdding, setAdding] = useState(false);
  const add = (
    <Button kind="primary" icon={Plus} onClick={() => setAdding(true)}>
      {t({ en: 'Add webhook', id: 'Tambah webhook' })}
    </Button>
  );
  return (
    <div className="grid gap-6 phone:gap-4">
      {endpoints && endpoints.length > 0 && <PageActions>{add}</PageActions>}
      <p className="max-w-[68ch] text-ink-2">
        {t({
          en: 'A webhook tells your own server at once when a picture is done, has failed or an avatar was saved, so that it need not ask.',
          id: 'Webhook langsung memberi tahu servermu sendiri ketika gambar selesai, gagal, atau avatar disimpan, sehingga ia tidak perlu bertanya.',
        })}
      </p>
      {isPending ? (
        <Skeleton className="h-40 rounded-l" />
      ) : error ? (
        <ReadFault fault={asApiFault(error)} onRetry={refetch} />
      ) : endpoints.length === 0 ? (
        <Card>
          <EmptyState
            icon={Webhook}
            title={t({ en: 'No webhooks yet', id: 'Belum ada webhook' })}
            action={add}
          >
            {t({
              en: 'Give an address of your server and choose what it should hear of.',
              id: 'Beri alamat servermu dan pilih apa yang perlu diketahuinya.',
            })}
          </EmptyState>
        </Card>
      ) : (
        <Card>
          <ul aria-label={t({ en: 'Webhooks', id: 'Webhook' })}>
            {endpoints.map((endpoint) => (
              <EndpointLine key={endpoint.id} endpoint={endpoint} />
            ))}
          </ul>
        </Card>
      )}
      <VerifyHelp />
      {isAdding && <EndpointDialog onClose={() => setAdding(false)} />}
    </div>
  );
}
