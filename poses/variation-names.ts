import type { Words } from '@lumiku/contract';
import type { Action, ActionFile, ArmPair } from './variation-parts.ts';

/** What the arms of a variation do: each its own action, or one thing together. */
export type ArmsChoice =
  | { readonly left: Action; readonly right: Action }
  | { readonly together: ArmPair };

/** The action a person would name first, then the other. */
export function inOrder({ left, right }: { left: Action; right: Action }): [Action, Action] {
  return right.shows > left.shows ? [right, left] : [left, right];
}

function armsInWords(arms: ArmsChoice, nouns: ActionFile['nouns']): Words {
  if ('together' in arms) return arms.together.names;
  const [first, second] = inOrder(arms);
  const noun = nouns[first.noun];
  const otherNoun = nouns[second.noun];
  if (!noun || !otherNoun) throw new Error(`No noun "${first.noun}" or "${second.noun}".`);
  if (first === second) {
    return {
      en: `both ${noun.enBoth} ${first.names.enBoth ?? first.names.en}`,
      id: `kedua ${noun.id} ${first.names.id}`,
    };
  }
  const one = { en: `one ${noun.en} ${first.names.en}`, id: `satu ${noun.id} ${first.names.id}` };
  if (second.shows === 0) return one;
  const isSame = first.noun === second.noun;
  return {
    en: `${one.en}, the other ${isSame ? '' : `${otherNoun.en} `}${second.names.en}`,
    id: `${one.id}, ${isSame ? 'satunya' : `${otherNoun.id} lain`} ${second.names.id}`,
  };
}

/** Names of a variation in both languages: what the body does, how it leans, what the arms do. */
export function variationNames(
  body: Words,
  lean: Words | undefined,
  arms: ArmsChoice,
  nouns: ActionFile['nouns'],
): Words {
  const words = armsInWords(arms, nouns);
  return {
    en: `${body.en}${lean ? `, ${lean.en}` : ''}: ${words.en}`,
    id: `${body.id}${lean ? `, ${lean.id}` : ''}: ${words.id}`,
  };
}
