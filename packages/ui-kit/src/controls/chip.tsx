import { type LucideIcon, X } from 'lucide-react';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { useWords } from '../language/words-provider.tsx';

const CHIP =
  'inline-flex h-8 shrink-0 items-center gap-1.5 rounded-full bg-surface px-3 text-13 font-medium whitespace-nowrap text-ink-2 outline-line transition-colors quick hover:bg-[linear-gradient(var(--hover),var(--hover))] hover:text-ink on:bg-accent-soft on:font-semibold on:text-accent-ink on:outline-chosen disabled:cursor-not-allowed disabled:text-ink-3 touch:h-11 touch:px-4 touch:text-14';

export type ChipProps = Omit<ComponentPropsWithRef<'button'>, 'children'> & {
  children: ReactNode;
  isOn?: boolean | undefined;
  /** How many there are of it. */
  count?: number | undefined;
  icon?: LucideIcon | undefined;
  /** A colour choice: a `#rrggbb` dot before the words. */
  swatch?: string | undefined;
};

/** A facet or a choice that can be on or off: `<Chip isOn count={214} onClick={…}>Standing</Chip>` */
export function Chip({ children, isOn, count, icon: Icon, swatch, className, ...rest }: ChipProps) {
  const { number } = useWords();
  const isRadio = rest.role === 'radio';
  return (
    <button
      type="button"
      {...rest}
      aria-pressed={isRadio ? undefined : isOn}
      className={classNames(CHIP, className)}
    >
      {Icon && <Icon aria-hidden className="size-4" strokeWidth={1.75} />}
      {swatch && (
        <span
          aria-hidden
          className="size-4 rounded-full shadow-[inset_0_0_0_1px_var(--line-field)]"
          style={{ background: swatch }}
        />
      )}
      {children}
      {count !== undefined && (
        <span className={classNames('num font-normal', isOn ? 'text-inherit' : 'text-ink-3')}>
          {number(count)}
        </span>
      )}
    </button>
  );
}

/** A filter in force, with a cross that takes it away. */
export function FilterChip({ children, onRemove }: { children: string; onRemove: () => void }) {
  const { t } = useWords();
  return (
    <button
      type="button"
      aria-pressed
      onClick={onRemove}
      aria-label={`${t({ en: 'Remove filter', id: 'Hapus saringan' })}: ${children}`}
      className={CHIP}
    >
      {children}
      <X aria-hidden className="size-4" strokeWidth={1.75} />
    </button>
  );
}

/** Chips in rows; `isScrolling` makes them one row that scrolls sideways on a phone. */
export function ChipGroup({
  label,
  isScrolling,
  className,
  ...rest
}: ComponentPropsWithRef<'fieldset'> & { label: string; isScrolling?: boolean | undefined }) {
  return (
    <fieldset
      {...rest}
      aria-label={label}
      className={classNames(
        'flex min-w-0 flex-wrap gap-2',
        isScrolling &&
          'scroll-none phone:-mx-(--gutter) phone:flex-nowrap phone:overflow-x-auto phone:px-(--gutter) phone:py-0.5',
        className,
      )}
    />
  );
}
