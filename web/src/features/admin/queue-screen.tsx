import { asApiFault } from '@lumiku/app-kit/web';
import type { QueueReport } from '@lumiku/contract';
import {
  Button,
  Card,
  ConfirmDialog,
  EmptyState,
  ReadFault,
  Skeleton,
  useToasts,
  useWords,
} from '@lumiku/ui-kit';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Coffee } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { AdminFrame, Figures } from './admin-frame.tsx';
import { kindWords } from './job-words.ts';
import { operations, queueQuery } from './operations-queries.ts';
import { RunningLine, WaitingLine } from './queue-lines.tsx';

const FIRST = 20;
const ALL = 500;

type Leaving = Pick<QueueReport['running'][number], 'id' | 'kind' | 'person'>;

/** What runs, what waits and why, and a way to end it. */
export function QueueScreen() {
  const { t, number, duration } = useWords();
  const [limit, setLimit] = useState(FIRST);
  const queue = useQuery(queueQuery(limit));
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const { data } = queue;
  return (
    <AdminFrame>
      {queue.isPending ? (
        <Skeleton className="h-96 rounded-l" />
      ) : !data ? (
        <ReadFault fault={asApiFault(queue.error)} onRetry={queue.refetch} />
      ) : (
        <>
          <Figures
            label={t({ en: 'Right now', id: 'Saat ini' })}
            figures={[
              { value: number(data.running.length), name: t({ en: 'running', id: 'berjalan' }) },
              { value: number(data.waitingTotal), name: t({ en: 'waiting', id: 'menunggu' }) },
              {
                value: data.longestWaitSeconds === null ? '–' : duration(data.longestWaitSeconds),
                name: t({ en: 'longest wait', id: 'tunggu terlama' }),
              },
              {
                value: number(data.doneInDay),
                name: t({ en: 'done in 24 h', id: 'selesai dalam 24 jam' }),
              },
              {
                value: number(data.failedInDay),
                name: t({ en: 'failed in 24 h', id: 'gagal dalam 24 jam' }),
                isBad: data.failedInDay > 0,
              },
            ]}
          />
          {data.running.length + data.waiting.length === 0 ? (
            <Card>
              <EmptyState icon={Coffee} title={t({ en: 'Nothing to do', id: 'Tidak ada kerja' })}>
                {t({
                  en: 'No work runs and none waits.',
                  id: 'Tidak ada pekerjaan yang berjalan atau menunggu.',
                })}
              </EmptyState>
            </Card>
          ) : (
            <div className="grid grid-cols-2 items-start gap-6 max-[1100px]:grid-cols-1 phone:gap-4">
              <Lines
                title={t({ en: 'Running', id: 'Berjalan' })}
                none={t({ en: 'Nothing runs.', id: 'Tidak ada yang berjalan.' })}
              >
                {data.running.map((job) => (
                  <RunningLine key={job.id} job={job} onCancel={() => setLeaving(job)} />
                ))}
              </Lines>
              <Lines
                title={t({
                  en: 'Waiting, in the order they will start',
                  id: 'Menunggu, menurut urutan mulainya',
                })}
                none={t({ en: 'Nothing waits.', id: 'Tidak ada yang menunggu.' })}
                foot={
                  data.waitingTotal > data.waiting.length && limit < ALL ? (
                    <Button size="s" onClick={() => setLimit(ALL)}>
                      {t({
                        en: `Show all ${number(data.waitingTotal)}`,
                        id: `Tampilkan semua ${number(data.waitingTotal)}`,
                      })}
                    </Button>
                  ) : null
                }
              >
                {data.waiting.map((job) => (
                  <WaitingLine key={job.id} job={job} onCancel={() => setLeaving(job)} />
                ))}
              </Lines>
            </div>
          )}
        </>
      )}
      {leaving && <CancelDialog job={leaving} onClose={() => setLeaving(null)} />}
    </AdminFrame>
  );
}

function Lines({
  title,
  none,
  foot,
  children,
}: {
  title: string;
  none: string;
  foot?: ReactNode;
  children: readonly ReactNode[];
}) {
  return (
    <Card className="min-w-0 overflow-hidden">
      <h2 className="px-5 pt-4 pb-2 text-17 font-semibold">{title}</h2>
      {children.length === 0 ? (
        <p className="px-5 pb-5 text-14 text-ink-2">{none}</p>
      ) : (
        <ul className="pb-2">{children}</ul>
      )}
      {foot && <div className="px-5 pb-4">{foot}</div>}
    </Card>
  );
}

function CancelDialog({ job, onClose }: { job: Leaving; onClose: () => void }) {
  const { t } = useWords();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => operations.cancel(job.id),
    onError: (thrown) => {
      const fault = asApiFault(thrown);
      toasts.say({ words: fault.message, detail: fault.fix, tone: 'bad' });
    },
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: ['admin', 'queue'] });
      onClose();
    },
  });
  const { name } = job.person;
  const what = kindWords(job.kind);
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      isBusy={cancel.isPending}
      title={t({
        en: `Cancel this work of ${name}?`,
        id: `Batalkan pekerjaan ${name} ini?`,
      })}
      description={t({
        en: `${what.en}: ${name} gets the credits back and sees that it was cancelled. It is written into the audit log.`,
        id: `${what.id}: kredit kembali kepada ${name}, dan pembatalannya terlihat. Ini dicatat di catatan audit.`,
      })}
      confirm={t({ en: 'Cancel the work', id: 'Batalkan pekerjaan' })}
      onConfirm={() => cancel.mutate()}
      onClose={onClose}
    />
  );
}
