import type { Language, Words } from '@lumiku/contract';
import { countCharacters, PROMPT_MAX } from '../../contract.ts';

/** Whole sentences to begin with. */
const STARTERS: readonly Words[] = [
  {
    en: 'A young woman in a cream tunic and an emerald hijab, soft studio light',
    id: 'Perempuan muda bertunik krem dan hijab hijau zamrud, cahaya studio lembut',
  },
  {
    en: 'A man with short black hair and glasses in a navy suit, grey background',
    id: 'Pria berambut hitam pendek dan berkacamata, jas biru dongker, latar abu-abu',
  },
  {
    en: 'A woman with long wavy hair in a red dress, beige background',
    id: 'Perempuan berambut panjang bergelombang, gaun merah, latar krem',
  },
  {
    en: 'An older man with a grey beard in a white shirt, by the sea',
    id: 'Pria tua berjanggut putih, kemeja putih, di tepi pantai',
  },
];

/** What can be added to any sentence, unless it speaks of that already. */
const ADDITIONS: readonly { words: Words; unless: RegExp }[] = [
  { words: { en: 'soft studio light', id: 'cahaya studio lembut' }, unless: /light|cahaya/i },
  { words: { en: 'kind smile', id: 'senyum ramah' }, unless: /smil|senyum/i },
  {
    words: { en: 'arms crossed', id: 'tangan bersedekap' },
    unless: /\barms?\b|\bhands?\b|tangan|bersedekap/i,
  },
  { words: { en: 'round glasses', id: 'kacamata bulat' }, unless: /glasses|kacamata/i },
  {
    words: { en: 'beige background', id: 'latar krem' },
    unless: /background|backdrop|garden|sea|beach|sunset|latar|taman|pantai|senja/i,
  },
  {
    words: { en: 'in a garden', id: 'di taman' },
    unless: /background|backdrop|garden|sea|beach|sunset|latar|taman|pantai|senja/i,
  },
  {
    words: { en: 'batik shirt', id: 'kemeja batik' },
    unless: /shirt|dress|suit|tunic|kebaya|jacket|kemeja|gaun|jas|tunik|baju|kaos/i,
  },
  { words: { en: 'curly hair', id: 'rambut keriting' }, unless: /hair|hijab|bald|rambut|botak/i },
  {
    words: { en: 'green hijab', id: 'hijab hijau' },
    unless: /hair|hijab|beard|rambut|jilbab|\bman\b|pria/i,
  },
];

const SHOWN_MAX = 6;

export interface Suggestion {
  /** On the chip. */
  label: string;
  /** The whole of the words when it is taken. */
  prompt: string;
  isAddition: boolean;
}

/** Sentences to begin with while nothing is written; then what is not yet in it and still fits. */
export function suggestionsFor(prompt: string, language: Language): Suggestion[] {
  const written = prompt.trim();
  if (written === '') {
    return STARTERS.map((words) => ({
      label: words[language],
      prompt: words[language],
      isAddition: false,
    }));
  }
  return ADDITIONS.filter(({ unless }) => !unless.test(written))
    .map(({ words }) => ({
      label: words[language],
      prompt: joined(written, words[language]),
      isAddition: true,
    }))
    .filter((suggestion) => countCharacters(suggestion.prompt) <= PROMPT_MAX)
    .slice(0, SHOWN_MAX);
}

/** One comma between them, whatever the words end with. */
function joined(written: string, addition: string): string {
  return `${written.replace(/[\s,;.]+$/u, '')}, ${addition}`;
}
