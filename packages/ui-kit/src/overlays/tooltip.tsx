import { Tooltip as Radix } from 'radix-ui';
import { type FocusEvent, type ReactNode, useEffect } from 'react';

/** Whether the person used the keyboard last, not a pointer; `:focus-visible` does not say so where a script moves the focus. */
let isByKeyboard = false;
const noteKey = () => {
  isByKeyboard = true;
};
const notePointer = () => {
  isByKeyboard = false;
};

/** Stand this once near the root; tooltips below it share their delay. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  useEffect(() => {
    document.addEventListener('keydown', noteKey, true);
    document.addEventListener('pointerdown', notePointer, true);
    return () => {
      document.removeEventListener('keydown', noteKey, true);
      document.removeEventListener('pointerdown', notePointer, true);
    };
  }, []);
  return (
    <Radix.Provider delayDuration={500} skipDelayDuration={200}>
      {children}
    </Radix.Provider>
  );
}

/** A dialog that is closed with a click or a tap gives the focus back to what opened it: that asks for no words. */
function onlyByKeyboard(event: FocusEvent): void {
  if (!isByKeyboard) event.preventDefault();
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
      <Radix.Trigger asChild onFocus={onlyByKeyboard}>
        {children}
      </Radix.Trigger>
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
