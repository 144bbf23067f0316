import { GlassBar, GlassButton, quarterTurn, useToasts, useWords } from '@lumiku/ui-kit';
import { Crop, ImageOff, RotateCw, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { type ChosenPhoto, clearPhoto } from '../studio/chosen-photo.ts';

const CropDialog = lazy(async () => ({
  default: (await import('./crop-dialog.tsx')).CropDialog,
}));

/** The photo at hand with its tools: crop, turn, put aside. */
export function PhotoFrame({
  photo,
  isOver,
  onEdited,
}: {
  photo: ChosenPhoto;
  isOver: boolean;
  onEdited: (file: File) => void;
}) {
  const { t } = useWords();
  const toasts = useToasts();
  const [isCropping, setCropping] = useState(false);
  const [unshownId, setUnshownId] = useState<string | null>(null);
  const isUnshown = unshownId === photo.id;

  const turn = async () => {
    try {
      onEdited(await quarterTurn(photo.file));
    } catch {
      toasts.say({
        tone: 'bad',
        words: t({
          en: 'This photo cannot be turned here',
          id: 'Foto ini tidak bisa diputar di sini',
        }),
        detail: t({
          en: 'This browser cannot read it. Save it as a JPEG and choose that.',
          id: 'Peramban ini tidak bisa membacanya. Simpan sebagai JPEG lalu pilih itu.',
        }),
      });
    }
  };

  return (
    <div className="relative aspect-4/5 overflow-hidden rounded-m bg-sunken phone:aspect-square tablet:aspect-square tablet:w-21 tablet:shrink-0">
      {isUnshown ? (
        <div className="grid size-full place-content-center justify-items-center gap-2 p-6 text-center text-13 text-ink-2">
          <ImageOff aria-hidden className="size-6" strokeWidth={1.75} />
          {t({
            en: 'This browser cannot show this kind of photo. It can still be used.',
            id: 'Peramban ini tidak bisa menampilkan foto jenis ini, tapi tetap bisa dipakai.',
          })}
        </div>
      ) : (
        <img
          src={photo.url}
          alt={t({ en: 'Your photo', id: 'Fotomu' })}
          onError={() => setUnshownId(photo.id)}
          className="size-full object-cover"
        />
      )}
      {isOver && (
        <div className="absolute inset-0 grid place-items-center bg-over text-15 font-semibold text-over-ink">
          {t({ en: 'Let go to replace', id: 'Lepas untuk mengganti' })}
        </div>
      )}
      <GlassBar
        label={t({ en: 'Photo tools', id: 'Alat foto' })}
        className="absolute bottom-2.5 left-1/2 -translate-x-1/2 tablet:hidden"
      >
        <GlassButton
          icon={Crop}
          label={t({ en: 'Crop', id: 'Potong' })}
          disabled={isUnshown}
          onClick={() => setCropping(true)}
        />
        <GlassButton
          icon={RotateCw}
          label={t({ en: 'Turn to the right', id: 'Putar ke kanan' })}
          disabled={isUnshown}
          onClick={() => void turn()}
        />
        <GlassButton
          icon={Trash2}
          label={t({ en: 'Remove the photo', id: 'Singkirkan foto' })}
          onClick={clearPhoto}
        />
      </GlassBar>
      {isCropping && (
        <Suspense>
          <CropDialog photo={photo} onClose={() => setCropping(false)} onCropped={onEdited} />
        </Suspense>
      )}
    </div>
  );
}
