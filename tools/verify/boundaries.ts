import { BOUNDARY_RULES, type BoundaryRule } from './boundary-rules.ts';
import { type Arrow, importGraph } from './import-graph.ts';

/** Imports that cross a boundary, and circles of imports. */
export async function crossedBoundaries(files: readonly string[]): Promise<string[]> {
  const arrows = await importGraph(files);
  const crossed = BOUNDARY_RULES.flatMap((rule) =>
    arrows
      .filter((arrow) => breaks(rule, arrow))
      .map((arrow) => `${arrow.from} imports ${arrow.to}.\n  ${rule.message}`),
  );
  return [...crossed, ...circles(arrows.filter((arrow) => !arrow.isType))];
}

export function breaks(rule: BoundaryRule, arrow: Arrow): boolean {
  const from = rule.from.exec(arrow.from);
  if (from === null || rule.except?.test(arrow.from) === true) return false;
  if (rule.typesMayCross === true && arrow.isType) return false;
  if (!rule.to.test(arrow.to)) return false;
  const mayReach = rule.mayReach?.replaceAll('$1', from[1] ?? '');
  return mayReach === undefined || !new RegExp(mayReach).test(arrow.to);
}

/** Each circle once, by a walk in depth that remembers where it came along. */
export function circles(arrows: readonly Arrow[]): string[] {
  const next = Map.groupBy(arrows, (arrow) => arrow.from);
  const done = new Set<string>();
  const found = new Map<string, string>();
  function walk(file: string, path: string[]): void {
    const start = path.indexOf(file);
    if (start >= 0) {
      const circle = path.slice(start);
      found.set(circle.toSorted().join(), [...circle, file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const arrow of next.get(file) ?? []) walk(arrow.to, [...path, file]);
    done.add(file);
  }
  for (const file of next.keys()) walk(file, []);
  return [...found.values()].map(
    (circle) =>
      `${circle}\n  These files need each other: they are one thing, or what both use belongs in a third.`,
  );
}
