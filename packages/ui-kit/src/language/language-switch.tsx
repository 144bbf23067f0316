import type { Language } from '@lumiku/contract';
import { type Segment, SegmentedControl } from '../controls/segmented-control.tsx';
import { useWords } from './words-provider.tsx';

/** Each language by its own name. */
const LANGUAGES: readonly Segment<Language>[] = [
  { value: 'en', label: <span lang="en">English</span> },
  { value: 'id', label: <span lang="id">Indonesia</span> },
];

/** @param onChosen told of a choice, after the page has changed over */
export function LanguageSwitch({ onChosen }: { onChosen?: (language: Language) => void }) {
  const { t, language, setLanguage } = useWords();
  return (
    <SegmentedControl
      label={t({ en: 'Language', id: 'Bahasa' })}
      segments={LANGUAGES}
      value={language}
      onChange={(next) => {
        setLanguage(next);
        onChosen?.(next);
      }}
    />
  );
}
