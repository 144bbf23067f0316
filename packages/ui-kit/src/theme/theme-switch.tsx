import { Monitor, Moon, Sun } from 'lucide-react';
import { IconButton } from '../controls/icon-button.tsx';
import { SegmentedControl } from '../controls/segmented-control.tsx';
import { useWords } from '../language/words-provider.tsx';
import { type Theme, useTheme } from './theme.ts';

/** Light, dark, or as the device has it. */
export function ThemeSwitch() {
  const { t } = useWords();
  const [theme, setTheme] = useTheme();
  const icon = (Icon: typeof Sun) => <Icon aria-hidden className="size-4" strokeWidth={1.75} />;
  return (
    <SegmentedControl
      label={t({ en: 'Appearance', id: 'Tampilan' })}
      value={theme}
      onChange={setTheme}
      segments={[
        {
          value: 'system',
          label: (
            <>
              {icon(Monitor)}
              {t({ en: 'Device', id: 'Perangkat' })}
            </>
          ),
        },
        {
          value: 'light',
          label: (
            <>
              {icon(Sun)}
              {t({ en: 'Light', id: 'Terang' })}
            </>
          ),
        },
        {
          value: 'dark',
          label: (
            <>
              {icon(Moon)}
              {t({ en: 'Dark', id: 'Gelap' })}
            </>
          ),
        },
      ]}
    />
  );
}

const NEXT: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const ICONS = { system: Monitor, light: Sun, dark: Moon };

/** The same in one small button, for pages without settings. */
export function ThemeButton() {
  const { t } = useWords();
  const [theme, setTheme] = useTheme();
  const names: Record<Theme, string> = {
    system: t({ en: 'Appearance: as the device', id: 'Tampilan: ikut perangkat' }),
    light: t({ en: 'Appearance: light', id: 'Tampilan: terang' }),
    dark: t({ en: 'Appearance: dark', id: 'Tampilan: gelap' }),
  };
  return (
    <IconButton
      kind="quiet"
      icon={ICONS[theme]}
      label={names[theme]}
      onClick={() => setTheme(NEXT[theme])}
    />
  );
}
