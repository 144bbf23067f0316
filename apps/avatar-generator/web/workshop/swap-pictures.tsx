import { Button, DropZone, PHOTO_TYPES, useFileIntake, useWords } from '@lumiku/ui-kit';
import { ImageUp, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useObjectUrl } from './use-object-url.ts';

/** The face, and the picture that gets it; either can be another file. */
export function SwapPictures({
  face,
  target,
  resultUrl,
  onFace,
  onTarget,
}: {
  face: File | null;
  /** Null: the finished picture at `resultUrl`. */
  target: File | null;
  resultUrl: string | null;
  onFace: (file: File) => void;
  /** Null: back to the finished picture. */
  onTarget: (file: File | null) => void;
}) {
  const { t } = useWords();
  const faceUrl = useObjectUrl(face);
  const targetUrl = useObjectUrl(target);
  const faces = useFileIntake({ accept: PHOTO_TYPES, onFile: onFace });
  const targets = useFileIntake({ accept: PHOTO_TYPES, onFile: onTarget });
  const other = t({ en: 'Another picture', id: 'Gambar lain' });
  return (
    <div className="grid grid-cols-2 gap-3">
      <Half title={t({ en: 'The face', id: 'Wajahnya' })}>
        {faceUrl === null ? (
          <DropZone
            title={t({ en: 'Drop a face here', id: 'Taruh wajah di sini' })}
            hint={t({ en: 'From the front, well lit', id: 'Dari depan, cukup terang' })}
            onFile={onFace}
            className="aspect-3/4 min-h-0 p-3! phone:aspect-auto"
          />
        ) : (
          <>
            <Picture src={faceUrl} alt={t({ en: 'The face', id: 'Wajahnya' })} />
            <Button size="s" icon={ImageUp} onClick={faces.openPicker}>
              {t({ en: 'Another face', id: 'Wajah lain' })}
            </Button>
          </>
        )}
      </Half>
      <Half title={t({ en: 'The picture that gets it', id: 'Gambar yang menerimanya' })}>
        <div {...targets.dropProps}>
          <Picture
            src={targetUrl ?? resultUrl}
            alt={t({ en: 'The picture that gets it', id: 'Gambar yang menerimanya' })}
          />
        </div>
        {target === null ? (
          <Button size="s" icon={ImageUp} onClick={targets.openPicker}>
            {other}
          </Button>
        ) : (
          <Button size="s" icon={Undo2} onClick={() => onTarget(null)}>
            {t({ en: 'My result again', id: 'Hasilku lagi' })}
          </Button>
        )}
      </Half>
    </div>
  );
}

function Half({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-2">
      <div aria-hidden className="text-13 font-medium">
        {title}
      </div>
      {children}
    </div>
  );
}

function Picture({ src, alt }: { src: string | null; alt: string }) {
  return (
    <img
      src={src ?? undefined}
      alt={alt}
      className="aspect-3/4 w-full rounded-m bg-sunken object-cover"
    />
  );
}
