import { type LucideIcon, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { buttonClasses } from '../controls/button.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { useWords } from '../language/words-provider.tsx';

/** What can be done with what is chosen; floats over the foot of the page. */
export function SelectionBar({
  count,
  onClear,
  children,
}: {
  count: number;
  onClear: () => void;
  /** `SelectionAction`s. */
  children: ReactNode;
}) {
  const { t, number } = useWords();
  if (count === 0) return null;
  return (
    <div
      role="toolbar"
      aria-label={t({ en: 'With the chosen', id: 'Dengan yang dipilih' })}
      className="lifted fixed bottom-6 left-[calc(50%+var(--rail)/2)] z-10 flex -translate-x-1/2 animate-appear items-center gap-1 rounded-l bg-raised p-2 shadow-[var(--sh-3),0_0_0_1px_var(--line)] safe-bottom [--safe-base:8px] phone:inset-x-0 phone:bottom-0 phone:translate-x-0 phone:justify-between phone:rounded-none"
    >
      <IconButton
        kind="quiet"
        icon={X}
        label={t({ en: 'Choose nothing', id: 'Batal pilih' })}
        onClick={onClear}
      />
      <span aria-live="polite" className="num pr-3 pl-1 text-14 font-semibold whitespace-nowrap">
        {number(count)}
        <span className="phone:sr-only"> {t({ en: 'chosen', id: 'dipilih' })}</span>
      </span>
      <span aria-hidden className="mx-1 h-6 w-px bg-line phone:hidden" />
      {children}
    </div>
  );
}

export function SelectionAction({
  icon: Icon,
  isDangerous,
  isDisabled,
  onClick,
  children,
}: {
  icon: LucideIcon;
  isDangerous?: boolean;
  isDisabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      disabled={isDisabled}
      onClick={onClick}
      className={buttonClasses(
        'quiet',
        'm',
        classNames(
          'phone:h-13 phone:flex-1 phone:flex-col phone:gap-0.5 phone:px-0 phone:text-12',
          isDangerous && 'text-bad-ink hover:text-bad-ink',
        ),
      )}
    >
      <Icon aria-hidden className="size-4.5" strokeWidth={1.75} />
      {children}
    </button>
  );
}
