import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';

export type Tone = 'plain' | 'accent' | 'ok' | 'bad' | 'money';

const TONES: Record<Tone, string> = {
  plain: 'bg-sunken text-ink-2',
  accent: 'bg-accent-soft text-accent-ink',
  ok: 'bg-ok-soft text-ok-ink',
  bad: 'bg-bad-soft text-bad-ink',
  money: 'bg-money-soft text-money-ink',
};

/** One or two words about a thing: `<Badge tone="accent">Beta</Badge>` */
export function Badge({
  tone = 'plain',
  icon: Icon,
  className,
  children,
}: {
  tone?: Tone;
  icon?: LucideIcon;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={classNames(
        'inline-flex h-[22px] items-center gap-[5px] rounded-[7px] px-2 text-12 whitespace-nowrap',
        TONES[tone],
        className,
      )}
    >
      {Icon && <Icon aria-hidden className="size-3.5" strokeWidth={1.75} />}
      {children}
    </span>
  );
}

export type Health = 'ok' | 'bad' | 'waiting';

const DOTS: Record<Health, string> = {
  ok: 'bg-ok',
  bad: 'bg-bad',
  waiting: 'shadow-[inset_0_0_0_2px_var(--ink-3)]',
};

/** A dot with its word; the colour never stands alone. */
export function HealthDot({ health, children }: { health: Health; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2 text-13">
      <span aria-hidden className={classNames('size-2 shrink-0 rounded-full', DOTS[health])} />
      {children}
    </span>
  );
}
