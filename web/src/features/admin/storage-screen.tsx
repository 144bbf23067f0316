import { appsQuery, asApiFault } from '@lumiku/app-kit/web';
import type { StorageReport } from '@lumiku/contract';
import {
  Card,
  type Column,
  DataTable,
  EmptyState,
  ReadFault,
  Skeleton,
  TimeText,
  useWords,
} from '@lumiku/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { HardDrive } from 'lucide-react';
import { AdminFrame, Figures } from './admin-frame.tsx';
import { storageQuery } from './operations-queries.ts';

interface Share {
  key: string;
  name: string;
  files: number;
  bytes: number;
}

/** What is stored, by app and person, and what the sweeper of files found. */
export function StorageScreen() {
  const { t } = useWords();
  const storage = useQuery(storageQuery);
  const { data: apps = [] } = useQuery(appsQuery);
  const { data } = storage;
  const nameOf = (appId: string) => {
    const card = apps.find((app) => app.id === appId);
    return card ? t(card.name) : appId;
  };
  return (
    <AdminFrame>
      {storage.isPending ? (
        <Skeleton className="h-96 rounded-l" />
      ) : !data ? (
        <ReadFault fault={asApiFault(storage.error)} onRetry={storage.refetch} />
      ) : (
        <>
          <StorageFigures report={data} />
          {data.total.files === 0 ? (
            <Card>
              <EmptyState
                icon={HardDrive}
                title={t({ en: 'Nothing stored yet', id: 'Belum ada yang disimpan' })}
              />
            </Card>
          ) : (
            <div className="grid grid-cols-2 items-start gap-6 max-[1100px]:grid-cols-1 phone:gap-4">
              <Shares
                title={t({ en: 'By app', id: 'Menurut aplikasi' })}
                total={data.total.bytes}
                shares={data.apps.map(({ appId, ...sum }) => ({
                  ...{ key: appId, name: nameOf(appId) },
                  ...sum,
                }))}
              />
              <Shares
                title={t({ en: 'By person', id: 'Menurut orang' })}
                total={data.total.bytes}
                shares={data.people.map(({ id, name, ...sum }) => ({
                  key: id,
                  name: name ?? t({ en: 'Deleted account', id: 'Akun terhapus' }),
                  ...sum,
                }))}
              />
            </div>
          )}
          <p className="mt-4 text-13 text-ink-3">
            {t({ en: 'Measured', id: 'Diukur' })} <TimeText time={data.measuredAt} style="ago" />
            {'. '}
            {data.sweeps.lastAt ? (
              <>
                {t({ en: 'The sweeper last looked', id: 'Penyapu terakhir memeriksa' })}{' '}
                <TimeText time={data.sweeps.lastAt} style="ago" />
                {'. '}
              </>
            ) : (
              t({ en: 'The sweeper has not looked yet. ', id: 'Penyapu belum memeriksa. ' })
            )}
            {t({
              en: 'It removes files that no record names, an hour after they appeared.',
              id: 'Ia menghapus berkas yang tidak disebut catatan mana pun, sejam setelah muncul.',
            })}
          </p>
        </>
      )}
    </AdminFrame>
  );
}

function StorageFigures({ report }: { report: StorageReport }) {
  const { t, number, size } = useWords();
  const { total, freeBytes, sweeps } = report;
  return (
    <Figures
      label={t({ en: 'Storage', id: 'Penyimpanan' })}
      figures={[
        { value: number(total.files), name: t({ en: 'files', id: 'berkas' }) },
        { value: size(total.bytes), name: t({ en: 'stored', id: 'tersimpan' }) },
        // A bucket has no end that anybody could tell.
        ...(freeBytes === null
          ? []
          : [
              {
                value: size(freeBytes),
                name: t({ en: 'free on the disk', id: 'kosong di disk' }),
                isBad: freeBytes < 1_000_000_000,
              },
            ]),
        {
          value: number(sweeps.orphansRemoved),
          name: t({ en: 'strays removed in 30 days', id: 'berkas lepas dihapus dalam 30 hari' }),
        },
        {
          value: number(sweeps.missing),
          name: t({ en: 'pictures without a file', id: 'gambar tanpa berkas' }),
          isBad: sweeps.missing > 0,
        },
      ]}
    />
  );
}

function Shares({
  title,
  total,
  shares,
}: {
  title: string;
  total: number;
  shares: readonly Share[];
}) {
  const { t, number, size, percent } = useWords();
  const columns: Column<Share>[] = [
    { id: 'name', title, cell: (share) => <span className="font-medium">{share.name}</span> },
    {
      id: 'files',
      title: t({ en: 'Files', id: 'Berkas' }),
      width: '90px',
      isNumber: true,
      cell: (share) => number(share.files),
    },
    {
      id: 'bytes',
      title: t({ en: 'Size', id: 'Ukuran' }),
      width: '110px',
      isNumber: true,
      cell: (share) => <b className="font-semibold">{size(share.bytes)}</b>,
    },
    {
      id: 'share',
      title: t({ en: 'Share', id: 'Bagian' }),
      width: '90px',
      isNumber: true,
      cell: (share) => percent(total === 0 ? 0 : share.bytes / total),
    },
  ];
  return (
    <DataTable
      label={title}
      columns={columns}
      rows={shares}
      rowKey={(share) => share.key}
      line={(share) => (
        <div className="flex items-center justify-between gap-3 py-3">
          <span className="min-w-0">
            <span className="block truncate text-14 font-medium">{share.name}</span>
            <span className="num block text-13 text-ink-3">
              {t({
                en: `${number(share.files)} ${share.files === 1 ? 'file' : 'files'}`,
                id: `${number(share.files)} berkas`,
              })}
            </span>
          </span>
          <b className="num text-14 font-semibold">{size(share.bytes)}</b>
        </div>
      )}
    />
  );
}
