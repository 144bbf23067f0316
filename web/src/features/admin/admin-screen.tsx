import { asApiFault } from '@lumiku/app-kit/web';
import type { AdminUser } from '@lumiku/contract';
import {
  Badge,
  type Column,
  DataTable,
  EmptyState,
  ReadFault,
  SearchField,
  ShowMore,
  Skeleton,
  TimeText,
  useWords,
} from '@lumiku/ui-kit';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { AdminFrame } from './admin-frame.tsx';
import { peoplePages } from './admin-queries.ts';
import { PersonActions } from './person-actions.tsx';

/** Everybody with an account, what they have, and how to give them more. */
export function AdminScreen() {
  const { t, number } = useWords();
  const [search, setSearch] = useState('');
  const pages = useInfiniteQuery(peoplePages(useDeferredValue(search)));
  const people = pages.data?.pages.flatMap((page) => page.data) ?? [];
  const total = pages.data?.pages[0]?.meta.total ?? 0;
  const columns: Column<AdminUser>[] = [
    {
      id: 'name',
      title: t({ en: 'Person', id: 'Orang' }),
      cell: (person) => <Who person={person} />,
    },
    {
      id: 'tier',
      title: t({ en: 'Tier', id: 'Tingkat' }),
      width: '120px',
      cell: (person) => <span className="text-ink-2">{person.tier}</span>,
    },
    {
      id: 'since',
      title: t({ en: 'Since', id: 'Sejak' }),
      width: '180px',
      cell: (person) => (
        <span className="text-ink-2">
          <TimeText time={person.createdAt} />
        </span>
      ),
    },
    {
      id: 'balance',
      title: t({ en: 'Balance', id: 'Saldo' }),
      width: '110px',
      isNumber: true,
      cell: (person) => <b className="font-semibold">{number(person.balance)}</b>,
    },
    {
      id: 'actions',
      title: '',
      width: '220px',
      isNumber: true,
      cell: (person) => <PersonActions person={person} />,
    },
  ];

  return (
    <AdminFrame>
      <section aria-labelledby="people">
        <div className="mb-3 flex items-center gap-3 phone:flex-wrap">
          <h2 id="people" className="mr-auto text-17 font-semibold">
            {t({ en: 'People', id: 'Orang' })}
          </h2>
          <SearchField
            className="w-72 phone:w-full"
            label={t({ en: 'Search people', id: 'Cari orang' })}
            placeholder={t({ en: 'Name or email', id: 'Nama atau email' })}
            shortcut="/"
            value={search}
            onChange={setSearch}
          />
        </div>
        {pages.isError ? (
          <ReadFault fault={asApiFault(pages.error)} onRetry={pages.refetch} />
        ) : pages.isPending ? (
          <Skeleton className="h-64 rounded-l" />
        ) : people.length === 0 ? (
          <EmptyState
            icon={Users}
            title={t({ en: 'Nobody by that name', id: 'Tidak ada yang bernama itu' })}
          />
        ) : (
          <DataTable
            label={t({ en: 'People', id: 'Orang' })}
            columns={columns}
            rows={people}
            rowKey={(person) => person.id}
            line={(person) => (
              <div className="flex items-center justify-between gap-3 py-3">
                <div className="min-w-0">
                  <Who person={person} />
                  <span className="num text-13 text-ink-2">
                    {person.tier} · {t({ en: 'Balance', id: 'Saldo' })} {number(person.balance)}
                  </span>
                </div>
                <PersonActions person={person} />
              </div>
            )}
            foot={
              <>
                <span className="num">
                  {t({
                    en: `${number(total)} ${total === 1 ? 'account' : 'accounts'}`,
                    id: `${number(total)} akun`,
                  })}
                </span>
                <ShowMore pages={pages} place="foot" />
              </>
            }
          />
        )}
      </section>
    </AdminFrame>
  );
}

function Who({ person }: { person: AdminUser }) {
  const { t } = useWords();
  return (
    <span className="block min-w-0">
      <span className="flex items-center gap-2 font-medium">
        <span className="truncate">{person.name}</span>
        {person.isOwner ? (
          <Badge tone="accent">{t({ en: 'Owner', id: 'Pemilik' })}</Badge>
        ) : (
          person.role === 'admin' && <Badge>Admin</Badge>
        )}
        {person.isClosed && <Badge tone="bad">{t({ en: 'Closed', id: 'Ditutup' })}</Badge>}
      </span>
      <span className="block truncate text-13 text-ink-3">{person.email}</span>
    </span>
  );
}
