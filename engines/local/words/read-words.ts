import type { LookChoice } from '@lumiku/contract';
import type { Ethnicity } from './ethnicities.ts';
import { FILLERS, NEGATIONS } from './fillers.ts';
import type { Gesture, Thing, Tint } from './thing.ts';
import { longestPhrase, shadeOf } from './vocabulary.ts';

/** What could be read from a person's own words, and which of their words could not. */
export interface ReadWords {
  look: LookChoice;
  /** What their words suggest where neither words nor choices say it: a shirt, an office. */
  hint: LookChoice;
  gesture: Gesture | null;
  ethnicity: Ethnicity | null;
  /** `#rrggbb`, when a place or a background was named. */
  backdrop: string | null;
  /** Words that mean something but that this engine cannot draw, in the order they were said. */
  unread: string[];
}

interface Token {
  text: string;
  speech: 'en' | 'id' | 'both';
  things: readonly Thing[];
  isColour: boolean;
  isNegated: boolean;
  /** A comma or a full stop stands before it: colours do not reach over it. */
  isParted: boolean;
  isTinted: boolean;
  /** Nothing of it could be drawn. */
  isUnread: boolean;
}

/** Shapes of hair that stand apart from the word for it: "long black hair", "rambut hitam panjang". */
const HAIR_SHAPES: Readonly<Record<string, LookChoice>> = {
  long: { hairStyle: 'long' },
  wavy: { hairStyle: 'long_wavy' },
  straight: { hairStyle: 'long' },
  short: { hairStyle: 'short' },
  panjang: { hairStyle: 'long' },
  lurus: { hairStyle: 'long' },
  bergelombang: { hairStyle: 'long_wavy' },
  pendek: { hairStyle: 'short' },
  sebahu: { hairStyle: 'lob' },
};
const HAIR_NAMES = new Set(['hair', 'haired', 'rambut', 'berambut', 'rambutnya']);
const HAIR_REACH = 3;
/** Words of cut, cloth or pattern that may stand between a colour and its thing: "mustard striped cotton shirt". */
const COLOUR_REACH = 2;

/**
 * Reads a prompt in English or Indonesian with a fixed vocabulary: longest phrases first, then colours are given to
 * the thing they stand beside (English before it, Indonesian after it). Later words win over earlier ones.
 */
export function readWords(prompt: string): ReadWords {
  const tokens = tokenise(prompt);
  const nothing = { gesture: null, ethnicity: null, backdrop: null };
  const read: ReadWords = { look: {}, hint: {}, ...nothing, unread: [] };
  for (const token of tokens) nameThings(token, read);
  tokens.forEach((token, at) => {
    if (token.isColour) token.isUnread = !paint(tokens, at, read) && token.things.length === 0;
  });
  const unread = tokens.filter((token) => token.isUnread && !FILLERS.has(token.text));
  return { ...read, unread: [...new Set(unread.map((token) => token.text))] };
}

function nameThings(token: Token, read: ReadWords): void {
  for (const thing of token.things) {
    if (token.isNegated) {
      Object.assign(read.look, thing.without);
      continue;
    }
    Object.assign(read.look, thing.set);
    Object.assign(read.hint, thing.hint);
    if (thing.isUndrawn) token.isUnread = true;
    if (thing.gesture) read.gesture = thing.gesture;
    if (thing.ethnicity) read.ethnicity = thing.ethnicity;
    if (thing.colour && thing.tint === 'backdrop') read.backdrop = thing.colour;
  }
}

/** @returns whether the colour found something to colour. */
function paint(tokens: readonly Token[], at: number, read: ReadWords): boolean {
  const thing = tintedNeighbour(tokens, at);
  if (!thing) return false;
  let isUsed = false;
  for (const { tint } of thing.things) {
    const shade = tint && shadeOf(tokens[at]?.text ?? '', tint);
    if (!tint || !shade) continue;
    giveColour(read, tint, shade);
    isUsed = true;
  }
  return isUsed;
}

/** "blue shirt" colours what follows, "kemeja biru" what came before; each thing takes one colour. */
function tintedNeighbour(tokens: readonly Token[], at: number): Token | null {
  const before = neighbour(tokens, at, -1);
  const after = neighbour(tokens, at, 1);
  const takesBefore = canTake(before) && (before.speech !== 'en' || !canTake(after));
  const takesAfter = canTake(after) && (after.speech !== 'id' || !canTake(before));
  const isIndonesian = before?.speech === 'id' || tokens[at]?.speech === 'id';
  const chosen = takesBefore && (isIndonesian || !takesAfter) ? before : takesAfter ? after : null;
  if (chosen) chosen.isTinted = true;
  return chosen;
}

/** The next word of the same part of the sentence that is a thing or a colour, one way or the other. */
function neighbour(tokens: readonly Token[], at: number, way: 1 | -1): Token | undefined {
  for (let steps = 1; steps <= COLOUR_REACH + 1; steps += 1) {
    const token = tokens[at + way * steps];
    const border = way === 1 ? token : tokens[at - steps + 1];
    if (!token || border?.isParted) return undefined;
    if (token.isColour || token.things.length > 0) return token;
  }
  return undefined;
}

function canTake(token: Token | undefined): token is Token {
  return (
    token !== undefined &&
    !token.isTinted &&
    !token.isNegated &&
    token.things.some((thing) => thing.tint)
  );
}

function giveColour(read: ReadWords, tint: Tint, shade: string): void {
  if (tint === 'backdrop') read.backdrop = shade;
  else if (tint === 'beardColour') read.look.hairColour ??= shade;
  else if (tint === 'dress') Object.assign(read.look, { topColour: shade, bottomColour: shade });
  else read.look[tint] = shade;
}

function tokenise(prompt: string): Token[] {
  const plain = prompt.normalize('NFKC').toLowerCase();
  const found = [...plain.matchAll(/([,.;:\n]?)[^\p{L}\p{M}\p{N},.;:\n]*([\p{L}\p{M}\p{N}]+)/gu)];
  const words = found.map(([, , word = '']) => word);
  const tokens: Token[] = [];
  let isNegated = false;
  let isParted = false;
  for (let at = 0; at < words.length; ) {
    isParted ||= found[at]?.[1] !== '';
    const word = words[at] ?? '';
    const phrase = longestPhrase(words, at);
    const shape = phrase ? undefined : hairShape(words, at);
    const begun = { isNegated, isParted, isTinted: false, isUnread: false };
    at += phrase?.words.length ?? 1;
    if (phrase) {
      const { speech, things, isColour } = phrase;
      tokens.push({ ...begun, text: phrase.words.join(' '), speech, things, isColour });
    } else if (shape) {
      const things = [{ en: [], id: [], set: shape }];
      // Before the noun it would stand between the noun and its colour: it takes no place in the line of neighbours.
      tokens.unshift({ ...begun, text: word, speech: 'both', things, isColour: false });
    } else if (NEGATIONS.has(word)) {
      isNegated = true;
      continue;
    } else if (FILLERS.has(word)) continue;
    else {
      const nothing = { speech: 'both' as const, things: [], isColour: false };
      tokens.push({ ...begun, ...nothing, text: word, isUnread: true });
    }
    isNegated = false;
    if (!shape) isParted = false;
  }
  return tokens;
}

function hairShape(words: readonly string[], at: number): LookChoice | undefined {
  const shape = HAIR_SHAPES[words[at] ?? ''];
  const around = words.slice(Math.max(0, at - HAIR_REACH), at + HAIR_REACH + 1);
  return shape && around.some((word) => HAIR_NAMES.has(word)) ? shape : undefined;
}
