import { asApiFault } from '@lumiku/app-kit/web';
import type { EngineReport } from '@lumiku/contract';
import { Card, ReadFault, Skeleton, useWords } from '@lumiku/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { AdminFrame } from '../admin/admin-frame.tsx';
import { AttemptList } from './attempt-list.tsx';
import { EngineCard } from './engine-card.tsx';
import { engineReports } from './engine-queries.ts';

/** Who makes pictures: how each engine is, what it can do, what it cost; a test, and every attempt. */
export function EnginesScreen() {
  const reports = useQuery(engineReports);
  return (
    <AdminFrame>
      {reports.isPending ? (
        <Skeleton className="h-96 rounded-l" />
      ) : reports.data ? (
        <Engines reports={reports.data} />
      ) : (
        <ReadFault fault={asApiFault(reports.error)} onRetry={reports.refetch} />
      )}
    </AdminFrame>
  );
}

function Engines({ reports }: { reports: readonly EngineReport[] }) {
  const { t } = useWords();
  const configured = reports.filter(({ health }) => health !== null);
  const others = reports.filter(({ health }) => health === null);
  return (
    <div className="grid gap-8">
      <section aria-labelledby="engines">
        <div className="mb-3 flex items-baseline gap-3 phone:flex-wrap">
          <h2 id="engines" className="mr-auto text-17 font-semibold">
            {t({ en: 'Engines', id: 'Mesin' })}
          </h2>
        </div>
        <p className="mb-4 text-13 text-ink-2">
          {t({
            en: 'Asked in their order; the next one steps in as long as nothing was accepted.',
            id: 'Ditanya sesuai urutan; yang berikutnya menggantikan selama belum ada yang diterima.',
          })}
        </p>
        <div className="grid gap-4">
          {configured.map((engine) => (
            <EngineCard key={engine.id} engine={engine} />
          ))}
        </div>
      </section>
      <AttemptList engines={configured} />
      {others.length > 0 && <Others engines={others} />}
    </div>
  );
}

function Others({ engines }: { engines: readonly EngineReport[] }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="others">
      <h2 id="others" className="mb-3 text-17 font-semibold">
        {t({ en: 'Not set up', id: 'Belum diatur' })}
      </h2>
      <Card className="divide-y divide-line">
        {engines.map((engine) => (
          <div key={engine.id} className="px-5 py-3">
            <b className="text-14 font-semibold">{engine.title}</b>
            <p className="text-13 text-ink-2">{t(engine.about)}</p>
            <p className="text-13 text-ink-3">
              {t({ en: 'Set', id: 'Isi' })}{' '}
              {engine.settings.map((name, index) => (
                <span key={name}>
                  {index > 0 && t({ en: ' and ', id: ' dan ' })}
                  <code className="break-all">{name}</code>
                </span>
              ))}
            </p>
          </div>
        ))}
      </Card>
    </section>
  );
}
