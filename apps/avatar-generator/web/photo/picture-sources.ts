import { api } from '@lumiku/app-kit/web';
import { PictureSourcesAnswer, type SourcePicture, SourcePicturesAnswer } from '@lumiku/contract';
import { queryOptions } from '@tanstack/react-query';

const PAGE_SIZE = 48;

/** Collections of pictures that other apps lend, e.g. avatars. */
export const pictureSourcesQuery = queryOptions({
  queryKey: ['picture-sources'],
  queryFn: async ({ signal }) =>
    (await api.get('/api/picture-sources', { schema: PictureSourcesAnswer, signal })).data,
  staleTime: 5 * 60_000,
});

/** One page of a collection, newest first. */
export function sourcePictures(
  sourceId: string,
  cursor: string | undefined,
  signal?: AbortSignal,
): Promise<SourcePicturesAnswer> {
  return api.get(`/api/picture-sources/${encodeURIComponent(sourceId)}`, {
    schema: SourcePicturesAnswer,
    signal,
    query: { limit: PAGE_SIZE, cursor },
  });
}

/** The picture of that name, `<app>:<source>:<id>`; null when its collection no longer has it. */
export async function findSourcePicture(ref: string): Promise<SourcePicture | null> {
  const sourceId = ref.split(':').slice(0, 2).join(':');
  let cursor: string | undefined;
  do {
    const { data, meta } = await sourcePictures(sourceId, cursor);
    const found = data.find((picture) => picture.ref === ref);
    if (found !== undefined) return found;
    cursor = meta.hasMore ? meta.nextCursor : undefined;
  } while (cursor !== undefined);
  return null;
}
