import { appsQuery, asApiFault } from '@lumiku/app-kit/web';
import type { AppSwitch } from '@lumiku/contract';
import {
  Card,
  ConfirmDialog,
  iconByName,
  ReadFault,
  Skeleton,
  Switch,
  TimeText,
  useToasts,
  useWords,
} from '@lumiku/ui-kit';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { AdminFrame } from './admin-frame.tsx';
import { operations, switchesQuery } from './operations-queries.ts';

/** Which apps this studio offers. */
export function AppsScreen() {
  const { t } = useWords();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const apps = useQuery(switchesQuery);
  const [leaving, setLeaving] = useState<AppSwitch | null>(null);
  const change = useMutation({
    mutationFn: ({ app, isOn }: { app: AppSwitch; isOn: boolean }) =>
      operations.switchApp(app.id, isOn),
    onSuccess: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: ['admin'] }),
        queryClient.invalidateQueries(appsQuery),
      ]),
    onError: (thrown) => {
      const fault = asApiFault(thrown);
      toasts.say({ words: fault.message, detail: fault.fix, tone: 'bad' });
    },
    onSettled: () => setLeaving(null),
  });
  return (
    <AdminFrame>
      <p className="mb-4 max-w-[68ch] text-ink-2">
        {t({
          en: 'An app that is off has no tile and answers nothing; work it has begun still finishes, and nothing of anybody is deleted.',
          id: 'Aplikasi yang mati tidak punya kotak dan tidak menjawab; pekerjaan yang sudah dimulai tetap selesai, dan tidak ada milik siapa pun yang dihapus.',
        })}
      </p>
      {apps.isPending ? (
        <Skeleton className="h-48 rounded-l" />
      ) : !apps.data ? (
        <ReadFault fault={asApiFault(apps.error)} onRetry={apps.refetch} />
      ) : (
        <Card>
          <ul aria-label={t({ en: 'Apps', id: 'Aplikasi' })}>
            {apps.data.map((app) => (
              <AppLine
                key={app.id}
                app={app}
                isBusy={change.isPending}
                onSwitch={(isOn) => (isOn ? change.mutate({ app, isOn }) : setLeaving(app))}
              />
            ))}
          </ul>
        </Card>
      )}
      {leaving && (
        <ConfirmDialog
          isOpen
          isDangerous
          isBusy={change.isPending}
          title={t({
            en: `Switch ${leaving.name.en} off?`,
            id: `Matikan ${leaving.name.id}?`,
          })}
          description={t({
            en: 'It disappears for everybody at once, also in the API. You can switch it on again at any time.',
            id: 'Langsung hilang untuk semua orang, juga di API. Kamu dapat menyalakannya lagi kapan saja.',
          })}
          confirm={t({ en: 'Switch off', id: 'Matikan' })}
          onConfirm={() => change.mutate({ app: leaving, isOn: false })}
          onClose={() => setLeaving(null)}
        />
      )}
    </AdminFrame>
  );
}

function AppLine({
  app,
  isBusy,
  onSwitch,
}: {
  app: AppSwitch;
  isBusy: boolean;
  onSwitch: (isOn: boolean) => void;
}) {
  const { t } = useWords();
  const nameId = useId();
  const Icon = iconByName(app.icon);
  return (
    <li className="flex items-center gap-4 border-b border-line px-6 py-4 last:border-0 phone:px-4">
      <span className="grid size-11 shrink-0 place-items-center rounded-m bg-accent-soft text-accent-ink">
        <Icon aria-hidden className="size-6" strokeWidth={1.75} />
      </span>
      <span className="min-w-0 flex-1">
        <span id={nameId} className="block text-15 font-semibold">
          {t(app.name)}
        </span>
        <span className="block text-13 text-ink-2">{t(app.description)}</span>
        <span className="block text-13 text-ink-3">
          <code>{app.id}</code> {app.version}
          {app.changedAt && (
            <>
              {' · '}
              {t({ en: 'changed', id: 'diubah' })} <TimeText time={app.changedAt} style="ago" />
            </>
          )}
        </span>
      </span>
      <Switch labelledBy={nameId} isOn={app.isOn} onChange={onSwitch} isDisabled={isBusy} />
    </li>
  );
}
