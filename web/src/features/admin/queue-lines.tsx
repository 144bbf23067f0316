import type { RunningJob, WaitingJob } from '@lumiku/contract';
import { Badge, IconButton, Progress, useClock, useWords } from '@lumiku/ui-kit';
import { X, Zap } from 'lucide-react';
import type { ReactNode } from 'react';
import { kindWords, reasonWords } from './job-words.ts';

/** Work in the making: of whom, on which engine, for how long, how far. */
export function RunningLine({ job, onCancel }: { job: RunningJob; onCancel: () => void }) {
  const { t, duration } = useWords();
  const nowMs = useClock();
  const seconds = Math.max(0, (nowMs - Date.parse(job.startedAt)) / 1000);
  const { name, tier } = job.person;
  const engine =
    job.engine === null ? '' : t({ en: `, on ${job.engine}`, id: `, di ${job.engine}` });
  return (
    <Line
      title={t(kindWords(job.kind))}
      why={`${name} (${tier})${engine}`}
      aside={<span className="num text-13 text-ink-2">{duration(Math.round(seconds))}</span>}
      onCancel={onCancel}
    >
      <Progress
        label={`${t({ en: 'Progress', id: 'Kemajuan' })}: ${t(kindWords(job.kind))}, ${name}`}
        fraction={job.progress}
      />
    </Line>
  );
}

/** Work in line: its place, whose it is, and why it waits. */
export function WaitingLine({ job, onCancel }: { job: WaitingJob; onCancel: () => void }) {
  const { t, duration, number } = useWords();
  const nowMs = useClock();
  const seconds = Math.max(0, (nowMs - Date.parse(job.createdAt)) / 1000);
  return (
    <Line
      place={number(job.position)}
      title={t(kindWords(job.kind))}
      why={t(reasonWords(job))}
      aside={
        <>
          {job.reason === 'priority' && (
            <Badge tone="money" icon={Zap}>
              {t({ en: 'Priority', id: 'Prioritas' })}
            </Badge>
          )}
          <span className="num text-13 text-ink-2">{duration(Math.round(seconds))}</span>
        </>
      }
      onCancel={onCancel}
    />
  );
}

function Line({
  place,
  title,
  why,
  aside,
  onCancel,
  children,
}: {
  place?: string;
  title: string;
  why: string;
  aside: ReactNode;
  onCancel: () => void;
  children?: ReactNode;
}) {
  const { t } = useWords();
  return (
    <li
      className={`grid items-center gap-x-3 gap-y-2 border-t border-line px-5 py-3 first:border-0 ${
        place === undefined
          ? 'grid-cols-[minmax(0,1fr)_auto]'
          : 'grid-cols-[auto_minmax(0,1fr)_auto]'
      }`}
    >
      {place !== undefined && <span className="num min-w-6 text-13 text-ink-3">{place}</span>}
      <span className="min-w-0">
        <b className="block truncate text-14 font-semibold">{title}</b>
        <span className="block text-13 text-ink-2">{why}</span>
      </span>
      <span className="flex items-center gap-1.5">
        {aside}
        <IconButton
          kind="quiet"
          size="s"
          icon={X}
          label={`${t({ en: 'Cancel', id: 'Batalkan' })}: ${title}, ${why}`}
          hasTooltip={false}
          onClick={onCancel}
        />
      </span>
      {children && <div className="col-span-full">{children}</div>}
    </li>
  );
}
