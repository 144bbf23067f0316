import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { poseApi } from './pose-api.ts';
import { poseKeys } from './pose-keys.ts';

/** The poses a person likes; a press shows at once and is taken back when the server refuses. */
export function useFavourites(): {
  ids: readonly string[];
  toggle: (poseId: string) => void;
} {
  const client = useQueryClient();
  const { data: ids = [] } = useQuery({
    queryKey: poseKeys.favourites,
    queryFn: ({ signal }) => poseApi.favourites(signal),
    staleTime: 60_000,
  });
  const { mutate } = useMutation({
    mutationFn: ({ id, isFavourite }: { id: string; isFavourite: boolean }) =>
      poseApi.setFavourite(id, isFavourite),
    onMutate: async ({ id, isFavourite }) => {
      await client.cancelQueries({ queryKey: poseKeys.favourites });
      client.setQueryData<string[]>(poseKeys.favourites, (before = []) => {
        const others = before.filter((other) => other !== id);
        return isFavourite ? [id, ...others] : others;
      });
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: poseKeys.favourites }),
        client.invalidateQueries({
          queryKey: poseKeys.pages,
          predicate: ({ queryKey }) => String(queryKey[2]).includes('favourites=true'),
        }),
      ]),
  });
  const toggle = useCallback(
    (id: string) => {
      const now = client.getQueryData<string[]>(poseKeys.favourites) ?? [];
      mutate({ id, isFavourite: !now.includes(id) });
    },
    [client, mutate],
  );
  return { ids, toggle };
}
