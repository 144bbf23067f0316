import { Look, type LookChoice, type Words } from '@lumiku/contract';

/** Names of every choice a look has, in the order they are offered. */
export const LOOK_WORDS = {
  gender: {
    title: { en: 'Figure', id: 'Sosok' },
    values: {
      female: { en: 'Woman', id: 'Perempuan' },
      male: { en: 'Man', id: 'Laki-laki' },
      unisex: { en: 'Either', id: 'Netral' },
    },
  },
  ageRange: {
    title: { en: 'Age', id: 'Usia' },
    values: {
      young: { en: 'Young', id: 'Muda' },
      adult: { en: 'Adult', id: 'Dewasa' },
      mature: { en: 'Mature', id: 'Matang' },
    },
  },
  headCover: {
    title: { en: 'Head cover', id: 'Penutup kepala' },
    values: { none: { en: 'None', id: 'Tanpa' }, hijab: { en: 'Hijab', id: 'Hijab' } },
  },
  hairStyle: {
    title: { en: 'Hair', id: 'Rambut' },
    values: {
      bald: { en: 'Bald', id: 'Botak' },
      buzz: { en: 'Buzz cut', id: 'Cepak' },
      short: { en: 'Short', id: 'Pendek' },
      curly: { en: 'Curly', id: 'Keriting' },
      afro: { en: 'Afro', id: 'Afro' },
      bob: { en: 'Bob', id: 'Bob' },
      long: { en: 'Long', id: 'Panjang' },
      ponytail: { en: 'Ponytail', id: 'Kuncir' },
      bun: { en: 'Bun', id: 'Sanggul' },
    },
  },
  glasses: {
    title: { en: 'Glasses', id: 'Kacamata' },
    values: {
      none: { en: 'None', id: 'Tanpa' },
      round: { en: 'Round', id: 'Bulat' },
      square: { en: 'Square', id: 'Kotak' },
      sun: { en: 'Sunglasses', id: 'Kacamata hitam' },
    },
  },
  beard: {
    title: { en: 'Beard', id: 'Janggut' },
    values: {
      none: { en: 'None', id: 'Tanpa' },
      stubble: { en: 'Stubble', id: 'Tipis' },
      moustache: { en: 'Moustache', id: 'Kumis' },
      short: { en: 'Short', id: 'Pendek' },
      full: { en: 'Full', id: 'Lebat' },
    },
  },
  expression: {
    title: { en: 'Expression', id: 'Ekspresi' },
    values: {
      neutral: { en: 'Neutral', id: 'Netral' },
      smile: { en: 'Smile', id: 'Senyum' },
      laugh: { en: 'Laugh', id: 'Tertawa' },
      serious: { en: 'Serious', id: 'Serius' },
      surprised: { en: 'Surprised', id: 'Terkejut' },
      sad: { en: 'Sad', id: 'Sedih' },
    },
  },
  outfit: {
    title: { en: 'Outfit', id: 'Pakaian' },
    values: {
      casual: { en: 'Casual', id: 'Santai' },
      formal: { en: 'Formal', id: 'Formal' },
      sporty: { en: 'Sporty', id: 'Olahraga' },
      professional: { en: 'Work', id: 'Kerja' },
      traditional: { en: 'Traditional', id: 'Tradisional' },
      dress: { en: 'Dress', id: 'Gaun' },
    },
  },
} as const satisfies Record<string, { title: Words; values: Record<string, Words> }>;

export type ChoiceKey = keyof typeof LOOK_WORDS;
export const CHOICE_KEYS: readonly ChoiceKey[] = [
  'gender',
  'ageRange',
  'headCover',
  'hairStyle',
  'glasses',
  'beard',
  'expression',
  'outfit',
];

export const COLOUR_WORDS = {
  skinColour: { en: 'Skin', id: 'Kulit' },
  hairColour: { en: 'Hair colour', id: 'Warna rambut' },
  topColour: { en: 'Top', id: 'Atasan' },
  bottomColour: { en: 'Bottom', id: 'Bawahan' },
  accentColour: { en: 'Second colour', id: 'Warna kedua' },
} as const satisfies Partial<Record<keyof Look, Words>>;
export type ColourKey = keyof typeof COLOUR_WORDS;

/** Starting points for each colour; any other can be picked beside them. */
export const SWATCHES: Record<ColourKey, readonly string[]> = {
  skinColour: ['#f3d3bd', '#e5b691', '#cf9a6d', '#b07a4e', '#8a5a36', '#5c3a25'],
  hairColour: ['#1d1715', '#3b2a20', '#6a4528', '#a8743f', '#d9b46c', '#9a9793'],
  topColour: ['#f4f2ee', '#24232a', '#2f5d8a', '#0d7a84', '#a63d40', '#d7a13b'],
  bottomColour: ['#24232a', '#3a4a63', '#5f5a52', '#b9a88c', '#6b4d3a', '#f4f2ee'],
  accentColour: ['#0d7a84', '#6a3fdc', '#c9627a', '#d7a13b', '#2b8a3e', '#24232a'],
};

/** The values a choice of a look may have, from the contract itself. */
export function valuesOf(key: ChoiceKey): readonly string[] {
  return key === 'expression' ? Look.shape.expression.unwrap().options : Look.shape[key].options;
}

/** The look with one choice changed; what the contract does not know is left out. */
export function withChoice(look: LookChoice, key: keyof Look, value: unknown): LookChoice {
  return { ...look, ...parsed({ [key]: value }) };
}

function parsed(choice: Record<string, unknown>): LookChoice {
  const outcome = Look.partial().safeParse(choice);
  return outcome.success ? outcome.data : {};
}

/** A look in a few words, for the folded line: `Long hair · Round glasses · Casual`. */
export function lookSummary(look: LookChoice, t: (words: Words) => string): string {
  const parts: string[] = [];
  if (look.headCover === 'hijab') parts.push(t(LOOK_WORDS.headCover.values.hijab));
  else if (look.hairStyle) parts.push(t(hairPhrase[look.hairStyle]));
  if (look.glasses && look.glasses !== 'none') parts.push(t(glassesPhrase[look.glasses]));
  if (look.beard && look.beard !== 'none') parts.push(t(beardPhrase[look.beard]));
  if (look.outfit) parts.push(t(LOOK_WORDS.outfit.values[look.outfit]));
  return parts.join(' · ');
}

const hairPhrase: Record<Look['hairStyle'], Words> = {
  bald: { en: 'No hair', id: 'Tanpa rambut' },
  buzz: { en: 'Buzz cut', id: 'Rambut cepak' },
  short: { en: 'Short hair', id: 'Rambut pendek' },
  curly: { en: 'Curly hair', id: 'Rambut keriting' },
  afro: { en: 'Afro', id: 'Rambut afro' },
  bob: { en: 'Bob', id: 'Rambut bob' },
  long: { en: 'Long hair', id: 'Rambut panjang' },
  ponytail: { en: 'Ponytail', id: 'Rambut kuncir' },
  bun: { en: 'Bun', id: 'Sanggul' },
};
const glassesPhrase: Record<Exclude<Look['glasses'], 'none'>, Words> = {
  round: { en: 'Round glasses', id: 'Kacamata bulat' },
  square: { en: 'Square glasses', id: 'Kacamata kotak' },
  sun: { en: 'Sunglasses', id: 'Kacamata hitam' },
};
const beardPhrase: Record<Exclude<Look['beard'], 'none'>, Words> = {
  stubble: { en: 'Stubble', id: 'Janggut tipis' },
  moustache: { en: 'Moustache', id: 'Kumis' },
  short: { en: 'Short beard', id: 'Janggut pendek' },
  full: { en: 'Full beard', id: 'Janggut lebat' },
};
