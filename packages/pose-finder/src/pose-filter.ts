import { POSE_FACET_NAMES, type PoseFacet } from './pose-words.ts';

/** Which poses are looked through: the library, or some a person put aside. */
export type PoseShelfName =
  | { readonly kind: 'all' | 'mine' | 'favourites' | 'recent' }
  | { readonly kind: 'collection'; readonly id: string };

export type PoseFilter = Readonly<Partial<Record<PoseFacet, string>>> & { readonly q?: string };

export const noFilter: PoseFilter = {};

/** The query string of a filter, in one fixed order, so that the same filter is the same page to every cache. */
export function filterQuery(filter: PoseFilter, shelf?: PoseShelfName): URLSearchParams {
  const query = new URLSearchParams();
  const q = filter.q?.trim();
  if (q) query.set('q', q);
  for (const facet of POSE_FACET_NAMES) {
    const value = filter[facet];
    if (value !== undefined) query.set(facet, value);
  }
  if (shelf?.kind === 'collection') query.set('collection', shelf.id);
  else if (shelf && shelf.kind !== 'all') query.set(shelf.kind, 'true');
  return query;
}

/** Choosing a value that is already chosen takes it away. */
export function withFacet(filter: PoseFilter, facet: PoseFacet, value: string | null): PoseFilter {
  const { [facet]: chosen, ...rest } = filter;
  return value === null || chosen === value ? rest : { ...rest, [facet]: value };
}

/** How many facets besides the category are in force: the figure on the filter button. */
export function filtersInForce(filter: PoseFilter): number {
  return POSE_FACET_NAMES.filter((facet) => facet !== 'category' && filter[facet] !== undefined)
    .length;
}
