import { useMe } from '@lumiku/app-kit/web';
import type { PictureSourceCard, SourcePicture } from '@lumiku/contract';
import { Dialog, EmptyState, ShowMore, Skeleton, useWords, Verdict } from '@lumiku/ui-kit';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Images, LoaderCircle } from 'lucide-react';
import { faultWords } from '../generations/fault-words.ts';
import { choosePhoto } from '../studio/chosen-photo.ts';
import { fetchPicture } from './fetch-picture.ts';
import { sourcePictures } from './picture-sources.ts';

const GRID = 'grid grid-cols-4 gap-x-3 gap-y-4 phone:grid-cols-3 phone:gap-x-2';

/** A collection another app lends, to choose one picture from. */
export function SourceDialog({
  source,
  onClose,
  onTaken,
}: {
  source: PictureSourceCard;
  onClose: () => void;
  onTaken: () => void;
}) {
  const { t } = useWords();
  const me = useMe();
  const list = useInfiniteQuery({
    queryKey: ['picture-sources', source.id],
    queryFn: ({ pageParam, signal }) => sourcePictures(source.id, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ meta }) => (meta.hasMore ? meta.nextCursor : undefined),
  });
  const take = useMutation({
    mutationFn: async (picture: SourcePicture) =>
      choosePhoto(await fetchPicture(picture.imageUrl, picture.title), me?.id ?? '', picture.ref),
    onSuccess() {
      onClose();
      onTaken();
    },
  });
  const pictures = list.data?.pages.flatMap((page) => page.data) ?? [];
  const thrown = take.error ?? list.error;
  const said = thrown === null ? null : faultWords(thrown, t);

  return (
    <Dialog isOpen onClose={onClose} title={t(source.label)} width={720}>
      {said !== null && (
        <Verdict kind="wrong" title={said.title} className="mb-4">
          {said.fix}
        </Verdict>
      )}
      {list.isPending && (
        <div className={GRID}>
          <span role="status" className="sr-only">
            {t({ en: 'Loading', id: 'Memuat' })}
          </span>
          {['a', 'b', 'c', 'd'].map((key) => (
            <Skeleton key={key} className="aspect-3/4" />
          ))}
        </div>
      )}
      {list.isSuccess && pictures.length === 0 && (
        <EmptyState icon={Images} title={t({ en: 'Nothing here yet', id: 'Belum ada apa-apa' })}>
          {t({
            en: 'Pictures you make and avatars you save appear here.',
            id: 'Gambar yang kamu buat dan avatar yang kamu simpan muncul di sini.',
          })}
        </EmptyState>
      )}
      <ul className={GRID}>
        {pictures.map((picture) => (
          <li key={picture.ref} className="min-w-0">
            <button
              type="button"
              disabled={take.isPending}
              onClick={() => take.mutate(picture)}
              className="group block w-full text-left focus-visible:rounded-m"
            >
              <span className="relative block aspect-3/4 overflow-hidden rounded-m bg-sunken">
                <img
                  src={picture.thumbnailUrl}
                  alt=""
                  loading="lazy"
                  decoding="async"
                  className="size-full object-cover object-[50%_15%] transition-[filter] quick group-hover:brightness-98"
                />
                {take.isPending && take.variables.ref === picture.ref && (
                  <span className="absolute inset-0 grid place-items-center bg-over text-over-ink">
                    <LoaderCircle aria-hidden className="size-6 motion-safe:animate-turn" />
                  </span>
                )}
              </span>
              <span className="mt-1.5 block truncate text-13 font-medium">{picture.title}</span>
            </button>
          </li>
        ))}
      </ul>
      <ShowMore pages={list} place="under" />
    </Dialog>
  );
}
