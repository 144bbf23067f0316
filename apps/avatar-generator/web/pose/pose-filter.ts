import type { PoseFacet } from './pose-words.ts';

export type PoseFilter = Readonly<Partial<Record<PoseFacet, string>>> & { readonly q?: string };

export const noFilter: PoseFilter = {};

/** The query string of a filter, in one fixed order, so that the same filter is the same page to every cache. */
export function filterQuery(filter: PoseFilter): URLSearchParams {
  const query = new URLSearchParams();
  const q = filter.q?.trim();
  if (q) query.set('q', q);
  for (const facet of ['category', 'view', 'framing', 'gender'] as const) {
    const value = filter[facet];
    if (value !== undefined) query.set(facet, value);
  }
  return query;
}

/** Choosing a value that is already chosen takes it away. */
export function withFacet(filter: PoseFilter, facet: PoseFacet, value: string | null): PoseFilter {
  const { [facet]: chosen, ...rest } = filter;
  return value === null || chosen === value ? rest : { ...rest, [facet]: value };
}

/** How many facets besides the category are in force: the figure on the filter button. */
export function filtersInForce(filter: PoseFilter): number {
  return (['view', 'framing', 'gender'] as const).filter((facet) => filter[facet] !== undefined)
    .length;
}
