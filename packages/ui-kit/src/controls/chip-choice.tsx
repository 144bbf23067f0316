import { RadioGroup } from 'radix-ui';
import { classNames } from '../class-names.ts';
import { Chip } from './chip.tsx';

export interface ChipOption<Value extends string> {
  value: Value;
  label: string;
  /** `#rrggbb` shown as a dot. */
  swatch?: string;
  isDisabled?: boolean;
}

/** One of several, as chips; arrows move between them. With `onClear` none is an answer too: press the chosen one again. */
export function ChipChoice<Value extends string>({
  label,
  options,
  value,
  onChange,
  onClear,
  className,
}: {
  label: string;
  options: readonly ChipOption<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  onClear?: (() => void) | undefined;
  className?: string;
}) {
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value ?? ''}
      onValueChange={(next) => {
        const chosen = options.find((option) => option.value === next);
        if (chosen) onChange(chosen.value);
      }}
      className={classNames('flex flex-wrap gap-2', className)}
    >
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          disabled={option.isDisabled ?? false}
          asChild
        >
          <Chip
            role="radio"
            isOn={option.value === value}
            swatch={option.swatch}
            onClick={() => option.value === value && onClear?.()}
          >
            {option.label}
          </Chip>
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}
