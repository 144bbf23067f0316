import type { Environment } from './read-settings.ts';
import { engineGroups, settings } from './settings.ts';

/** A name of ours that nothing reads is most likely a typing error. */
export function unknownSettings(environment: Environment): string[] {
  const known = [
    ...Object.values(settings).flatMap((group) => Object.values(group)),
    ...engineGroups.flatMap(({ members }) => members),
  ].map((setting) => setting.env);
  return Object.keys(environment)
    .filter((name) => name.startsWith('LUMIKU_') && !known.includes(name))
    .map((name) => {
      const nearest = known.toSorted((a, b) => distance(a, name) - distance(b, name))[0] ?? '';
      return `${name} is set but is no setting of Lumiku. Did you mean ${nearest}?`;
    });
}

/** Levenshtein's distance between two words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
