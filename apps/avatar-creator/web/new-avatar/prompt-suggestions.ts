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

/** What can be added to any sentence. */
const ADDITIONS: readonly Words[] = [
  { en: 'soft studio light', id: 'cahaya studio lembut' },
  { en: 'kind smile', id: 'senyum ramah' },
  { en: 'arms crossed', id: 'tangan bersedekap' },
  { en: 'round glasses', id: 'kacamata bulat' },
  { en: 'batik shirt', id: 'kemeja batik' },
  { en: 'green hijab', id: 'hijab hijau' },
  { en: 'curly hair', id: 'rambut keriting' },
  { en: 'beige background', id: 'latar krem' },
  { en: 'in a garden', id: 'di taman' },
  { en: 'at sunset', id: 'saat senja' },
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
  const known = written.toLowerCase();
  return ADDITIONS.filter((words) => !known.includes(words[language].toLowerCase()))
    .map((words) => ({
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
