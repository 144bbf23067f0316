import { Check } from 'lucide-react';
import { classNames } from '../class-names.ts';
import { useWords } from '../language/words-provider.tsx';

export interface Stage {
  id: string;
  label: string;
  state: 'done' | 'now' | 'next';
  /** How long it took, or has taken so far. */
  seconds?: number | undefined;
}

const ROWS: Record<Stage['state'], string> = {
  done: 'text-ink-2',
  now: 'font-semibold text-ink',
  next: 'text-ink-3',
};
const MARKS: Record<Stage['state'], string> = {
  done: 'bg-ok-soft text-ok-ink',
  now: 'shadow-[inset_0_0_0_5px_var(--accent)]',
  next: 'shadow-[inset_0_0_0_1.5px_var(--line-field)]',
};

/** What is done, what runs now, what is to come. */
export function StageList({ stages }: { stages: readonly Stage[] }) {
  const { t, duration } = useWords();
  const spoken: Record<Stage['state'], string> = {
    done: t({ en: 'done', id: 'selesai' }),
    now: t({ en: 'now', id: 'sekarang' }),
    next: t({ en: 'to come', id: 'berikutnya' }),
  };
  return (
    <ol className="grid gap-0.5">
      {stages.map((stage) => (
        <li
          key={stage.id}
          aria-current={stage.state === 'now' ? 'step' : undefined}
          className={classNames('flex min-h-7 items-center gap-2.5 text-14', ROWS[stage.state])}
        >
          <span
            aria-hidden
            className={classNames(
              'grid size-4.5 shrink-0 place-items-center rounded-full',
              MARKS[stage.state],
            )}
          >
            {stage.state === 'done' && <Check className="size-3" strokeWidth={3} />}
          </span>
          {stage.label}
          <span className="sr-only">, {spoken[stage.state]}</span>
          {stage.seconds !== undefined && (
            <span className="num ml-auto text-13 font-normal">{duration(stage.seconds)}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
