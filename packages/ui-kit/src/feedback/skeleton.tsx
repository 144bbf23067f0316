import type { CSSProperties } from 'react';
import { classNames } from '../class-names.ts';

/** A place held for what is on its way. Decorative: say "loading" once, elsewhere. */
export function Skeleton({ className, style }: { className?: string; style?: CSSProperties }) {
  return (
    <span
      aria-hidden
      style={style}
      className={classNames('block rounded-m bg-sunken motion-safe:animate-breathe', className)}
    />
  );
}
