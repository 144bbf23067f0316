import { asApiFault } from '@lumiku/app-kit/web';
import type { EngineAttempt, EngineReport } from '@lumiku/contract';
import {
  Badge,
  type Column,
  DataTable,
  EmptyState,
  ReadFault,
  SegmentedControl,
  ShowMore,
  Skeleton,
  TimeText,
  useWords,
} from '@lumiku/ui-kit';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Factory } from 'lucide-react';
import { useState } from 'react';
import { attemptPages } from './engine-queries.ts';
import { attemptCostWords, KIND_WORDS, outcomeWords } from './engine-words.ts';

type Shown = 'all' | 'failed' | 'running';

/** Every time an engine was asked. */
export function AttemptList({ engines }: { engines: readonly EngineReport[] }) {
  const { t, number, duration } = useWords();
  const [shown, setShown] = useState<Shown>('all');
  const pages = useInfiniteQuery(attemptPages('all', shown));
  const attempts = pages.data?.pages.flatMap((page) => page.data) ?? [];
  const total = pages.data?.pages[0]?.meta.total ?? 0;
  const titleOf = (id: string) => engines.find((engine) => engine.id === id)?.title ?? id;
  const kindOf = (attempt: EngineAttempt) => {
    const words = Object.entries(KIND_WORDS).find(([kind]) => kind === attempt.kind)?.[1];
    return words ? t(words) : attempt.kind;
  };
  const took = ({ tookMs }: EngineAttempt) =>
    tookMs === null ? '–' : duration(Math.max(1, tookMs / 1_000));
  const columns: Column<EngineAttempt>[] = [
    {
      id: 'engine',
      title: t({ en: 'Engine', id: 'Mesin' }),
      cell: (attempt) => (
        <span className="block min-w-0">
          <b className="font-medium">{titleOf(attempt.engineId)}</b>
          <span className="block text-13 text-ink-3">
            {kindOf(attempt)}
            {attempt.jobId === null && `, ${t({ en: 'test', id: 'uji' })}`}
          </span>
        </span>
      ),
    },
    {
      id: 'outcome',
      title: t({ en: 'Outcome', id: 'Hasil' }),
      cell: (attempt) => <Outcome attempt={attempt} />,
    },
    {
      id: 'when',
      title: t({ en: 'When', id: 'Kapan' }),
      width: '160px',
      cell: (attempt) => <TimeText time={attempt.submittedAt} />,
    },
    {
      id: 'took',
      title: t({ en: 'Took', id: 'Lama' }),
      width: '110px',
      isNumber: true,
      cell: (attempt) => <span className="num">{took(attempt)}</span>,
    },
    {
      id: 'cost',
      title: t({ en: 'Cost', id: 'Biaya' }),
      width: '130px',
      isNumber: true,
      cell: (attempt) => <span className="num">{t(attemptCostWords(attempt))}</span>,
    },
  ];
  return (
    <section aria-labelledby="attempts">
      <div className="mb-3 flex items-center gap-3 phone:flex-wrap">
        <h2 id="attempts" className="mr-auto text-17 font-semibold">
          {t({ en: 'Attempts', id: 'Percobaan' })}
        </h2>
        <SegmentedControl
          label={t({ en: 'Which attempts', id: 'Percobaan mana' })}
          value={shown}
          onChange={setShown}
          segments={[
            { value: 'all', label: t({ en: 'All', id: 'Semua' }) },
            { value: 'failed', label: t({ en: 'Failed', id: 'Gagal' }) },
            { value: 'running', label: t({ en: 'Running', id: 'Berjalan' }) },
          ]}
        />
      </div>
      {pages.isError ? (
        <ReadFault fault={asApiFault(pages.error)} onRetry={pages.refetch} />
      ) : pages.isPending ? (
        <Skeleton className="h-48 rounded-l" />
      ) : attempts.length === 0 ? (
        <EmptyState icon={Factory} title={t({ en: 'None so far', id: 'Belum ada' })} />
      ) : (
        <DataTable
          label={t({ en: 'Attempts', id: 'Percobaan' })}
          columns={columns}
          rows={attempts}
          rowKey={(attempt) => attempt.id}
          line={(attempt) => (
            <div className="flex items-start justify-between gap-3 py-3">
              <span className="min-w-0">
                <b className="font-medium">{titleOf(attempt.engineId)}</b>
                <span className="block text-13 text-ink-3">
                  {kindOf(attempt)} · <TimeText time={attempt.submittedAt} />
                </span>
                <Outcome attempt={attempt} />
              </span>
              <span className="num shrink-0 text-right text-13 whitespace-nowrap text-ink-2">
                {took(attempt)}
                <span className="block">{t(attemptCostWords(attempt))}</span>
              </span>
            </div>
          )}
          foot={
            <>
              <span className="num">
                {t({
                  en: `${number(total)} ${total === 1 ? 'attempt' : 'attempts'}`,
                  id: `${number(total)} percobaan`,
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

function Outcome({ attempt }: { attempt: EngineAttempt }) {
  const { t } = useWords();
  const tone = attempt.outcome === 'made' ? 'ok' : attempt.outcome === null ? 'accent' : 'plain';
  const isBad = tone === 'plain' && attempt.outcome !== 'stopped';
  return (
    <span className="block min-w-0">
      <Badge tone={isBad ? 'bad' : tone}>{t(outcomeWords(attempt.outcome))}</Badge>
      {attempt.said && <span className="block break-words text-13 text-ink-3">{attempt.said}</span>}
    </span>
  );
}
