import { Tooltip as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

/** Stand this once near the root; tooltips below it share their delay. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return (
    <Radix.Provider delayDuration={500} skipDelayDuration={200}>
      {children}
    </Radix.Provider>
  );
}

/** Words beside a control on hover and focus. Never the only place something is said. */
export function Tooltip({
  words,
  side = 'bottom',
  children,
}: {
  words: ReactNode;
  side?: 'top' | 'right' | 'bottom' | 'left';
  children: ReactNode;
}) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="inverse z-50 max-w-72 animate-appear rounded-s px-2.5 py-1.5 text-13 font-medium shadow-2"
        >
          {words}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
