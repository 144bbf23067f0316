import { CircleAlert, CircleCheck, LoaderCircle, type LucideIcon, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';

export type VerdictKind = 'good' | 'doubtful' | 'wrong' | 'looking';

const KINDS: Record<VerdictKind, { look: string; icon: LucideIcon }> = {
  good: { look: 'bg-ok-soft text-ok-ink', icon: CircleCheck },
  doubtful: { look: 'bg-sunken text-ink', icon: Sun },
  wrong: { look: 'bg-bad-soft text-bad-ink', icon: CircleAlert },
  looking: { look: 'bg-sunken text-ink-2', icon: LoaderCircle },
};

/** What was found, and what to do about it: `<Verdict kind="wrong" title="Two people">Crop to one…</Verdict>` */
export function Verdict({
  kind,
  title,
  children,
  icon,
  className,
}: {
  kind: VerdictKind;
  title: string;
  children?: ReactNode;
  icon?: LucideIcon;
  className?: string;
}) {
  const { look, icon: usual } = KINDS[kind];
  const Icon = icon ?? usual;
  return (
    <div
      role={kind === 'wrong' ? 'alert' : 'status'}
      className={classNames('flex items-start gap-2.5 rounded-m p-3 text-13', look, className)}
    >
      <Icon
        aria-hidden
        className={classNames('size-5 shrink-0', kind === 'looking' && 'motion-safe:animate-turn')}
        strokeWidth={1.75}
      />
      <div className="min-w-0">
        <b className="block text-14 font-semibold">{title}</b>
        {children}
      </div>
    </div>
  );
}
