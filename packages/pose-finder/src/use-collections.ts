import type { PoseCollection } from '@lumiku/contract';
import { useQuery } from '@tanstack/react-query';
import { poseApi } from './pose-api.ts';
import { poseKeys } from './pose-keys.ts';

/** A person's collections of poses. */
export function useCollections(): readonly PoseCollection[] {
  const { data = [] } = useQuery({
    queryKey: poseKeys.collections,
    queryFn: ({ signal }) => poseApi.collections(signal),
    staleTime: 60_000,
  });
  return data;
}
