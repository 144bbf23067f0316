import { useMe } from '@lumiku/app-kit/web';
import { useWords } from '@lumiku/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { listKeptPhotos } from '../photo/kept-photos.ts';
import { useObjectUrl } from './use-object-url.ts';

/** Photos used before on this device. */
export function KeptFaces({ onChosen }: { onChosen: (file: File) => void }) {
  const { t } = useWords();
  const userId = useMe()?.id ?? '';
  const kept = useQuery({
    queryKey: ['avatar-generator', 'kept-faces', userId],
    queryFn: () => listKeptPhotos(userId),
    enabled: userId !== '',
  });
  if (!kept.data || kept.data.length === 0) return null;
  return (
    <div>
      <div className="mb-2 text-13 font-medium">
        {t({ en: 'Recent photos', id: 'Foto terakhir' })}
      </div>
      <div className="flex gap-2">
        {kept.data.slice(0, 5).map((photo) => (
          <KeptFace
            key={photo.id}
            blob={photo.blob}
            onChosen={() => onChosen(new File([photo.blob], photo.name, { type: photo.blob.type }))}
          />
        ))}
      </div>
    </div>
  );
}

function KeptFace({ blob, onChosen }: { blob: Blob; onChosen: () => void }) {
  const { t } = useWords();
  const url = useObjectUrl(blob);
  return (
    <button
      type="button"
      onClick={onChosen}
      aria-label={t({ en: 'Use this photo', id: 'Pakai foto ini' })}
      className="size-14 cursor-pointer overflow-hidden rounded-control bg-sunken"
    >
      {url !== null && <img src={url} alt="" className="size-full object-cover" />}
    </button>
  );
}
