import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { classNames } from '../class-names.ts';
import { FieldFrame, INPUT } from './field.tsx';

/** One of many, in the system's own list: `<Select label="Show" options={…} value={…} onChange={…} />` */
export function Select({
  label,
  options,
  value,
  onChange,
  className,
}: {
  label: string;
  options: readonly { value: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
  className?: string;
}) {
  const id = useId();
  return (
    <FieldFrame id={id} label={label} className={className}>
      <span className="relative">
        <select
          id={id}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={classNames(INPUT, 'h-11 appearance-none pr-10')}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-3 size-4.5 -translate-y-1/2 text-ink-3"
          strokeWidth={1.75}
        />
      </span>
    </FieldFrame>
  );
}
