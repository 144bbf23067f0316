import {
  BEARD_NAMES,
  CLOTHES,
  GLASSES_NAMES,
  HAIR_NAMES,
  HEAD_COVER_NAMES,
  LOOK_CHOICES,
  Look,
  type LookChoice,
  type LookChoiceKey,
  type LookColourKey,
  type LookName,
  OUTFIT_NAMES,
  type Words,
} from '@lumiku/contract';

/** Names of every choice a look has, in the order they are offered. */
export const LOOK_WORDS = LOOK_CHOICES;
export type ChoiceKey = Exclude<LookChoiceKey, 'clothes'>;
export type ColourKey = LookColourKey;

/** The values a choice of a look may have, from the contract itself. */
export const valuesOf = (key: ChoiceKey): readonly string[] => LOOK_CHOICES[key].values;

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
  const parts: Words[] = [];
  const say = (name: LookName) => parts.push(name.phrase ?? name);
  if (look.headCover && look.headCover !== 'none') say(HEAD_COVER_NAMES[look.headCover]);
  else if (look.hairStyle) say(HAIR_NAMES[look.hairStyle]);
  if (look.glasses && look.glasses !== 'none') say(GLASSES_NAMES[look.glasses]);
  if (look.beard && look.beard !== 'none') say(BEARD_NAMES[look.beard]);
  if (look.clothes) say(CLOTHES[look.clothes]);
  else if (look.outfit) say(OUTFIT_NAMES[look.outfit]);
  return parts.map(t).join(' · ');
}
