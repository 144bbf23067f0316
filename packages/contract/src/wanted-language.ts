import type { Language } from './words.ts';

/** What a browser or program asks for by `Accept-Language`; English when it asks for neither of ours. */
export function wantedLanguage(header: string | null | undefined): Language {
  const tags = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.trim());
  for (const tag of tags) {
    if (/^(id|in)\b/.test(tag)) return 'id';
    if (/^en\b/.test(tag)) return 'en';
  }
  return 'en';
}
