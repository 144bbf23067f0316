import { useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';

/** The page reads this key before its first paint, so that it never flashes. */
export const THEME_STORAGE_KEY = 'lumiku.theme';

const listeners = new Set<() => void>();

function currentTheme(): Theme {
  const kept = localStorage.getItem(THEME_STORAGE_KEY);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

/** Applies a theme at once and remembers it on this device. */
export function setTheme(theme: Theme): void {
  if (theme === 'system') {
    localStorage.removeItem(THEME_STORAGE_KEY);
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem(THEME_STORAGE_KEY, theme);
    document.documentElement.dataset.theme = theme;
  }
  for (const listener of listeners) listener();
}

/** `const [theme, setTheme] = useTheme()` */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentTheme);
  return [theme, setTheme];
}
