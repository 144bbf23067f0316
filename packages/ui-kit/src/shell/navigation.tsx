import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { useWords } from '../language/words-provider.tsx';
import { Link } from './link.tsx';
import { Logo } from './logo.tsx';

export interface NavItem {
  href: string;
  label: string;
  icon: LucideIcon;
  isCurrent: boolean;
}

/** The way around, on the left of a wide screen. */
export function Rail({
  items,
  footItems,
  foot,
  homeHref,
}: {
  items: readonly NavItem[];
  /** Below, near the foot: credits, admin. */
  footItems: readonly NavItem[];
  /** Last of all: the account. */
  foot?: ReactNode;
  homeHref: string;
}) {
  const { t } = useWords();
  return (
    <nav
      aria-label={t({ en: 'Main', id: 'Utama' })}
      className="sticky top-0 flex h-dvh flex-col items-center gap-0.5 overflow-y-auto px-2 py-4 scroll-none phone:hidden"
    >
      <Link
        href={homeHref}
        aria-label={t({ en: 'Lumiku, home', id: 'Lumiku, beranda' })}
        className="mb-5 grid size-10 shrink-0 place-items-center rounded-m"
      >
        <Logo />
      </Link>
      {items.map((item) => (
        <RailLink key={item.href} item={item} />
      ))}
      <span className="flex-1" />
      {footItems.map((item) => (
        <RailLink key={item.href} item={item} />
      ))}
      {foot && <span className="mt-2.5 shrink-0">{foot}</span>}
    </nav>
  );
}

function RailLink({ item: { href, label, icon: Icon, isCurrent } }: { item: NavItem }) {
  return (
    <Link
      href={href}
      aria-current={isCurrent ? 'page' : undefined}
      className="flex h-15 w-18 shrink-0 flex-col items-center justify-center gap-[5px] rounded-m text-12 leading-[14px] text-ink-2 no-underline transition-colors quick hover:bg-hover focus-visible:rounded-m current:bg-surface current:font-semibold current:text-accent-ink current:shadow-1"
    >
      <Icon aria-hidden className="size-5" strokeWidth={1.75} />
      {label}
    </Link>
  );
}

/** The way around on a phone, under the thumb; five items at most. Gives way to a dock inside a task. */
export function TabBar({ items, isHidden }: { items: readonly NavItem[]; isHidden?: boolean }) {
  const { t } = useWords();
  return (
    <nav
      aria-label={t({ en: 'Main', id: 'Utama' })}
      className={classNames(
        'fixed inset-x-0 bottom-0 z-[6] hidden bg-surface px-1 pt-1 shadow-[0_-1px_0_var(--line)] safe-bottom [--safe-base:4px]',
        !isHidden && 'phone:flex',
      )}
    >
      {items.slice(0, 5).map(({ href, label, icon: Icon, isCurrent }) => (
        <Link
          key={href}
          href={href}
          aria-current={isCurrent ? 'page' : undefined}
          className="flex min-h-13 min-w-0 flex-1 flex-col items-center justify-center gap-[3px] rounded-m text-12 text-ink-2 no-underline focus-visible:rounded-m current:font-semibold current:text-accent-ink"
        >
          <Icon aria-hidden className="size-5" strokeWidth={1.75} />
          <span className="max-w-full truncate">{label}</span>
        </Link>
      ))}
    </nav>
  );
}
