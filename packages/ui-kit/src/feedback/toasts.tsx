import { Toast as Radix } from 'radix-ui';
import { createContext, type ReactNode, use, useCallback, useMemo, useRef, useState } from 'react';
import { classNames } from '../class-names.ts';
import { Button } from '../controls/button.tsx';
import { useWords } from '../language/words-provider.tsx';

export interface ToastMessage {
  words: string;
  /** A second line, e.g. how to mend it. */
  detail?: string | undefined;
  tone?: 'plain' | 'bad';
  action?: { label: string; onClick: () => void } | undefined;
  /** Default 6000. */
  durationMs?: number | undefined;
  /** Once, when it goes away and the action was not taken. */
  onExpire?: (() => void) | undefined;
}

interface Shown extends ToastMessage {
  id: number;
}

export interface Toasts {
  /** Shows a message; returns a function that takes it away without `onExpire`. */
  say(message: ToastMessage): () => void;
  /** Does `commit` unless the person takes it back in time: `undoable({ words, commit, restore })`. */
  undoable(step: {
    words: string;
    commit: () => void;
    restore: () => void;
    durationMs?: number;
  }): () => void;
}

const ToastContext = createContext<Toasts | null>(null);

/** @throws Error outside a `ToastProvider`. */
export function useToasts(): Toasts {
  const toasts = use(ToastContext);
  if (!toasts) throw new Error('useToasts needs a ToastProvider above it.');
  return toasts;
}

/** Messages at the foot of the page (at its head while a phone's sheet takes the foot), read out as they come; F8 moves the keyboard to them. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const nextId = useRef(0);

  const take = useCallback((id: number) => {
    setShown((all) => all.filter((toast) => toast.id !== id));
  }, []);

  const say = useCallback(
    (message: ToastMessage) => {
      const id = nextId.current++;
      setShown((all) => [...all.slice(-2), { ...message, id }]);
      return () => take(id);
    },
    [take],
  );

  const toasts = useMemo<Toasts>(
    () => ({
      say,
      undoable({ words, commit, restore, durationMs }) {
        return say({
          words,
          durationMs,
          action: { label: t({ en: 'Undo', id: 'Urungkan' }), onClick: restore },
          onExpire: commit,
        });
      },
    }),
    [say, t],
  );

  return (
    <ToastContext value={toasts}>
      {children}
      {/* Only while there are messages: closing the last one leaves the provider paused, and no later one would expire. */}
      {shown.length > 0 && (
        <Radix.Provider label={t({ en: 'Message', id: 'Pesan' })} swipeDirection="down">
          {shown.map((toast) => (
            <ToastLine key={toast.id} toast={toast} onGone={() => take(toast.id)} />
          ))}
          <Radix.Viewport
            label={t({ en: 'Messages ({hotkey})', id: 'Pesan ({hotkey})' })}
            className="pointer-events-none fixed bottom-0 left-1/2 z-40 grid w-max max-w-full -translate-x-1/2 justify-items-center gap-2 p-4 pb-[calc(28px+env(safe-area-inset-bottom))] phone:w-full phone:pb-[calc(80px+env(safe-area-inset-bottom))] over-sheet:top-0 over-sheet:bottom-auto over-sheet:pt-[calc(12px+env(safe-area-inset-top))] over-sheet:pb-4"
          />
        </Radix.Provider>
      )}
    </ToastContext>
  );
}

function ToastLine({ toast, onGone }: { toast: Shown; onGone: () => void }) {
  const isSettled = useRef(false);
  const settle = (then: (() => void) | undefined) => {
    if (isSettled.current) return;
    isSettled.current = true;
    then?.();
    onGone();
  };
  return (
    <Radix.Root
      duration={toast.durationMs ?? 6000}
      onOpenChange={(isOpen) => !isOpen && settle(toast.onExpire)}
      className="inverse pointer-events-auto flex min-h-13 animate-rise items-center gap-3 rounded-[14px] py-2 pr-2 pl-[18px] text-14 font-medium shadow-3 phone:w-full"
    >
      <span
        className={classNames('min-w-0 py-1 pr-2.5 phone:flex-1', toast.tone === 'bad' && 'grid')}
      >
        <Radix.Title>{toast.words}</Radix.Title>
        {toast.detail && (
          <Radix.Description className="text-13 font-normal opacity-80">
            {toast.detail}
          </Radix.Description>
        )}
      </span>
      {toast.action && (
        <Radix.Action asChild altText={toast.action.label}>
          <Button kind="inverse" size="s" onClick={() => settle(toast.action?.onClick)}>
            {toast.action.label}
          </Button>
        </Radix.Action>
      )}
    </Radix.Root>
  );
}
