import { asApiFault } from '@lumiku/app-kit/web';
import type { WebhookEndpoint } from '@lumiku/contract';
import {
  Button,
  ConfirmDialog,
  CopyButton,
  Dialog,
  Field,
  useWords,
  Verdict,
} from '@lumiku/ui-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { webhookKeys, webhooks } from './webhook-queries.ts';

/** A signing secret, this once. */
export function SecretShown({
  secret,
  note,
  onClose,
}: {
  secret: string;
  note?: string;
  onClose: () => void;
}) {
  const { t } = useWords();
  return (
    <Dialog
      isOpen
      isSmall
      onClose={onClose}
      title={t({ en: 'Copy the signing secret now', id: 'Salin rahasia penanda sekarang' })}
      description={t({
        en: 'It is shown this once. Your server checks with it that an event is really from here.',
        id: 'Hanya ditampilkan sekali ini. Dengannya servermu memeriksa bahwa kejadian benar dari sini.',
      })}
      footer={
        <>
          <CopyButton text={secret} />
          <Button kind="primary" onClick={onClose}>
            {t({ en: 'I have it', id: 'Sudah saya simpan' })}
          </Button>
        </>
      }
    >
      <Field
        label={t({ en: 'Signing secret', id: 'Rahasia penanda' })}
        readOnly
        value={secret}
        className="font-mono text-14!"
        hint={note}
        onFocus={(event) => event.target.select()}
      />
    </Dialog>
  );
}

/** Asks, makes a new secret and shows it. */
export function RotateDialog({
  endpoint,
  onClose,
}: {
  endpoint: WebhookEndpoint;
  onClose: () => void;
}) {
  const { t } = useWords();
  const queryClient = useQueryClient();
  const rotate = useMutation({
    mutationFn: () => webhooks.rotate(endpoint.id),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: webhookKeys.all }),
  });
  const fault = rotate.error ? asApiFault(rotate.error) : null;
  if (rotate.data) {
    return (
      <SecretShown
        secret={rotate.data.secret}
        note={t({
          en: 'The one before still signs beside it for 24 hours.',
          id: 'Rahasia sebelumnya masih ikut menandatangani selama 24 jam.',
        })}
        onClose={onClose}
      />
    );
  }
  return (
    <ConfirmDialog
      isOpen
      isBusy={rotate.isPending}
      title={t({ en: 'Make a new signing secret?', id: 'Buat rahasia penanda baru?' })}
      description={t({
        en: 'For 24 hours every event carries both signatures, so that you can change over without missing one. After that only the new secret counts.',
        id: 'Selama 24 jam tiap kejadian membawa kedua tanda tangan, sehingga kamu dapat beralih tanpa ada yang terlewat. Setelah itu hanya rahasia baru yang berlaku.',
      })}
      confirm={t({ en: 'New secret', id: 'Rahasia baru' })}
      onConfirm={() => rotate.mutate()}
      onClose={onClose}
    >
      {fault && (
        <Verdict kind="wrong" title={fault.message}>
          {fault.fix}
        </Verdict>
      )}
    </ConfirmDialog>
  );
}
