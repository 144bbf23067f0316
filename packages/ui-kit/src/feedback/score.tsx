import { classNames } from '../class-names.ts';

/** A score as a word, a number, and a notch where the pass line is. Both 0..1. */
export function Score({
  label,
  word,
  value,
  passAt,
  hasPassed = value >= passAt,
  shown,
}: {
  label: string;
  word: string;
  value: number;
  passAt: number;
  /** Where more than the number decides. */
  hasPassed?: boolean;
  /** The number as written: `96%`, `0.84`. */
  shown: string;
}) {
  return (
    <div className="grid content-start gap-1.5">
      <span className="text-13 text-ink-3">{label}</span>
      <span className="flex justify-between gap-2 text-15 leading-5 font-semibold tracking-[-.014em]">
        {word} <b className="num font-medium text-ink-2">{shown}</b>
      </span>
      <span aria-hidden className="relative h-1 rounded-full bg-sunken">
        <span
          className={classNames(
            'absolute inset-y-0 left-0 rounded-full',
            hasPassed ? 'bg-ok' : 'bg-bad',
          )}
          style={{ width: `${value * 100}%` }}
        />
        <span
          className="absolute -top-[3px] h-2.5 w-0.5 rounded-[1px] bg-ink-3"
          style={{ left: `${passAt * 100}%` }}
        />
      </span>
    </div>
  );
}
