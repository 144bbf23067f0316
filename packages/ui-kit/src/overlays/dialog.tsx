import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type CSSProperties, type ReactNode, useInsertionEffect, useRef } from 'react';
import { classNames } from '../class-names.ts';
import { Button } from '../controls/button.tsx';
import { IconButton } from '../controls/icon-button.tsx';
import { useWords } from '../language/words-provider.tsx';

/** What last had the keyboard outside of every dialog: one that takes another's place gives it back there too. */
let lastOutside: HTMLElement | null = null;

function whoHasTheKeyboard(): HTMLElement | null {
  const active = document.activeElement;
  // Where the one before is gone already, nobody has it.
  if (!(active instanceof HTMLElement) || active === document.body) return lastOutside;
  if (!active.closest('[role=dialog], [role=alertdialog]')) lastOutside = active;
  return active;
}

/** A sheet above the page; fills the screen on a phone unless `isSmall`. Traps the keyboard and gives it back. */
export function Dialog({
  isOpen,
  onClose,
  title,
  besideTitle,
  description,
  footer,
  isSmall,
  isAlert,
  width = 560,
  children,
}: {
  isOpen: boolean;
  /** Asked to close by cross, Escape or a click outside; keep it open to refuse. */
  onClose: () => void;
  title: string;
  /** A badge after the title. */
  besideTitle?: ReactNode;
  description?: string;
  footer?: ReactNode;
  /** A short question: stays a card, also on a phone. */
  isSmall?: boolean;
  /** Something must be decided before anything else goes on. */
  isAlert?: boolean;
  /** CSS px on a wide screen. */
  width?: number;
  children?: ReactNode;
}) {
  const { t } = useWords();
  const opener = useRef<HTMLElement | null>(null);
  // Before anything of the dialog is on the page: a field that takes the keyboard by itself would pass for its opener.
  useInsertionEffect(() => {
    if (isOpen) opener.current = whoHasTheKeyboard();
  }, [isOpen]);
  return (
    <Radix.Root open={isOpen} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay
          className={classNames(
            'fixed inset-0 z-20 grid animate-appear place-items-center overflow-y-auto bg-scrim p-6',
            isSmall ? 'phone:place-items-end phone:p-3' : 'phone:place-items-stretch phone:p-0',
          )}
        >
          <Radix.Content
            {...(description ? {} : { 'aria-describedby': undefined })}
            role={isAlert ? 'alertdialog' : 'dialog'}
            // It was opened by state, not by a trigger of its own: where to give the keyboard back is for us to know.
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              const back = opener.current?.isConnected ? opener.current : lastOutside;
              back?.focus({ preventScroll: true });
            }}
            style={widthStyle(isSmall ? Math.min(width, 440) : width)}
            className={classNames(
              // Focused itself only when what had the keyboard is gone: a ring around everything would say nothing.
              'lifted relative grid max-h-[calc(100dvh-48px)] w-[min(var(--dialog-width),100%)] animate-rise grid-rows-[auto_minmax(0,1fr)_auto] overflow-hidden rounded-xl bg-raised shadow-3 outline-none! focus-visible:rounded-xl',
              isSmall
                ? 'phone:mb-[env(safe-area-inset-bottom)] phone:w-full'
                : 'phone:h-dvh phone:max-h-none phone:w-full phone:rounded-none phone:bg-paper',
            )}
          >
            <header className="flex min-h-15 items-center py-3 pr-16 pl-6 phone:min-h-14 phone:py-1.5 phone:pl-4">
              <Radix.Title className="min-w-0 text-17 font-semibold">{title}</Radix.Title>
              {besideTitle && <span className="ml-3 shrink-0">{besideTitle}</span>}
            </header>
            <div className="overflow-y-auto px-6 pb-5 phone:px-4">
              {description && (
                <Radix.Description className="mb-4 text-ink-2">{description}</Radix.Description>
              )}
              {children}
            </div>
            {footer && (
              <footer className="flex flex-wrap items-center justify-end gap-2 border-t border-line px-6 py-3.5 safe-bottom [--safe-base:14px] phone:bg-surface phone:px-4 phone:[&>*]:flex-1">
                {footer}
              </footer>
            )}
            {/* Last in order, so that opening puts the keyboard on the first field instead of the way out. */}
            <IconButton
              className="absolute! top-3 right-4 phone:top-1.5 phone:right-1.5"
              kind="quiet"
              icon={X}
              label={t({ en: 'Close', id: 'Tutup' })}
              hasTooltip={false}
              onClick={onClose}
            />
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** A custom property, so that the phone rules can still win. */
function widthStyle(widthPx: number): CSSProperties & Record<'--dialog-width', string> {
  return { '--dialog-width': `${widthPx}px` };
}

/** A question with one way on and one way back. */
export function ConfirmDialog({
  isOpen,
  title,
  description,
  confirm,
  isDangerous,
  isBusy,
  onConfirm,
  onClose,
  children,
}: {
  isOpen: boolean;
  title: string;
  description: string;
  /** The verb: "Delete 3 pictures". */
  confirm: string;
  isDangerous?: boolean;
  isBusy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children?: ReactNode;
}) {
  const { t } = useWords();
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      description={description}
      isSmall
      footer={
        <>
          <Button onClick={onClose}>{t({ en: 'Cancel', id: 'Batal' })}</Button>
          <Button kind={isDangerous ? 'danger' : 'primary'} isBusy={isBusy} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
