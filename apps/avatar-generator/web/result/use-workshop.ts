import { api } from '@lumiku/app-kit/web';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { AVATAR_GENERATOR_PREFIX, type Workshop, WorkshopAnswer } from '../../contract.ts';

const workshopQuery = queryOptions({
  queryKey: ['avatar-generator', 'workshop'],
  queryFn: async ({ signal }): Promise<Workshop> =>
    (await api.get(`${AVATAR_GENERATOR_PREFIX}/workshop`, { schema: WorkshopAnswer, signal })).data,
  staleTime: 60_000,
});

/** What this studio can make right now; undefined until it is known. */
export function useWorkshop(): Workshop | undefined {
  return useQuery(workshopQuery).data;
}
