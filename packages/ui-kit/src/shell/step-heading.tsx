import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { useWords } from '../language/words-provider.tsx';

export type StepState = 'done' | 'now' | 'next';

const MARKS: Record<StepState, string> = {
  done: 'bg-ok-soft text-ok-ink',
  now: 'bg-accent text-on-accent',
  next: 'bg-sunken text-ink-2',
};

/** The round number of a step; a tick once it is done. */
export function StepNumber({ number, state }: { number: number; state: StepState }) {
  const { t } = useWords();
  return (
    <span
      className={classNames(
        'num grid size-6 shrink-0 place-items-center rounded-full text-13 leading-none font-semibold',
        MARKS[state],
      )}
    >
      {state === 'done' ? (
        <>
          <Check aria-hidden className="size-3.5" strokeWidth={3} />
          <span className="sr-only">{t({ en: 'Done:', id: 'Selesai:' })}</span>
        </>
      ) : (
        number
      )}
    </span>
  );
}

/** The head of a column: number, title, count, and a quiet action at the end. */
export function StepHeading({
  number,
  state,
  title,
  id,
  aside,
  action,
}: {
  number: number;
  state: StepState;
  title: string;
  id?: string;
  aside?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="mb-3 flex min-h-9 items-center gap-2.5 phone:hidden">
      <StepNumber number={number} state={state} />
      <h2 id={id} className="text-17 font-semibold">
        {title}
      </h2>
      {aside && <span className="num text-13 text-ink-3">{aside}</span>}
      <span className="flex-1" />
      {action}
    </div>
  );
}

/** On a phone the columns are steps, tapped in any order. */
export function StepTabs<Id extends string>({
  label,
  steps,
  current,
  onChange,
}: {
  label: string;
  steps: readonly { id: Id; title: string; state: StepState }[];
  current: Id;
  onChange: (id: Id) => void;
}) {
  return (
    <nav
      aria-label={label}
      className="sticky top-(--top) z-[4] hidden gap-1.5 bg-paper px-4 pt-1 pb-3 phone:flex"
    >
      {steps.map((step, index) => (
        <button
          key={step.id}
          type="button"
          aria-current={step.id === current ? 'step' : undefined}
          onClick={() => onChange(step.id)}
          className="flex min-h-11 flex-1 items-center justify-center gap-2 rounded-m text-14 font-medium text-ink-2 outline-line current:bg-surface current:font-semibold current:text-ink current:outline-chosen"
        >
          <StepNumber number={index + 1} state={step.state} />
          {step.title}
        </button>
      ))}
    </nav>
  );
}
