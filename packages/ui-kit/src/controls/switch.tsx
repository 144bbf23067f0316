import { Switch as Radix } from 'radix-ui';
import { type ReactNode, useId } from 'react';

const TRACK =
  "relative h-6 w-10 shrink-0 rounded-full bg-line-field transition-colors calm on:bg-accent disabled:cursor-not-allowed disabled:opacity-50 touch:before:absolute touch:before:-inset-x-1 touch:before:-inset-y-2.5 touch:before:content-['']";

/** On or off, at once: nothing to save. */
export function Switch({
  label,
  labelledBy,
  isOn,
  onChange,
  isDisabled,
}: {
  /** Needed unless `labelledBy` names the words beside it. */
  label?: string;
  labelledBy?: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
  isDisabled?: boolean | undefined;
}) {
  return (
    <Radix.Root
      checked={isOn}
      onCheckedChange={onChange}
      disabled={isDisabled ?? false}
      aria-label={label}
      aria-labelledby={labelledBy}
      className={TRACK}
    >
      <Radix.Thumb className="block size-4.5 translate-x-[3px] rounded-full bg-white shadow-[0_1px_2px_rgb(0_0_0_/_.3)] transition-transform calm on:translate-x-[19px]" />
    </Radix.Root>
  );
}

/** A setting on one line: words and a hint on the left, its control on the right. */
export function Setting({
  label,
  hint,
  extraCredits,
  children,
}: {
  label: string;
  hint?: ReactNode;
  extraCredits?: number;
  /** The control; gets the id of the words for `aria-labelledby`. */
  children: (labelId: string) => ReactNode;
}) {
  const labelId = useId();
  return (
    <div className="flex min-h-9 items-center justify-between gap-3 text-14 font-medium">
      <span className="min-w-0">
        <span id={labelId}>
          {label}
          {extraCredits !== undefined && (
            <span className="num font-semibold text-money-ink"> +{extraCredits}</span>
          )}
        </span>
        {hint && <small className="block text-13 font-normal text-ink-3">{hint}</small>}
      </span>
      {children(labelId)}
    </div>
  );
}
