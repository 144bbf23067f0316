import { engineName } from '@lumiku/app-kit/web';
import type { EngineKindReport, EngineReport } from '@lumiku/contract';
import { Badge, Card, HealthDot, TimeText, useWords } from '@lumiku/ui-kit';
import { EngineCheck } from './engine-check.tsx';
import { EngineModels } from './engine-models.tsx';
import { costWords, KIND_WORDS, outcomeWords } from './engine-words.ts';

/** One engine: how it is, how fast, what it cost, what it can do and under which licences. */
export function EngineCard({ engine }: { engine: EngineReport }) {
  const { t, number, duration } = useWords();
  const { week, lastFault } = engine;
  const usualTime = ({ medianMs, slowMs }: EngineReport['week']) => {
    if (medianMs === null) return '–';
    const [usual, slow] = [medianMs, slowMs ?? medianMs].map((ms) =>
      duration(Math.max(1, ms / 1_000)),
    );
    return usual === slow
      ? `${usual}`
      : t({ en: `${usual}, up to ${slow}`, id: `${usual}, hingga ${slow}` });
  };
  return (
    <Card className="p-5">
      <div className="flex items-start gap-3 phone:flex-wrap">
        <div className="mr-auto min-w-0">
          <h3 className="text-16 font-semibold">{t(engineName(engine.id))}</h3>
          <Health engine={engine} />
        </div>
        <EngineCheck engine={engine} />
      </div>
      <dl className="num mt-4 grid grid-cols-4 gap-3 phone:grid-cols-2">
        <Figure
          name={t({ en: 'Made, 7 days', id: 'Jadi, 7 hari' })}
          value={`${number(week.made)}${week.running > 0 ? ` + ${number(week.running)}` : ''}`}
        />
        <Figure name={t({ en: 'Failed', id: 'Gagal' })} value={number(week.failed)} />
        <Figure name={t({ en: 'Usual time', id: 'Waktu biasa' })} value={usualTime(week)} />
        <Figure
          name={t({ en: 'Cost', id: 'Biaya' })}
          value={week.costUsd === 0 ? '–' : t(costWords(week.costUsd))}
        />
      </dl>
      {lastFault && (
        <p className="mt-3 text-13 text-ink-2">
          {t({ en: 'Last trouble:', id: 'Masalah terakhir:' })} {t(outcomeWords(lastFault.kind))},{' '}
          <TimeText time={lastFault.at} />
          {lastFault.said && <span className="block break-words text-ink-3">{lastFault.said}</span>}
        </p>
      )}
      <ul className="mt-4 divide-y divide-line border-t border-line">
        {engine.kinds.map((kind) => (
          <Kind key={kind.kind} kind={kind} />
        ))}
      </ul>
      <EngineModels kinds={engine.kinds} />
    </Card>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="text-13 text-ink-3">{name}</dt>
      <dd className="text-16 font-semibold">{value}</dd>
    </div>
  );
}

function Health({ engine }: { engine: EngineReport }) {
  const { t } = useWords();
  const { health } = engine;
  if (!health) return null;
  const why = t(outcomeWords(health.why));
  if (health.state === 'well') {
    return <HealthDot health="ok">{t({ en: 'Well', id: 'Baik' })}</HealthDot>;
  }
  if (health.state === 'trying') {
    return (
      <HealthDot health="waiting">
        {t({ en: `Being tried again after: ${why}`, id: `Dicoba lagi setelah: ${why}` })}
      </HealthDot>
    );
  }
  return (
    <HealthDot health="bad">
      <span>
        {t({
          en: `Left alone after: ${why}; asked again`,
          id: `Diistirahatkan setelah: ${why}; ditanya lagi`,
        })}{' '}
        {health.until && <TimeText time={health.until} />}
      </span>
    </HealthDot>
  );
}

function Kind({ kind }: { kind: EngineKindReport }) {
  const { t, number } = useWords();
  const facts = [
    `≤ ${number(kind.longestSidePx)} px`,
    t(costWords(kind.costUsd)),
    kind.lora ? `LoRA ${kind.lora.scale}` : '',
    kind.sendsPreviews ? t({ en: 'previews', id: 'pratinjau' }) : '',
    kind.cancels ? '' : t({ en: 'no cancel', id: 'tak bisa dibatalkan' }),
  ].filter(Boolean);
  return (
    <li className="py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-14 font-medium">{t(KIND_WORDS[kind.kind])}</span>
        {kind.place === null ? (
          <Badge>{t({ en: 'Not asked', id: 'Tidak ditanya' })}</Badge>
        ) : (
          <Badge tone={kind.place === 1 ? 'accent' : 'plain'}>
            {t({ en: `Place ${kind.place}`, id: `Urutan ${kind.place}` })}
          </Badge>
        )}
        <span className="num text-13 text-ink-3">{facts.join(' · ')}</span>
      </div>
      {kind.refusedModels.length > 0 && (
        <p className="text-13 text-bad-ink">
          {t({
            en: 'Refused, because COMMERCIAL is set. "lumiku engines" says which models would do.',
            id: 'Ditolak karena COMMERCIAL aktif. "lumiku engines" menyebutkan model yang boleh.',
          })}
        </p>
      )}
    </li>
  );
}
