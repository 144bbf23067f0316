import { asApiFault, useMe, withQuery } from '@lumiku/app-kit/web';
import {
  Button,
  ButtonLink,
  DataTable,
  EmptyState,
  Menu,
  MenuItem,
  ReadFault,
  SegmentedControl,
  ShowMore,
  Skeleton,
  useWords,
} from '@lumiku/ui-kit';
import { useInfiniteQuery } from '@tanstack/react-query';
import { CalendarDays, ChevronDown, FileDown, ReceiptText } from 'lucide-react';
import { useState } from 'react';
import { LedgerLine, useLedgerColumns } from './ledger-line.tsx';
import {
  type LedgerFilter,
  type LedgerShow,
  ledgerPages,
  ledgerQuery,
  monthsBack,
} from './ledger-queries.ts';

/** Every credit that came or went, newest first. */
export function Ledger() {
  const { t, number } = useWords();
  const [filter, setFilter] = useState<LedgerFilter>({ show: 'all', month: null });
  const pages = useInfiniteQuery(ledgerPages(filter));
  const columns = useLedgerColumns();
  const entries = pages.data?.pages.flatMap((page) => page.data) ?? [];
  const total = pages.data?.pages[0]?.meta.total ?? 0;
  const isFiltered = filter.show !== 'all' || filter.month !== null;

  return (
    <section aria-labelledby="ledger">
      <div className="mb-3 flex items-center gap-3 phone:flex-wrap">
        <h2 id="ledger" className="mr-auto text-17 font-semibold">
          {t({ en: 'Ledger', id: 'Buku kredit' })}
        </h2>
        <SegmentedControl<LedgerShow>
          label={t({ en: 'Show', id: 'Tampilkan' })}
          className="phone:order-3 phone:flex phone:w-full phone:*:flex-1 phone:*:px-1.5"
          segments={[
            { value: 'all', label: t({ en: 'All', id: 'Semua' }) },
            { value: 'spent', label: t({ en: 'Spent', id: 'Dipakai' }) },
            { value: 'received', label: t({ en: 'Received', id: 'Diterima' }) },
            { value: 'returned', label: t({ en: 'Returned', id: 'Kembali' }) },
          ]}
          value={filter.show}
          onChange={(show) => setFilter({ ...filter, show })}
        />
        <MonthMenu month={filter.month} onChange={(month) => setFilter({ ...filter, month })} />
        <ButtonLink
          icon={FileDown}
          href={withQuery('/api/credits/ledger.csv', ledgerQuery(filter))}
          download
          aria-label={t({ en: 'Download as CSV', id: 'Unduh sebagai CSV' })}
        >
          <span className="phone:hidden">CSV</span>
        </ButtonLink>
      </div>
      {pages.isError ? (
        <ReadFault fault={asApiFault(pages.error)} onRetry={pages.refetch} />
      ) : pages.isPending ? (
        <Skeleton className="h-64 rounded-l" />
      ) : entries.length === 0 ? (
        <EmptyState icon={ReceiptText} title={t({ en: 'No lines', id: 'Tidak ada baris' })}>
          {isFiltered
            ? t({
                en: 'Nothing of that kind in that time.',
                id: 'Tidak ada yang seperti itu pada waktu itu.',
              })
            : t({
                en: 'What you receive and spend appears here.',
                id: 'Yang kamu terima dan pakai muncul di sini.',
              })}
        </EmptyState>
      ) : (
        <DataTable
          label={t({ en: 'Ledger', id: 'Buku kredit' })}
          columns={columns}
          rows={entries}
          rowKey={(entry) => entry.id}
          line={(entry) => <LedgerLine entry={entry} />}
          foot={
            <>
              <span className="num">
                {isFiltered
                  ? t({
                      en: `${number(total)} ${total === 1 ? 'line' : 'lines'}`,
                      id: `${number(total)} baris`,
                    })
                  : t({
                      en: `${number(total)} ${total === 1 ? 'line. It is' : 'lines. They add up to'} your balance.`,
                      id: `${number(total)} baris. Jumlahnya sama dengan saldomu.`,
                    })}
              </span>
              <ShowMore pages={pages} place="foot" />
            </>
          }
        />
      )}
    </section>
  );
}

function MonthMenu({
  month,
  onChange,
}: {
  month: string | null;
  onChange: (month: string | null) => void;
}) {
  const { t, language } = useWords();
  const me = useMe();
  const now = new Date();
  const months = monthsBack(me ? new Date(me.createdAt) : now, now);
  const name = (value: string) =>
    new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric' }).format(
      new Date(`${value}-15T12:00:00`),
    );
  const allTime = t({ en: 'All time', id: 'Semua waktu' });
  return (
    <Menu
      trigger={
        <Button icon={CalendarDays} iconAfter={ChevronDown}>
          {month === null ? allTime : name(month)}
        </Button>
      }
    >
      <MenuItem isOn={month === null} onSelect={() => onChange(null)}>
        {allTime}
      </MenuItem>
      {months.map((value) => (
        <MenuItem key={value} isOn={value === month} onSelect={() => onChange(value)}>
          {name(value)}
        </MenuItem>
      ))}
    </Menu>
  );
}
