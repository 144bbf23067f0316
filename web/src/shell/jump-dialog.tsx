import { Dialog, type NavItem, SearchField, setTheme, useTheme, useWords } from '@lumiku/ui-kit';
import { useNavigate } from '@tanstack/react-router';
import { Languages, type LucideIcon, MoonStar, Sun, UserRound } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { matchJumps } from './match-jumps.ts';

interface Jump {
  id: string;
  label: string;
  icon: LucideIcon;
  go: () => void;
}

/** A list to type into: screens first, then what can be switched. */
export function JumpDialog({ items, onClose }: { items: readonly NavItem[]; onClose: () => void }) {
  const { t } = useWords();
  const listId = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const jumps = matchJumps(useJumps(items), text);
  const chosen = jumps[Math.min(at, jumps.length - 1)];

  const take = (jump: Jump | undefined) => {
    if (!jump) return;
    onClose();
    jump.go();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && jumps.length > 0) {
      event.preventDefault();
      setAt((was) => (Math.min(was, jumps.length - 1) + step + jumps.length) % jumps.length);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      take(chosen);
    }
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t({ en: 'Search or jump to', id: 'Cari atau lompat ke' })}
    >
      <SearchField
        label={t({ en: 'Search or jump to', id: 'Cari atau lompat ke' })}
        value={text}
        onChange={(next) => {
          setText(next);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded={jumps.length > 0}
        aria-controls={jumps.length > 0 ? listId : undefined}
        aria-activedescendant={chosen ? `${listId}-${chosen.id}` : undefined}
      />
      {jumps.length > 0 && (
        <div
          id={listId}
          role="listbox"
          className="mt-3 grid gap-0.5"
          aria-label={t({ en: 'Places', id: 'Tempat' })}
        >
          {jumps.map((jump) => (
            <button
              key={jump.id}
              id={`${listId}-${jump.id}`}
              type="button"
              role="option"
              tabIndex={-1}
              aria-selected={jump === chosen}
              onClick={() => take(jump)}
              className="flex min-h-11 items-center gap-3 rounded-s px-3 text-left text-14 hover:bg-hover aria-selected:bg-accent-soft aria-selected:text-accent-ink"
            >
              <jump.icon aria-hidden className="size-4.5" strokeWidth={1.75} />
              {jump.label}
            </button>
          ))}
        </div>
      )}
      <p role="status" className="px-3 text-center text-ink-3 not-empty:py-6">
        {jumps.length === 0 &&
          t({ en: 'Nothing is called that.', id: 'Tidak ada yang bernama itu.' })}
      </p>
    </Dialog>
  );
}

function useJumps(items: readonly NavItem[]): Jump[] {
  const { t, language, setLanguage } = useWords();
  const [theme] = useTheme();
  const navigate = useNavigate();
  const to = (href: string) => () => void navigate({ to: href });
  const isDark =
    theme === 'dark' ||
    (theme === 'system' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  return [
    ...items.map((item) => ({
      id: item.href,
      label: item.label,
      icon: item.icon,
      go: to(item.href),
    })),
    { id: 'account', label: t({ en: 'Account', id: 'Akun' }), icon: UserRound, go: to('/account') },
    {
      id: 'theme',
      label: isDark
        ? t({ en: 'Light appearance', id: 'Tampilan terang' })
        : t({ en: 'Dark appearance', id: 'Tampilan gelap' }),
      icon: isDark ? Sun : MoonStar,
      go: () => setTheme(isDark ? 'light' : 'dark'),
    },
    {
      id: 'language',
      label: language === 'en' ? 'Bahasa Indonesia' : 'English',
      icon: Languages,
      go: () => setLanguage(language === 'en' ? 'id' : 'en'),
    },
  ];
}
