import type { Language, Words } from '@lumiku/contract';
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { createFormats, type Formats } from './formats.ts';

const STORAGE_KEY = 'lumiku.language';

/** What `useWords()` gives: the text in the person's language, and figures written its way. */
export interface WordsValue extends Formats {
  language: Language;
  setLanguage(language: Language): void;
  /** The text in the person's language: `t({ en: 'Save', id: 'Simpan' })`. */
  t(words: Words): string;
}

const WordsContext = createContext<WordsValue | null>(null);

function rememberedLanguage(): Language {
  const kept = localStorage.getItem(STORAGE_KEY);
  if (kept === 'en' || kept === 'id') return kept;
  return navigator.languages.some((tag) => /^(id|in|ms|jv|su)\b/i.test(tag)) ? 'id' : 'en';
}

/** Holds the language for everything below it; remembered on this device. */
export function WordsProvider({
  children,
  language: fixed,
}: {
  children: ReactNode;
  language?: Language;
}) {
  const [language, choose] = useState<Language>(() => fixed ?? rememberedLanguage());

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const value = useMemo<WordsValue>(
    () => ({
      ...createFormats(language),
      language,
      setLanguage(next) {
        localStorage.setItem(STORAGE_KEY, next);
        choose(next);
      },
      t: (words) => words[language],
    }),
    [language],
  );
  return <WordsContext value={value}>{children}</WordsContext>;
}

/** @throws Error outside a `WordsProvider`. */
export function useWords(): WordsValue {
  const value = use(WordsContext);
  if (!value) throw new Error('useWords needs a WordsProvider above it.');
  return value;
}
