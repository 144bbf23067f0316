import { asApiFault, creditKeys } from '@lumiku/app-kit/web';
import type { AdminUser } from '@lumiku/contract';
import { Button, Dialog, Field, useToasts, useWords, Verdict } from '@lumiku/ui-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { admin, peopleKey } from './admin-queries.ts';

export function GrantDialog({ person, onClose }: { person: AdminUser; onClose: () => void }) {
  const { t, credits } = useWords();
  const toasts = useToasts();
  const formId = useId();
  const queryClient = useQueryClient();
  const [amount, setAmount] = useState('50');
  const [note, setNote] = useState('');
  const whole = /^[1-9]\d{0,5}$/.test(amount.trim()) ? Number(amount) : null;
  // One key for one intent: whoever changes the amount or the note means another grant.
  const [intent, setIntent] = useState(newIntent);
  const give = useMutation({
    mutationFn: (sum: number) => admin.grant({ userId: person.id, amount: sum, note, key: intent }),
    onSuccess: (_, sum) => {
      void queryClient.invalidateQueries({ queryKey: peopleKey });
      void queryClient.invalidateQueries({ queryKey: creditKeys.all });
      toasts.say({
        words: t({
          en: `${person.name} has ${credits(sum)} more`,
          id: `${person.name} mendapat ${credits(sum)}`,
        }),
      });
      onClose();
    },
  });
  const fault = give.error ? asApiFault(give.error) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (whole !== null && !give.isPending) give.mutate(whole);
  };
  return (
    <Dialog
      isOpen
      isSmall
      onClose={onClose}
      title={t({ en: `Give credits to ${person.name}`, id: `Beri kredit kepada ${person.name}` })}
      footer={
        <Button
          kind="primary"
          type="submit"
          form={formId}
          isBusy={give.isPending}
          disabled={whole === null}
        >
          {whole === null
            ? t({ en: 'Give', id: 'Beri' })
            : t({ en: `Give ${credits(whole)}`, id: `Beri ${credits(whole)}` })}
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} className="grid gap-4">
        <Field
          label={t({ en: 'Credits', id: 'Kredit' })}
          inputMode="numeric"
          autoFocus
          value={amount}
          onChange={(event) => {
            setAmount(event.target.value);
            setIntent(newIntent());
          }}
          error={
            amount !== '' && whole === null
              ? t({ en: 'A whole number from 1', id: 'Bilangan bulat mulai dari 1' })
              : undefined
          }
        />
        <Field
          label={t({ en: 'Note', id: 'Catatan' })}
          optional
          maxLength={200}
          value={note}
          onChange={(event) => {
            setNote(event.target.value);
            setIntent(newIntent());
          }}
          hint={t({ en: 'Stands in their ledger.', id: 'Tertulis di buku kreditnya.' })}
        />
        {fault && (
          <Verdict kind="wrong" title={fault.message}>
            {fault.fix}
          </Verdict>
        )}
      </form>
    </Dialog>
  );
}

function newIntent(): string {
  // Plain http over a network has no crypto.randomUUID.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
