import { asApiFault } from '@lumiku/app-kit/web';
import {
  Button,
  ConfirmDialog,
  IconButton,
  Skeleton,
  TimeText,
  useToasts,
  useWords,
} from '@lumiku/ui-kit';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { type ApiKey, account, apiKeysQuery } from './account-queries.ts';
import { NewKeyDialog } from './new-key-dialog.tsx';

export function ApiKeys() {
  const { t } = useWords();
  const { data: keys, isPending } = useQuery(apiKeysQuery);
  const [isMaking, setMaking] = useState(false);
  const [leaving, setLeaving] = useState<ApiKey | null>(null);
  if (isPending) return <Skeleton className="h-11" />;
  return (
    <>
      {keys && keys.length > 0 && (
        <ul className="-my-2">
          {keys.map((key) => (
            <li
              key={key.id}
              className="flex min-h-14 items-center gap-3 border-b border-line py-2 last:border-0"
            >
              <KeyRound aria-hidden className="size-5 shrink-0 text-ink-3" strokeWidth={1.75} />
              <span className="min-w-0 flex-1">
                <span className="block truncate text-14 font-medium">{key.name}</span>
                <span className="block truncate text-13 text-ink-3">
                  <code>{key.start}…</code> · {t({ en: 'made', id: 'dibuat' })}{' '}
                  <TimeText time={key.createdAt} style="ago" />
                  {key.lastRequest && (
                    <>
                      {' · '}
                      {t({ en: 'used', id: 'dipakai' })}{' '}
                      <TimeText time={key.lastRequest} style="ago" />
                    </>
                  )}
                </span>
              </span>
              <IconButton
                kind="quiet"
                icon={Trash2}
                label={`${t({ en: 'Revoke', id: 'Cabut' })}: ${key.name ?? ''}`}
                onClick={() => setLeaving(key)}
              />
            </li>
          ))}
        </ul>
      )}
      <Button icon={Plus} className="justify-self-start" onClick={() => setMaking(true)}>
        {t({ en: 'New key', id: 'Kunci baru' })}
      </Button>
      {isMaking && <NewKeyDialog onClose={() => setMaking(false)} />}
      {leaving && <RevokeDialog apiKey={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}

function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { t } = useWords();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => account.deleteKey(apiKey.id),
    onSuccess: async () => {
      await queryClient.invalidateQueries(apiKeysQuery);
      onClose();
    },
    onError: (thrown) => {
      const fault = asApiFault(thrown);
      toasts.say({ words: fault.message, detail: fault.fix, tone: 'bad' });
    },
  });
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      isBusy={revoke.isPending}
      title={t({ en: `Revoke “${apiKey.name ?? ''}”?`, id: `Cabut “${apiKey.name ?? ''}”?` })}
      description={t({
        en: 'Programs that use this key are refused at once. This cannot be undone.',
        id: 'Program yang memakai kunci ini langsung ditolak. Ini tidak dapat dibatalkan.',
      })}
      confirm={t({ en: 'Revoke', id: 'Cabut' })}
      onConfirm={() => revoke.mutate()}
      onClose={onClose}
    />
  );
}
