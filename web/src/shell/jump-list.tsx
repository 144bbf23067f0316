import { type NavItem, useWords } from '@lumiku/ui-kit';
import { lazy, Suspense, useEffect, useState } from 'react';

const JumpDialog = lazy(async () => ({ default: (await import('./jump-dialog.tsx')).JumpDialog }));

/** Name of the event that opens the list, for buttons anywhere on the page. */
const OPEN_EVENT = 'lumiku:jump';

export function openJumpList(): void {
  document.dispatchEvent(new Event(OPEN_EVENT));
}

/** Ctrl-K or ⌘K, from anywhere: search or jump to. */
export function JumpList({ items }: { items: readonly NavItem[] }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    const open = () => setOpen(true);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen((was) => !was);
    };
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener(OPEN_EVENT, open);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener(OPEN_EVENT, open);
    };
  }, []);

  if (!isOpen) return null;
  return (
    <Suspense fallback={<span className="sr-only">{t({ en: 'Loading', id: 'Memuat' })}</span>}>
      <JumpDialog items={items} onClose={() => setOpen(false)} />
    </Suspense>
  );
}
