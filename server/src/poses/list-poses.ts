import { Fault, type PageMeta, type PoseFacets, type PoseTemplate } from '@lumiku/contract';
import type { PoseIndex } from './pose-index.ts';
import type { ListPosesQuery } from './pose-query.ts';

/** One page of the gallery with the facets of its filter. @throws Fault CURSOR_INVALID (400) */
export function listPoses(
  index: PoseIndex,
  query: ListPosesQuery,
): { data: PoseTemplate[]; meta: PageMeta; facets: PoseFacets } {
  const { poses, facets } = index.match(query);
  const { limit, cursor } = query;
  const offset = cursor === undefined ? query.offset : placeAfter(poses, cursor);
  const data = poses.slice(offset, offset + limit);
  const hasMore = offset + data.length < poses.length;
  const last = data.at(-1);
  return {
    data,
    meta: {
      total: poses.length,
      limit,
      offset,
      hasMore,
      ...(hasMore && last ? { nextCursor: last.id } : {}),
    },
    facets,
  };
}

function placeAfter(poses: readonly PoseTemplate[], id: string): number {
  const at = poses.findIndex((pose) => pose.id === id);
  if (at >= 0) return at + 1;
  throw new Fault({
    code: 'CURSOR_INVALID',
    status: 400,
    message: 'This cursor does not belong to this filter.',
    fix: 'Use meta.nextCursor of the page before with the same filter, or leave the cursor out.',
  });
}
