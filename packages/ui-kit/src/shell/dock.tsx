import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';

/** On a phone, the one primary action with its price, in reach of the thumb. Hidden on wider screens. */
export function Dock({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div
      className={classNames(
        'fixed inset-x-0 bottom-0 z-[6] hidden gap-2.5 bg-surface px-4 pt-3 shadow-[0_-1px_0_var(--line),0_-8px_24px_var(--shade-a)] safe-bottom [--safe-base:12px] phone:grid',
        className,
      )}
    >
      {children}
    </div>
  );
}
