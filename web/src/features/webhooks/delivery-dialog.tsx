import { asApiFault } from '@lumiku/app-kit/web';
import { Button, CopyButton, Dialog, Skeleton, useWords, Verdict } from '@lumiku/ui-kit';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { AttemptCard, Code } from './attempt-card.tsx';
import { DeliveryState } from './delivery-state.tsx';
import { eventWords } from './event-words.ts';
import { deliveryQuery, webhookKeys, webhooks } from './webhook-queries.ts';

/** One delivery: what was sent, every attempt, and a way to send it again. */
export function DeliveryDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const { data: delivery, error } = useQuery(deliveryQuery(id));
  const replay = useMutation({
    mutationFn: () => webhooks.replay(id),
    onSettled: () => queryClient.invalidateQueries({ queryKey: webhookKeys.all }),
  });
  const isPending = delivery?.state === 'pending';
  // Tried and not taken: its next try may be hours away.
  const isWaiting = isPending && delivery.attempts > 0;
  const thrown = replay.error ?? error;
  const fault = thrown ? asApiFault(thrown) : null;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width={640}
      title={delivery ? t(eventWords(delivery.type)) : t({ en: 'Delivery', id: 'Pengiriman' })}
      footer={
        <Button
          icon={RotateCcw}
          isBusy={replay.isPending || (isPending && !isWaiting)}
          onClick={() => replay.mutate()}
        >
          {isWaiting
            ? t({ en: 'Send now', id: 'Kirim sekarang' })
            : isPending
              ? t({ en: 'Under way', id: 'Dalam pengiriman' })
              : t({ en: 'Send again', id: 'Kirim lagi' })}
        </Button>
      }
    >
      <div className="grid gap-5">
        {fault && (
          <Verdict kind="wrong" title={fault.message}>
            {fault.fix}
          </Verdict>
        )}
        {delivery ? (
          <>
            <DeliveryState delivery={delivery} />
            <section className="grid gap-2">
              <div className="flex items-center justify-between gap-3">
                <h3 className="text-14 font-semibold">
                  {t({ en: 'What was sent', id: 'Yang dikirim' })}
                </h3>
                <CopyButton
                  size="s"
                  text={delivery.body}
                  label={t({ en: 'Copy what was sent', id: 'Salin yang dikirim' })}
                />
              </div>
              <p className="text-13 break-all text-ink-3">
                <code>webhook-id: {delivery.id}</code>
              </p>
              <Code label={t({ en: 'What was sent', id: 'Yang dikirim' })}>
                {indented(delivery.body)}
              </Code>
            </section>
            <section className="grid gap-2">
              <h3 className="text-14 font-semibold">{t({ en: 'Attempts', id: 'Percobaan' })}</h3>
              {delivery.attemptsMade.length === 0 ? (
                <p className="text-14 text-ink-2">
                  {t({ en: 'None yet; it is about to be sent.', id: 'Belum ada; segera dikirim.' })}
                </p>
              ) : (
                delivery.attemptsMade.map((attempt) => (
                  <AttemptCard key={attempt.at} attempt={attempt} />
                ))
              )}
            </section>
          </>
        ) : (
          !fault && <Skeleton className="h-64 rounded-m" />
        )}
      </div>
    </Dialog>
  );
}

function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
