import { useMe } from '@lumiku/app-kit/web';
import { classNames, useWords } from '@lumiku/ui-kit';
import { useEffect, useState } from 'react';
import { showKeptPhoto, useChosenPhoto } from '../studio/chosen-photo.ts';
import { listKeptPhotos } from './kept-photos.ts';

interface Shown {
  id: string;
  name: string;
  url: string;
}

/** Photos used before on this device, one press away. Nothing is shown while there are none. */
export function RecentPhotos({
  currentId,
  onTaken,
}: {
  currentId: string | null;
  onTaken: () => void;
}) {
  const { t } = useWords();
  const me = useMe();
  const recent = useKeptPhotos(me?.id ?? null);
  if (me === null || recent.length === 0) return null;
  return (
    <section className="mt-4 tablet:hidden" aria-labelledby="recent-photos">
      <h3 id="recent-photos" className="mb-2 text-13 font-medium">
        {t({ en: 'Recent photos', id: 'Foto terakhir' })}
      </h3>
      <div className="grid grid-cols-4 gap-2 phone:grid-cols-5">
        {recent.slice(0, 5).map((photo, index) => (
          <button
            key={photo.id}
            type="button"
            aria-pressed={photo.id === currentId}
            aria-label={`${t({ en: 'Use', id: 'Pakai' })} ${photo.name}`}
            onClick={() =>
              void showKeptPhoto(photo.id, me.id).then((isThere) => isThere && onTaken())
            }
            className={classNames(
              'aspect-square overflow-hidden rounded-control bg-sunken',
              photo.id === currentId && 'shadow-[0_0_0_2px_var(--surface),0_0_0_4px_var(--accent)]',
              index === 4 && 'wide:hidden',
            )}
          >
            <img src={photo.url} alt="" className="size-full object-cover" />
          </button>
        ))}
      </div>
    </section>
  );
}

/** The kept photos with a URL each, given back to the browser when they go. */
function useKeptPhotos(userId: string | null): readonly Shown[] {
  const keptAt = useChosenPhoto((state) => state.keptAt);
  const [shown, setShown] = useState<readonly Shown[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `keptAt` says that the kept ones changed
  useEffect(() => {
    if (userId === null) return;
    let urls: string[] = [];
    let isGone = false;
    void listKeptPhotos(userId).then((kept) => {
      if (isGone) return;
      const next = kept.map((photo) => ({
        id: photo.id,
        name: photo.name,
        url: URL.createObjectURL(photo.blob),
      }));
      urls = next.map((photo) => photo.url);
      setShown(next);
    });
    return () => {
      isGone = true;
      for (const url of urls) URL.revokeObjectURL(url);
    };
  }, [userId, keptAt]);
  return shown;
}
