import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { classNames } from '../class-names.ts';

/** Words over a picture: white on dark glass in both themes. */
export function Glass({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1.5 rounded-control bg-over px-2.5 py-1.5 text-13 font-medium text-over-ink',
        className,
      )}
    >
      {children}
    </span>
  );
}

/** Tools over a picture. */
export function GlassBar({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div
      role="toolbar"
      aria-label={label}
      className={classNames(
        'inline-flex gap-0.5 rounded-m bg-over p-[3px] text-white touch:rounded-[14px]',
        className,
      )}
    >
      {children}
    </div>
  );
}

/** A tool on a `GlassBar`; without `children` only the icon shows and `label` is read out. */
export function GlassButton({
  icon: Icon,
  label,
  isPressed,
  children,
  ...rest
}: Omit<ComponentPropsWithRef<'button'>, 'children' | 'className'> & {
  icon: LucideIcon;
  label: string;
  isPressed?: boolean;
  children?: ReactNode;
}) {
  return (
    <button
      type="button"
      {...rest}
      title={children ? undefined : label}
      aria-label={label}
      aria-pressed={isPressed}
      className="inline-flex h-[34px] min-w-[34px] items-center justify-center gap-1.5 rounded-[9px] px-2 text-13 font-medium text-white hover:bg-[rgb(255_255_255_/_.16)] on:bg-white on:text-[#1b1a20] disabled:opacity-50 touch:h-11 touch:min-w-11"
    >
      <Icon aria-hidden className="size-4.5" strokeWidth={1.75} />
      {children}
    </button>
  );
}
