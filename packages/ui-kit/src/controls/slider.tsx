import { Slider as Radix } from 'radix-ui';

/** A number in a range. `limitFrom` hatches the end where the thing resists. */
export function Slider({
  label,
  value,
  onChange,
  min,
  max,
  step = 1,
  limitFrom,
  format = String,
}: {
  label: string;
  value: number;
  onChange: (value: number) => void;
  min: number;
  max: number;
  step?: number;
  /** Same unit as `value`. */
  limitFrom?: number;
  format?: (value: number) => string;
}) {
  return (
    <div className="grid grid-cols-[1fr_auto] gap-x-2 gap-y-1 text-13">
      <span>{label}</span>
      <output className="num text-ink-2">{format(value)}</output>
      <Radix.Root
        className="relative col-span-2 flex h-5 touch-none items-center select-none phone:h-11"
        value={[value]}
        onValueChange={([next]) => next !== undefined && onChange(next)}
        min={min}
        max={max}
        step={step}
      >
        <Radix.Track className="relative h-1 grow overflow-hidden rounded-full bg-sunken">
          <Radix.Range className="absolute h-full rounded-full bg-accent" />
          {limitFrom !== undefined && (
            <span
              className="absolute right-0 h-full bg-[repeating-linear-gradient(90deg,var(--line-field)_0_2px,transparent_2px_5px)] opacity-80"
              style={{ left: `${((limitFrom - min) / (max - min)) * 100}%` }}
            />
          )}
        </Radix.Track>
        <Radix.Thumb
          aria-label={label}
          aria-valuetext={format(value)}
          className="block size-4.5 rounded-full bg-white shadow-[0_0_0_1.5px_var(--accent),0_1px_4px_var(--shade-c)] phone:size-6.5"
        />
      </Radix.Root>
    </div>
  );
}
