import { Search, X } from 'lucide-react';
import { type ComponentPropsWithRef, useEffect, useRef } from 'react';
import { classNames } from '../class-names.ts';
import { useWords } from '../language/words-provider.tsx';
import { INPUT } from './field.tsx';

export type SearchFieldProps = Omit<
  ComponentPropsWithRef<'input'>,
  'onChange' | 'value' | 'type' | 'ref'
> & {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** A single key that jumps here from anywhere on the page, e.g. `/`. */
  shortcut?: string | undefined;
};

/** `<SearchField label="Search poses" shortcut="/" value={q} onChange={setQ} placeholder="Search: seated…" />` */
export function SearchField({
  label,
  value,
  onChange,
  shortcut,
  className,
  onKeyDown,
  ...rest
}: SearchFieldProps) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  useShortcut(shortcut, () => input.current?.focus());
  return (
    <search className={classNames('relative block min-w-0', className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 size-4.5 -translate-y-1/2 text-ink-3"
        strokeWidth={1.75}
      />
      <input
        {...rest}
        ref={input}
        type="search"
        aria-label={label}
        aria-keyshortcuts={shortcut}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && value !== '') {
            event.preventDefault();
            onChange('');
          }
          onKeyDown?.(event);
        }}
        className={classNames(
          INPUT,
          'h-(--control) [&::-webkit-search-cancel-button]:hidden pr-10 pl-[38px]! text-14! touch:text-16!',
        )}
      />
      {value !== '' ? (
        <button
          type="button"
          aria-label={t({ en: 'Clear the search', id: 'Hapus pencarian' })}
          onClick={() => {
            onChange('');
            input.current?.focus();
          }}
          className="absolute top-1/2 right-0 grid size-(--control) -translate-y-1/2 place-items-center rounded-s text-ink-3 hover:text-ink"
        >
          <X aria-hidden className="size-4" strokeWidth={1.75} />
        </button>
      ) : (
        shortcut && (
          <kbd aria-hidden className="absolute top-1/2 right-2 -translate-y-1/2 touch:hidden">
            {shortcut}
          </kbd>
        )
      )}
    </search>
  );
}

function useShortcut(key: string | undefined, act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!key) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target)) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [key]);
}

/** Whether a key press belongs to a text field rather than to the page. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
