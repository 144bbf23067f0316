import { asApiFault, withQuery } from '@lumiku/app-kit/web';
import type { AuditAction, AuditEntry } from '@lumiku/contract';
import {
  ButtonLink,
  Card,
  type Column,
  DataTable,
  EmptyState,
  ReadFault,
  Select,
  ShowMore,
  Skeleton,
  TimeText,
  useWords,
} from '@lumiku/ui-kit';
import { useInfiniteQuery } from '@tanstack/react-query';
import { FileDown, ScrollText } from 'lucide-react';
import { useState } from 'react';
import { AdminFrame } from './admin-frame.tsx';
import { ACTION_WORDS, ACTIONS, detailWords } from './audit-words.ts';
import { auditPages } from './operations-queries.ts';

/** Who did what to whom and when, newest first. */
export function AuditScreen() {
  const { t, number } = useWords();
  const [action, setAction] = useState<AuditAction | null>(null);
  const pages = useInfiniteQuery(auditPages(action));
  const entries = pages.data?.pages.flatMap((page) => page.data) ?? [];
  const total = pages.data?.pages[0]?.meta.total ?? 0;
  const columns: Column<AuditEntry>[] = [
    {
      id: 'when',
      title: t({ en: 'When', id: 'Kapan' }),
      width: '180px',
      cell: (entry) => (
        <span className="text-ink-2">
          <TimeText time={entry.at} />
        </span>
      ),
    },
    {
      id: 'who',
      title: t({ en: 'Who', id: 'Siapa' }),
      cell: (entry) => <Actor entry={entry} />,
    },
    {
      id: 'what',
      title: t({ en: 'What', id: 'Apa' }),
      cell: (entry) => <What entry={entry} />,
    },
    {
      id: 'whom',
      title: t({ en: 'To whom', id: 'Kepada siapa' }),
      cell: (entry) => <Target entry={entry} />,
    },
  ];
  return (
    <AdminFrame>
      <div className="mb-4 flex flex-wrap items-end gap-3">
        <Select
          className="mr-auto w-64 phone:w-full"
          label={t({ en: 'Show', id: 'Tampilkan' })}
          value={action ?? ''}
          options={[
            { value: '', label: t({ en: 'Everything', id: 'Semuanya' }) },
            ...ACTIONS.map((one) => ({ value: one, label: t(ACTION_WORDS[one]) })),
          ]}
          onChange={(value) => setAction(ACTIONS.find((one) => one === value) ?? null)}
        />
        <ButtonLink
          icon={FileDown}
          download
          href={withQuery('/api/admin/audit.csv', { action })}
          aria-label={t({ en: 'Download as CSV', id: 'Unduh sebagai CSV' })}
        >
          CSV
        </ButtonLink>
      </div>
      {pages.isPending ? (
        <Skeleton className="h-64 rounded-l" />
      ) : pages.isError ? (
        <ReadFault fault={asApiFault(pages.error)} onRetry={pages.refetch} />
      ) : entries.length === 0 ? (
        <Card>
          <EmptyState
            icon={ScrollText}
            title={t({ en: 'Nothing written down yet', id: 'Belum ada catatan' })}
          >
            {t({
              en: 'Grants, tiers, roles, closed accounts, apps and keys appear here, and nothing here can be changed.',
              id: 'Pemberian kredit, tingkat, peran, akun tertutup, aplikasi, dan kunci muncul di sini, dan tidak dapat diubah.',
            })}
          </EmptyState>
        </Card>
      ) : (
        <DataTable
          label={t({ en: 'Audit log', id: 'Catatan audit' })}
          columns={columns}
          rows={entries}
          rowKey={(entry) => String(entry.id)}
          line={(entry) => (
            <div className="grid gap-0.5 py-3">
              <span className="flex items-baseline justify-between gap-3 text-14">
                <What entry={entry} />
                <span className="shrink-0 text-13 text-ink-3">
                  <TimeText time={entry.at} />
                </span>
              </span>
              <span className="text-13 text-ink-2">
                <Actor entry={entry} />
                {entry.target && ' → '}
                <Target entry={entry} />
              </span>
            </div>
          )}
          foot={
            <>
              <span className="num">
                {t({
                  en: `${number(total)} ${total === 1 ? 'line' : 'lines'}`,
                  id: `${number(total)} baris`,
                })}
              </span>
              <ShowMore pages={pages} place="foot" />
            </>
          }
        />
      )}
    </AdminFrame>
  );
}

function Actor({ entry }: { entry: AuditEntry }) {
  const { t } = useWords();
  if (entry.actor === null) {
    return <span className="text-ink-2">{t({ en: 'Command line', id: 'Baris perintah' })}</span>;
  }
  return <>{entry.actor.name ?? t({ en: 'Deleted account', id: 'Akun terhapus' })}</>;
}

function Target({ entry }: { entry: AuditEntry }) {
  const { t } = useWords();
  if (entry.target === null) return null;
  return <>{entry.target.name ?? t({ en: 'Deleted account', id: 'Akun terhapus' })}</>;
}

function What({ entry }: { entry: AuditEntry }) {
  const { t } = useWords();
  const details = detailWords(entry);
  return (
    <span className="min-w-0">
      <span className="block font-medium">{t(ACTION_WORDS[entry.action])}</span>
      {details && <span className="block text-13 text-ink-2">{t(details)}</span>}
    </span>
  );
}
