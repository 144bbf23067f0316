import { asApiFault } from '@lumiku/app-kit/web';
import { WEBHOOK_EVENTS, type WebhookEndpoint } from '@lumiku/contract';
import { Button, Dialog, Field, useWords, Verdict } from '@lumiku/ui-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { SecretShown } from './secret-dialogs.tsx';
import { webhookKeys, webhooks } from './webhook-queries.ts';

const EVENTS = Object.entries(WEBHOOK_EVENTS);

/** Adds an endpoint and shows its secret, or changes one there is. */
export function EndpointDialog({
  endpoint,
  onClose,
}: {
  /** Left out: a new one. */
  endpoint?: WebhookEndpoint;
  onClose: () => void;
}) {
  const { t } = useWords();
  const formId = useId();
  const queryClient = useQueryClient();
  const [url, setUrl] = useState(endpoint?.url ?? '');
  const [description, setDescription] = useState(endpoint?.description ?? '');
  const [events, setEvents] = useState<readonly string[]>(
    endpoint?.events ?? ['generation.completed', 'generation.failed'],
  );
  const save = useMutation({
    mutationFn: async () => {
      const input = { url: url.trim(), description: description.trim(), events: [...events] };
      if (!endpoint) return (await webhooks.create(input)).secret;
      await webhooks.change(endpoint.id, input);
      return null;
    },
    onSuccess: async (secret) => {
      await queryClient.invalidateQueries({ queryKey: webhookKeys.all });
      if (secret === null) onClose();
    },
  });
  const fault = save.error ? asApiFault(save.error) : null;
  const isReady = url.trim() !== '' && events.length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && !save.isPending) save.mutate();
  };

  if (save.data) return <SecretShown secret={save.data} onClose={onClose} />;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={
        endpoint
          ? t({ en: 'Edit webhook', id: 'Ubah webhook' })
          : t({ en: 'New webhook', id: 'Webhook baru' })
      }
      footer={
        <>
          <Button onClick={onClose}>{t({ en: 'Cancel', id: 'Batal' })}</Button>
          <Button
            kind="primary"
            type="submit"
            form={formId}
            isBusy={save.isPending}
            disabled={!isReady}
          >
            {endpoint
              ? t({ en: 'Save', id: 'Simpan' })
              : t({ en: 'Add webhook', id: 'Tambah webhook' })}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="grid gap-5" noValidate>
        <Field
          label={t({ en: 'Address', id: 'Alamat' })}
          type="url"
          inputMode="url"
          autoFocus
          autoComplete="off"
          placeholder="https://example.com/lumiku"
          maxLength={2000}
          value={url}
          onChange={(event) => setUrl(event.target.value)}
          hint={t({
            en: 'Every event is sent there as a signed POST with JSON.',
            id: 'Tiap kejadian dikirim ke sana sebagai POST JSON yang ditandatangani.',
          })}
          error={fault?.issueOf('url')}
        />
        <EventChoice chosen={events} onChange={setEvents} />
        <Field
          label={t({ en: 'What is it for?', id: 'Untuk apa?' })}
          optional
          maxLength={200}
          value={description}
          onChange={(event) => setDescription(event.target.value)}
          error={fault?.issueOf('description')}
        />
        {fault && !fault.issueOf('url') && !fault.issueOf('description') && (
          <Verdict kind="wrong" title={fault.message}>
            {fault.fix}
          </Verdict>
        )}
      </form>
    </Dialog>
  );
}

function EventChoice({
  chosen,
  onChange,
}: {
  chosen: readonly string[];
  onChange: (events: readonly string[]) => void;
}) {
  const { t } = useWords();
  const toggle = (type: string) =>
    onChange(chosen.includes(type) ? chosen.filter((one) => one !== type) : [...chosen, type]);
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 text-13 font-medium">
        {t({ en: 'Tell it when', id: 'Kabari ketika' })}
      </legend>
      <div className="overflow-hidden rounded-m outline-line">
        {EVENTS.map(([type, words]) => (
          <label
            key={type}
            className="flex min-h-11 cursor-pointer items-center gap-3 border-b border-line px-3.5 py-1.5 text-14 last:border-0 hover:bg-hover"
          >
            <input
              type="checkbox"
              className="size-4.5 shrink-0 accent-accent"
              checked={chosen.includes(type)}
              onChange={() => toggle(type)}
            />
            <span className="min-w-0 flex-1">{t(words)}</span>
            <code className="text-12 text-ink-3 phone:hidden">{type}</code>
          </label>
        ))}
      </div>
      {chosen.length === 0 && (
        <span role="alert" className="text-13 text-bad-ink">
          {t({ en: 'Choose at least one event.', id: 'Pilih sedikitnya satu kejadian.' })}
        </span>
      )}
    </fieldset>
  );
}
