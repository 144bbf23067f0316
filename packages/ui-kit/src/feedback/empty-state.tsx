import { CircleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';

interface StateProps {
  icon?: LucideIcon;
  title: string;
  children?: ReactNode;
  /** What to do next: a button or two. */
  action?: ReactNode;
  className?: string;
}

/** Nothing here yet, and how to begin. */
export function EmptyState(props: StateProps) {
  return <Centred {...props} tint="bg-sunken text-ink-3" />;
}

/** It went wrong: what, and how to mend it. `children` is the fix. */
export function ErrorState({ icon = CircleAlert, ...props }: StateProps) {
  return <Centred icon={icon} {...props} tint="bg-bad-soft text-bad-ink" role="alert" />;
}

function Centred({
  icon: Icon,
  title,
  children,
  action,
  className,
  tint,
  role,
}: StateProps & { tint: string; role?: 'alert' }) {
  return (
    <div
      role={role}
      className={classNames(
        'mx-auto grid max-w-[44ch] justify-items-center gap-1 px-4 py-14 text-center',
        className,
      )}
    >
      {Icon && (
        <span className={classNames('mb-3 grid size-14 place-items-center rounded-l', tint)}>
          <Icon aria-hidden className="size-6" strokeWidth={1.75} />
        </span>
      )}
      <p className="text-17 font-semibold">{title}</p>
      {children && <div className="text-ink-2">{children}</div>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
