import { asApiFault } from '@lumiku/app-kit/web';
import type { WebhookEndpoint } from '@lumiku/contract';
import {
  Button,
  ConfirmDialog,
  IconButton,
  Menu,
  MenuItem,
  MenuSeparator,
  useToasts,
  useWords,
} from '@lumiku/ui-kit';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Ellipsis, KeyRound, Pencil, Power, Send, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { EndpointDialog } from './endpoint-dialog.tsx';
import { RotateDialog } from './secret-dialogs.tsx';
import { TestDialog } from './test-dialog.tsx';
import { webhookKeys, webhooks } from './webhook-queries.ts';

type Open = 'test' | 'edit' | 'rotate' | 'delete' | null;

/** Test; and behind the dots: edit, new secret, off and on, delete. */
export function EndpointActions({
  endpoint,
  onDeleted,
}: {
  endpoint: WebhookEndpoint;
  onDeleted?: () => void;
}) {
  const { t } = useWords();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const change = useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: webhookKeys.all }),
    onError: (thrown) => {
      const fault = asApiFault(thrown);
      toasts.say({ words: fault.message, detail: fault.fix, tone: 'bad' });
    },
  });
  const { isEnabled, url } = endpoint;
  return (
    <span className="flex items-center gap-1">
      <Button
        size="s"
        icon={Send}
        disabled={!isEnabled}
        aria-label={`${t({ en: 'Test', id: 'Uji' })}: ${url}`}
        onClick={() => setOpen('test')}
      >
        <span className="phone:sr-only">{t({ en: 'Test', id: 'Uji' })}</span>
      </Button>
      <Menu
        trigger={
          <IconButton
            kind="quiet"
            size="s"
            icon={Ellipsis}
            isBusy={change.isPending}
            hasTooltip={false}
            label={`${t({ en: 'More for', id: 'Lainnya untuk' })} ${url}`}
          />
        }
      >
        <MenuItem icon={Pencil} onSelect={() => setOpen('edit')}>
          {t({ en: 'Edit', id: 'Ubah' })}
        </MenuItem>
        <MenuItem icon={KeyRound} onSelect={() => setOpen('rotate')}>
          {t({ en: 'New signing secret', id: 'Rahasia penanda baru' })}
        </MenuItem>
        <MenuItem
          icon={Power}
          onSelect={() =>
            change.mutate(() => webhooks.change(endpoint.id, { isEnabled: !isEnabled }))
          }
        >
          {isEnabled
            ? t({ en: 'Switch off', id: 'Matikan' })
            : t({ en: 'Switch on', id: 'Nyalakan' })}
        </MenuItem>
        <MenuSeparator />
        <MenuItem isDangerous icon={Trash2} onSelect={() => setOpen('delete')}>
          {t({ en: 'Delete', id: 'Hapus' })}
        </MenuItem>
      </Menu>
      {open === 'test' && <TestDialog endpoint={endpoint} onClose={close} />}
      {open === 'edit' && <EndpointDialog endpoint={endpoint} onClose={close} />}
      {open === 'rotate' && <RotateDialog endpoint={endpoint} onClose={close} />}
      <ConfirmDialog
        isOpen={open === 'delete'}
        isDangerous
        isBusy={change.isPending}
        title={t({ en: 'Delete this webhook?', id: 'Hapus webhook ini?' })}
        description={t({
          en: `${url} is told of nothing more, and its log and secret go with it. This cannot be undone.`,
          id: `${url} tidak dikabari lagi; catatan dan rahasianya ikut terhapus. Ini tidak dapat dibatalkan.`,
        })}
        confirm={t({ en: 'Delete', id: 'Hapus' })}
        onConfirm={() =>
          change.mutate(async () => {
            await webhooks.delete(endpoint.id);
            close();
            onDeleted?.();
          })
        }
        onClose={close}
      />
    </span>
  );
}
