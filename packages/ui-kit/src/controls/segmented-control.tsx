import { RadioGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';

export interface Segment<Value extends string> {
  value: Value;
  label: ReactNode;
  /** Whole credits it adds, shown as `+2`. */
  extraCredits?: number;
  isDisabled?: boolean;
}

/** One of a few, side by side: `<SegmentedControl label="Quality" segments={…} value={q} onChange={setQ} />` */
export function SegmentedControl<Value extends string>({
  label,
  segments,
  value,
  onChange,
  isWide,
  className,
}: {
  label: string;
  segments: readonly Segment<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  isWide?: boolean | undefined;
  className?: string;
}) {
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        const chosen = segments.find((segment) => segment.value === next);
        if (chosen) onChange(chosen.value);
      }}
      className={classNames(
        'gap-0.5 rounded-control bg-sunken p-[3px] phone:rounded-[13px]',
        isWide ? 'flex' : 'inline-flex',
        className,
      )}
    >
      {segments.map((segment) => (
        <RadioGroup.Item
          key={segment.value}
          value={segment.value}
          disabled={segment.isDisabled ?? false}
          className={classNames(
            'inline-flex h-[calc(var(--control)-6px)] items-center justify-center gap-1.5 rounded-s px-3 text-13 font-medium whitespace-nowrap text-ink-2 transition-colors calm hover:text-ink on:bg-raised on:font-semibold on:text-ink on:shadow-1 disabled:cursor-not-allowed disabled:text-ink-3 touch:min-w-11 phone:h-11 phone:rounded-control phone:text-14',
            isWide && 'flex-1 phone:px-1.5',
          )}
        >
          {segment.label}
          {segment.extraCredits !== undefined && (
            <span className="num font-semibold text-money-ink">+{segment.extraCredits}</span>
          )}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
