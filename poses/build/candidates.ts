import { createHash } from 'node:crypto';
import type { LibraryBases } from '../read-library.ts';
import type { Action, ActionFile, Variation } from '../variation-parts.ts';
import type { VariedBase } from '../vary-pose.ts';

/** A variation that may be chosen, the likelier the higher its score. */
export interface Candidate {
  readonly id: string;
  readonly arms: Variation['arms'];
  readonly lean: string | undefined;
  readonly score: number;
}

const UPRIGHT_SCORE = 4;
/** Two arms that both do something rare look made up. */
const RANKS_TOGETHER = 4;
/** Actions that show this much draw the eye: two different ones at once are rarely wanted. */
const FEATURED = 2;
const ARMS_APART = 0.7;
const HANDS_APART = 0.3;

/** A number from 0 to 1 that is the same for the same text for ever. */
export function chanceOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
}

function isPossible(action: Action, base: VariedBase): boolean {
  const isOnWall = base.pose.spec.support === 'wall';
  return goesWith(action, base) && (!action.needsWall || isOnWall);
}

/** Whether a body that holds itself up like this one could do it, and would. */
function goesWith({ on, isCalm }: Pick<Action, 'on' | 'isCalm'>, base: VariedBase): boolean {
  return on.includes(base.posture) && !(isCalm && base.isMoving);
}

/** Whether the arms of a variation still make sense for its base: what was chosen before is asked again. */
export function suits(base: VariedBase, keys: Variation['arms'], parts: ActionFile): boolean {
  const [first, second] = keys;
  if (second !== undefined) {
    return keys.every((key) => {
      const action = parts.actions[key];
      return action !== undefined && isPossible(action, base);
    });
  }
  const pair = parts.pairs[first];
  return pair !== undefined && goesWith(pair, base);
}

type Named = readonly [key: string, action: Action];

function goTogether([left, a]: Named, [right, b]: Named): boolean {
  if (left === right) return !a.oneOnly;
  if (a.prop !== undefined && b.prop !== undefined) return false;
  if (a.onlyWith || b.onlyWith) {
    return (a.onlyWith?.includes(right) ?? true) && (b.onlyWith?.includes(left) ?? true);
  }
  return a.rank + b.rank >= RANKS_TOGETHER;
}

function holdsUp(base: VariedBase, ...arms: readonly Named[]): boolean {
  return base.posture !== 'reclined' || arms.some(([, action]) => action.does === 'on_support');
}

/** How common it is that two arms do these things at once. */
function rankTogether([left, a]: Named, [right, b]: Named): number {
  const rank = a.rank * b.rank;
  if (left === right || Math.min(a.shows, b.shows) < FEATURED) return rank;
  return rank * (a.noun === 'arm' && b.noun === 'arm' ? ARMS_APART : HANDS_APART);
}

/** What both arms of a base may do, with how common that is. */
function armsFor(base: VariedBase, parts: ActionFile): [Variation['arms'], rank: number][] {
  const possible = Object.entries(parts.actions).filter(([, action]) => isPossible(action, base));
  const found: [Variation['arms'], number][] = [];
  for (const left of possible) {
    for (const right of possible) {
      if (goTogether(left, right) && holdsUp(base, left, right))
        found.push([[left[0], right[0]], rankTogether(left, right)]);
    }
  }
  for (const [key, pair] of Object.entries(parts.pairs)) {
    if (goesWith(pair, base)) found.push([[key], pair.rank * 3]);
  }
  return found;
}

/** `Passé, knee up` becomes `passe-knee-up`. */
function slugOf(words: string): string {
  const plain = words.normalize('NFD').replaceAll(/[^a-z0-9 -]/gi, '');
  return plain.toLowerCase().replaceAll(/[ -]+/g, '-');
}

function idOf(base: string, arms: Variation['arms'], lean: string | undefined): string {
  const [first, second] = arms;
  const words = second === undefined || second === first ? [first] : [...arms].sort();
  const both = second === first ? ['both'] : [];
  return [base, ...(lean === undefined ? [] : [lean]), ...both, ...words].join('-');
}

/** All variations of a base that make sense, common ones first, in an order that never changes by itself. */
export function candidatesFor(base: VariedBase, { actions }: LibraryBases): Candidate[] {
  const leans: [string | undefined, number][] = [
    [undefined, UPRIGHT_SCORE],
    ...Object.entries(actions.leans).map(([key, lean]): [string, number] => [key, lean.rank]),
  ];
  const candidates = leans.flatMap(([lean, leanScore]) =>
    armsFor(base, actions).map(([arms, rank]): Candidate => {
      const id = idOf(slugOf(base.body.en), arms, lean);
      const score = rank * leanScore * (0.4 + chanceOf(`${id} ${arms.join(' ')}`));
      return { id, arms, lean, score };
    }),
  );
  return candidates.sort((a, b) => b.score - a.score);
}
