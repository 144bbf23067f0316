import { asApiFault } from '@lumiku/app-kit/web';
import { Button, Dialog, Field, SegmentedControl, useWords, Verdict } from '@lumiku/ui-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check, Copy } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { account, apiKeysQuery } from './account-queries.ts';

const LIVES = { '30': 30, '365': 365, never: null } as const;

/** Makes a key, then shows it this once. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const formId = useId();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [life, setLife] = useState<keyof typeof LIVES>('never');
  const make = useMutation({
    mutationFn: () => account.makeKey(name.trim(), LIVES[life]),
    onSuccess: () => queryClient.invalidateQueries(apiKeysQuery),
  });
  const fault = make.error ? asApiFault(make.error) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '' && !make.isPending) make.mutate();
  };

  if (make.data) return <KeyShown secret={make.data.key} onClose={onClose} />;
  return (
    <Dialog
      isOpen
      isSmall
      onClose={onClose}
      title={t({ en: 'New API key', id: 'Kunci API baru' })}
      footer={
        <Button
          kind="primary"
          type="submit"
          form={formId}
          isBusy={make.isPending}
          disabled={name.trim() === ''}
        >
          {t({ en: 'Make the key', id: 'Buat kunci' })}
        </Button>
      }
    >
      <form id={formId} onSubmit={submit} className="grid gap-4">
        <Field
          label={t({ en: 'What is it for?', id: 'Untuk apa?' })}
          placeholder={t({ en: 'Shop script', id: 'Skrip toko' })}
          autoFocus
          maxLength={64}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={fault?.issueOf('name')}
        />
        <div className="grid gap-1.5">
          <span className="text-13 font-medium">
            {t({ en: 'Works for', id: 'Berlaku selama' })}
          </span>
          <SegmentedControl<keyof typeof LIVES>
            isWide
            label={t({ en: 'Works for', id: 'Berlaku selama' })}
            segments={[
              { value: '30', label: t({ en: '30 days', id: '30 hari' }) },
              { value: '365', label: t({ en: 'A year', id: 'Setahun' }) },
              { value: 'never', label: t({ en: 'Until revoked', id: 'Sampai dicabut' }) },
            ]}
            value={life}
            onChange={setLife}
          />
        </div>
        {fault && fault.issues.length === 0 && (
          <Verdict kind="wrong" title={fault.message}>
            {fault.fix}
          </Verdict>
        )}
      </form>
    </Dialog>
  );
}

function KeyShown({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useWords();
  const [isCopied, setCopied] = useState(false);
  // Without https a page may not reach the clipboard; the field is selectable for that.
  const copy = () => {
    void navigator.clipboard?.writeText(secret).then(() => setCopied(true));
  };
  return (
    <Dialog
      isOpen
      isSmall
      onClose={onClose}
      title={t({ en: 'Copy your key now', id: 'Salin kuncimu sekarang' })}
      description={t({
        en: 'It is shown this once. Keep it like a password.',
        id: 'Hanya ditampilkan sekali ini. Simpan seperti kata sandi.',
      })}
      footer={
        <>
          <Button icon={isCopied ? Check : Copy} onClick={copy}>
            {isCopied ? t({ en: 'Copied', id: 'Tersalin' }) : t({ en: 'Copy', id: 'Salin' })}
          </Button>
          <Button kind="primary" onClick={onClose}>
            {t({ en: 'I have it', id: 'Sudah saya simpan' })}
          </Button>
        </>
      }
    >
      <Field
        label={t({ en: 'Key', id: 'Kunci' })}
        readOnly
        value={secret}
        className="font-mono text-14!"
        onFocus={(event) => event.target.select()}
      />
    </Dialog>
  );
}
