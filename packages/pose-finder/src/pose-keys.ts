/** Names under which poses are kept in the page; `all` is everything about them. */
export const poseKeys = {
  all: ['poses'] as const,
  pages: ['poses', 'page'] as const,
  page: (query: string, page: number) => ['poses', 'page', query, page] as const,
  one: (id: string) => ['poses', 'one', id] as const,
  joints: (id: string, side: string) => ['poses', 'joints', id, side] as const,
  similar: (id: string) => ['poses', 'similar', id] as const,
  search: (skeleton: string) => ['poses', 'search', skeleton] as const,
  favourites: ['poses', 'favourites'] as const,
  collections: ['poses', 'collections'] as const,
};
