import { waitingWords } from '@lumiku/app-kit/web';
import { Progress, StageList, useClock, useWords } from '@lumiku/ui-kit';
import type { Generation } from '../../contract.ts';
import { useLiveMaking } from '../generations/live-making.ts';
import { fractionOf, useUsualSeconds } from '../generations/use-generations.ts';
import { makingStages, stageKey, watchedSeconds } from './making-stages.ts';

/** How far the work is: percent where known, the step's name, time so far and the usual time. */
export function MakingPanel({ generation }: { generation: Generation }) {
  const { t, percent, duration, number } = useWords();
  const making = useLiveMaking((state) => state.making[generation.id]);
  const usual = useUsualSeconds();
  const nowMs = useClock();
  const fraction = fractionOf(generation, making);
  const stage = making?.stage ?? generation.stage;
  const elapsed = Math.max(0, (nowMs - new Date(generation.createdAt).getTime()) / 1000);
  const seconds = watchedSeconds(making?.sightings ?? [], nowMs);
  const stages = makingStages(generation.kind, generation.status, stage);
  const present = stages.find((step) => step.state === 'now');
  const isSlow = usual !== null && elapsed > Math.max(2 * usual, usual + 10);

  const head =
    generation.status === 'pending'
      ? t({ en: 'Waiting', id: 'Menunggu' })
      : fraction === null
        ? t({ en: 'Working', id: 'Dikerjakan' })
        : percent(fraction);
  return (
    <div className="grid gap-3">
      <div className="flex items-baseline gap-3">
        <b className="num text-22 font-semibold">{head}</b>
        <span className="num ml-auto text-right text-13 text-ink-2">
          {duration(Math.floor(elapsed))} {t({ en: 'so far', id: 'sejauh ini' })}
          {usual !== null &&
            `, ${t({ en: 'usually', id: 'biasanya' })} ${duration(Math.max(1, Math.round(usual)))}`}
        </span>
      </div>
      <Progress fraction={fraction} label={t({ en: 'Progress', id: 'Kemajuan' })} />
      <StageList
        stages={stages.map((step) => ({
          id: step.key,
          label: t(step.label),
          state: step.state,
          seconds: step.state === 'next' ? undefined : seconds[step.key],
        }))}
      />
      {generation.queuePosition !== null && generation.status === 'pending' && (
        <p className="text-13 text-ink-2">
          {t(waitingWords(generation.queuePosition, generation.queueAhead))}
        </p>
      )}
      {isSlow && (
        <p className="text-13 text-ink-2">
          {t({
            en: 'This takes longer than usual. It keeps going; you can wait, leave or cancel.',
            id: 'Ini lebih lama dari biasanya. Tetap berjalan; kamu bisa menunggu, pergi, atau batal.',
          })}
        </p>
      )}
      {/* Steps are read out as they change; a percentage every second would be noise. */}
      <p className="sr-only" aria-live="polite">
        {present === undefined ? '' : t(present.label)}
        {stageKey(generation.status, stage) === 'queued' && generation.queuePosition !== null
          ? `, ${number(generation.queuePosition)}`
          : ''}
      </p>
    </div>
  );
}
