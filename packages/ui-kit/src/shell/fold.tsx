import { ChevronDown, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';

/** Details folded away until wanted; works without script and with find-in-page. */
export function Fold({
  title,
  icon: Icon,
  aside,
  isOpen,
  onToggle,
  children,
  className,
}: {
  title: string;
  icon?: LucideIcon;
  /** Small words beside the title while folded. */
  aside?: ReactNode;
  isOpen?: boolean;
  onToggle?: (isOpen: boolean) => void;
  children: ReactNode;
  className?: string;
}) {
  return (
    <details
      open={isOpen}
      onToggle={(event) => onToggle?.(event.currentTarget.open)}
      className={classNames('group/fold rounded-m outline-line', className)}
    >
      <summary className="flex min-h-11 list-none items-center gap-2 rounded-m px-3.5 text-14 font-medium hover:bg-hover [&::-webkit-details-marker]:hidden">
        {Icon && <Icon aria-hidden className="size-4.5 shrink-0 text-ink-2" strokeWidth={1.75} />}
        <span className="shrink-0">{title}</span>
        {aside && <span className="min-w-0 truncate text-13 font-normal text-ink-3">{aside}</span>}
        <ChevronDown
          aria-hidden
          className="ml-auto size-4.5 shrink-0 text-ink-3 transition-[rotate] calm group-open/fold:rotate-180"
          strokeWidth={1.75}
        />
      </summary>
      <div className="px-3.5 pb-3.5">{children}</div>
    </details>
  );
}
