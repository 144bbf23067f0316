import { asApiFault, engineName } from '@lumiku/app-kit/web';
import type { EngineCheckReport, EngineReport } from '@lumiku/contract';
import { Button, Dialog, Progress, useToasts, useWords } from '@lumiku/ui-kit';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { enginesKey, startCheck, watchedCheck } from './engine-queries.ts';
import { costWords, stageWords, stepWords } from './engine-words.ts';

/** Has the engine make one real picture, and shows how that goes; the last one can be looked at again. */
export function EngineCheck({ engine }: { engine: EngineReport }) {
  const { t } = useWords();
  const toasts = useToasts();
  const queries = useQueryClient();
  const [shown, setShown] = useState<EngineCheckReport | null>(null);
  const start = useMutation({
    mutationFn: () => startCheck(engine.id),
    onSuccess: setShown,
    onError: (error) => toasts.say({ words: asApiFault(error).message }),
  });
  const close = () => {
    setShown(null);
    void queries.invalidateQueries({ queryKey: enginesKey });
  };
  return (
    <div className="flex gap-2">
      {engine.lastCheck && (
        <Button size="s" onClick={() => setShown(engine.lastCheck)}>
          {engine.lastCheck.state === 'failed'
            ? t({ en: 'Last test failed', id: 'Uji terakhir gagal' })
            : t({ en: 'Last test', id: 'Uji terakhir' })}
        </Button>
      )}
      <Button size="s" kind="primary" isBusy={start.isPending} onClick={() => start.mutate()}>
        {t({ en: 'Test', id: 'Uji' })}
      </Button>
      {shown && <CheckDialog title={t(engineName(engine.id))} check={shown} onClose={close} />}
    </div>
  );
}

function CheckDialog(props: { title: string; check: EngineCheckReport; onClose: () => void }) {
  const { t, duration, size } = useWords();
  const { data: check } = useQuery(watchedCheck(props.check));
  const facts = [
    check.tookMs === null ? '' : duration(Math.max(1, check.tookMs / 1_000)),
    check.sizeBytes === null ? '' : size(check.sizeBytes),
    check.tookMs === null ? '' : t(costWords(check.costUsd)),
  ].filter(Boolean);
  return (
    <Dialog
      isOpen
      isSmall
      onClose={props.onClose}
      title={t({ en: `Test of ${props.title}`, id: `Uji ${props.title}` })}
    >
      <div className="grid gap-4">
        {check.state === 'running' && (
          <div className="grid gap-1">
            <Progress fraction={check.fraction} label={t(stageWords(check.stage ?? 'starting'))} />
            <p className="text-13 text-ink-2">{t(stageWords(check.stage ?? 'starting'))} …</p>
          </div>
        )}
        {check.pictureUrl && (
          <img
            src={check.pictureUrl}
            alt={t({ en: 'The picture it made', id: 'Gambar yang dibuatnya' })}
            className="mx-auto max-h-96 rounded-m"
          />
        )}
        <ul className="grid gap-2">
          {check.steps.map((step) => (
            <li key={step.name} className={step.isFine ? 'text-14' : 'text-14 text-bad-ink'}>
              <span className="font-medium">
                {step.isFine ? '✓' : '✕'} {t(stepWords(step.name))}
              </span>
              <span className="block break-words text-13 text-ink-2">{t(step.words)}</span>
              {step.fix && <span className="block text-13 text-ink">{t(step.fix)}</span>}
            </li>
          ))}
        </ul>
        {facts.length > 0 && <p className="num text-13 text-ink-3">{facts.join(' · ')}</p>}
      </div>
    </Dialog>
  );
}
