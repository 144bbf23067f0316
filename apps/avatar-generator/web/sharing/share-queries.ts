import { api } from '@lumiku/app-kit/web';
import { ShareLink } from '@lumiku/contract';
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { AVATAR_GENERATOR_PREFIX } from '../../contract.ts';
import { generationKeys } from '../generations/query-keys.ts';

const Shared = z.object({ data: ShareLink });
const MaybeShared = z.object({ data: ShareLink.nullable() });
const pathOf = (id: string) => `${AVATAR_GENERATOR_PREFIX}/generations/${id}/share`;

/** The link of a generation; null when it is not shared. */
export const shareQuery = (id: string) =>
  queryOptions({
    queryKey: generationKeys.share(id),
    queryFn: async ({ signal }) =>
      (await api.get(pathOf(id), { schema: MaybeShared, signal })).data,
  });

/** @param expiresInDays null: until it is taken back. */
export async function makeShare(id: string, expiresInDays: number | null): Promise<ShareLink> {
  return (await api.post(pathOf(id), { expiresInDays }, { schema: Shared })).data;
}

export async function takeBackShare(id: string): Promise<void> {
  await api.delete(pathOf(id), { schema: z.object({ message: z.string() }) });
}
