import type { PoseIndex } from './pose-index.ts';

/** How many poses there are of each kind. */
export function poseStats(index: PoseIndex) {
  const { facets } = index.match({});
  return {
    total: index.size,
    byCategory: facets.category ?? {},
    byGender: facets.gender ?? {},
    byView: facets.view ?? {},
    byFraming: facets.framing ?? {},
  };
}
