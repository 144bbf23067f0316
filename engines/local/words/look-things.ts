import {
  BEARD_NAMES,
  CLOTHES,
  CLOTHES_KEYS,
  GLASSES_NAMES,
  HAIR_NAMES,
  HEAD_COVER_NAMES,
  LOOK_CHOICES,
  type LookChoice,
  type LookName,
  MAKEUP_NAMES,
} from '@lumiku/contract';
import type { Thing, Tint } from './thing.ts';

/** What the figure can wear, by the words the look editor itself uses: a new choice of the contract can be said at once. */
export const LOOK_THINGS: readonly Thing[] = [
  ...named(HAIR_NAMES, (hairStyle) => ({ hairStyle }), 'hairColour'),
  ...named(HEAD_COVER_NAMES, (headCover) => ({ headCover }), 'coverColour', { headCover: 'none' }),
  ...named(GLASSES_NAMES, (glasses) => ({ glasses }), undefined, { glasses: 'none' }),
  ...named(BEARD_NAMES, (beard) => ({ beard }), 'beardColour', { beard: 'none' }),
  ...named(MAKEUP_NAMES, (makeup) => ({ makeup }), undefined, { makeup: 'none' }),
  ...LOOK_CHOICES.shoes.values.map((shoes): Thing => {
    const name = LOOK_CHOICES.shoes.names[shoes];
    return { en: [plain(name.en)], id: [plain(name.id)], set: { shoes } };
  }),
  ...CLOTHES_KEYS.map((clothes): Thing => {
    const { style, en, id } = CLOTHES[clothes];
    return { en: [plain(en)], id: [plain(id)], set: { clothes, outfit: style }, tint: 'topColour' };
  }),
];

/** Only names that stand alone: "Short" by itself could be anything. */
function named<Value extends string>(
  names: Readonly<Record<Value, LookName>>,
  set: (value: Value) => LookChoice,
  tint: Tint | undefined,
  without?: LookChoice,
): Thing[] {
  const things: Thing[] = [];
  for (const value of keysOf(names)) {
    const { phrase } = names[value];
    if (!phrase) continue;
    things.push({
      en: [plain(phrase.en)],
      id: [plain(phrase.id)],
      set: set(value),
      ...(tint === undefined ? {} : { tint }),
      ...(without === undefined ? {} : { without }),
    });
  }
  return things;
}

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  const keys: Key[] = [];
  for (const key in record) keys.push(key);
  return keys;
}

/** As the reader splits what people write: lower case, letters and digits, one space. */
function plain(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ');
}
