import { COLOURS, HAIR_COLOURS, SKIN_COLOURS } from './colours.ts';
import { ETHNICITIES } from './ethnicities.ts';
import type { Thing, Tint } from './thing.ts';
import { THINGS } from './things.ts';

export interface Phrase {
  words: readonly string[];
  /** `both`: said the same in both languages. */
  speech: 'en' | 'id' | 'both';
  things: Thing[];
  isColour: boolean;
}

/** In words these two are colours of whatever stands beside them; as an ethnicity they are only taken from the choice. */
const ONLY_COLOURS = new Set(['black', 'white']);
const PHRASES = buildPhrases();
const LONGEST_PHRASE = Math.max(...[...PHRASES.values()].map(({ words }) => words.length));

/** The longest known phrase that begins at `at`. */
export function longestPhrase(words: readonly string[], at: number): Phrase | null {
  for (let length = Math.min(LONGEST_PHRASE, words.length - at); length > 0; length -= 1) {
    const said = words.slice(at, at + length);
    const phrase = PHRASES.get(said.join(' ')) ?? PHRASES.get(plainForm(said.join(' ')));
    if (phrase) return { ...phrase, words: said };
  }
  return null;
}

/** Indonesian says "wearing a blazer" and "her blazer" in one word: `berblazer`, `blazernya`. */
function plainForm(text: string): string {
  return text.replace(/^ber/, '').replace(/nya$/, '');
}

/** The shade a colour word means on this thing: hair and skin have shades of their own. */
export function shadeOf(word: string, tint: Tint): string | undefined {
  const table =
    tint === 'hairColour' || tint === 'beardColour'
      ? HAIR_COLOURS
      : tint === 'skinColour'
        ? SKIN_COLOURS
        : COLOURS;
  return table.find((colour) => colour.en.includes(word) || colour.id.includes(word))?.hex;
}

function buildPhrases(): Map<string, Phrase> {
  const phrases = new Map<string, Phrase>();
  const add = (text: string, speech: 'en' | 'id', thing: Thing | null) => {
    const words = text.split(' ');
    const known: Phrase = phrases.get(text) ?? { words, speech, things: [], isColour: false };
    if (known.speech !== speech) known.speech = 'both';
    if (thing && !known.things.includes(thing)) known.things.push(thing);
    if (!thing) known.isColour = true;
    phrases.set(text, known);
  };
  const ethnic = ETHNICITIES.map((ethnicity): Thing => {
    const without = (names: readonly string[]) => names.filter((name) => !ONLY_COLOURS.has(name));
    return { en: without(ethnicity.en), id: without(ethnicity.id), ethnicity };
  });
  for (const thing of [...THINGS, ...ethnic]) {
    for (const text of thing.en) add(text, 'en', thing);
    for (const text of thing.id) add(text, 'id', thing);
  }
  for (const colour of [...COLOURS, ...HAIR_COLOURS, ...SKIN_COLOURS]) {
    for (const text of colour.en) add(text, 'en', null);
    for (const text of colour.id) add(text, 'id', null);
  }
  return phrases;
}
