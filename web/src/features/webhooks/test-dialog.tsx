import { asApiFault } from '@lumiku/app-kit/web';
import type { WebhookEndpoint } from '@lumiku/contract';
import { Button, Dialog, useWords, Verdict } from '@lumiku/ui-kit';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { AttemptCard } from './attempt-card.tsx';
import { deliveryQuery, webhookKeys, webhooks } from './webhook-queries.ts';

/** Sends a test event and follows it until the receiver answered or not. */
export function TestDialog({
  endpoint,
  onClose,
}: {
  endpoint: WebhookEndpoint;
  onClose: () => void;
}) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const send = useMutation({ mutationFn: () => webhooks.test(endpoint.id) });
  const { mutate } = send;
  useEffect(() => mutate(), [mutate]);
  const sentId = send.data?.id;
  const delivery = useQuery({
    ...deliveryQuery(sentId ?? ''),
    enabled: sentId !== undefined,
    // One attempt is what the test is about; what fails goes on in the log.
    refetchInterval: ({ state }) => (state.data?.attemptsMade.length ? false : 500),
  });
  const attempt = delivery.data?.attemptsMade[0];
  const thrown = send.error ?? delivery.error;
  const fault = thrown ? asApiFault(thrown) : null;
  const close = () => {
    void queryClient.invalidateQueries({ queryKey: webhookKeys.all });
    onClose();
  };
  return (
    <Dialog
      isOpen
      isSmall
      onClose={close}
      title={t({ en: 'Test event', id: 'Kejadian uji' })}
      footer={
        <>
          <Button
            isBusy={!fault && !attempt}
            onClick={() => {
              send.reset();
              mutate();
            }}
          >
            {t({ en: 'Send another', id: 'Kirim lagi' })}
          </Button>
          <Button kind="primary" onClick={close}>
            {t({ en: 'Done', id: 'Selesai' })}
          </Button>
        </>
      }
    >
      <p className="mb-3 text-14 break-all text-ink-2">{endpoint.url}</p>
      {fault ? (
        <Verdict kind="wrong" title={fault.message}>
          {fault.fix}
        </Verdict>
      ) : attempt ? (
        <AttemptCard attempt={attempt} />
      ) : (
        <Verdict
          kind="looking"
          title={t({ en: 'Sent, waiting for the answer', id: 'Terkirim, menunggu jawaban' })}
        >
          {t({
            en: 'A receiver has 15 seconds.',
            id: 'Penerima punya waktu 15 detik.',
          })}
        </Verdict>
      )}
    </Dialog>
  );
}
