import { engineName, useMe } from '@lumiku/app-kit/web';
import { acceptPhoto, Button, Dialog, DropZone, useWords, Verdict } from '@lumiku/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ScanFace } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { type Generation, PRICES } from '../../contract.ts';
import { ConsentDialog } from '../consent/consent-dialog.tsx';
import { useConsent } from '../consent/use-consent.ts';
import { useNewGeneration } from '../generations/use-new-generation.ts';
import { listKeptPhotos } from '../photo/kept-photos.ts';
import { FaultVerdict } from '../result/generate-foot.tsx';
import { useWorkshop } from '../result/use-workshop.ts';

/** A face of one's own on a finished picture. */
export function FaceSwapDialog({
  generation,
  onClose,
}: {
  generation: Generation;
  onClose: () => void;
}) {
  const { t } = useWords();
  const navigate = useNavigate();
  const swap = useWorkshop()?.faceSwap;
  const { consent } = useConsent();
  const making = useNewGeneration();
  const [face, setFace] = useState<File | null>(null);
  const [refusal, setRefusal] = useState<{ title: string; text: string } | null>(null);
  const [isAsking, setAsking] = useState(false);
  const url = useObjectUrl(face);

  const take = async (file: File) => {
    const accepted = await acceptPhoto(file);
    if (accepted.ok) setFace(accepted.file);
    setRefusal(accepted.ok ? null : { title: t(accepted.title), text: t(accepted.text) });
  };
  const start = async () => {
    if (face === null) return;
    const made = await making.faceSwap({ face, generationId: generation.id });
    if (made === null) return;
    onClose();
    await navigate({ to: '/generations/$id', params: { id: made.id } });
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      width={520}
      title={t({ en: 'Swap the face', id: 'Tukar wajah' })}
      footer={
        <Button
          kind="primary"
          size="l"
          icon={ScanFace}
          price={PRICES.faceSwap}
          isBusy={making.isSending}
          disabled={!swap || face === null}
          onClick={() => (consent?.isGiven ? void start() : setAsking(true))}
        >
          {t({ en: 'Swap the face', id: 'Tukar wajah' })}
        </Button>
      }
    >
      <div className="grid gap-4">
        {swap === null && (
          <Verdict
            kind="doubtful"
            title={t({
              en: 'No engine here swaps faces right now',
              id: 'Belum ada mesin yang bisa menukar wajah',
            })}
          >
            {t({
              en: 'Whoever runs this studio can add one.',
              id: 'Pengelola studio ini bisa menambahkannya.',
            })}
          </Verdict>
        )}
        <div className="grid grid-cols-2 gap-3">
          {url === null ? (
            <DropZone
              title={t({ en: 'The face', id: 'Wajahnya' })}
              hint={t({ en: 'A clear photo from the front', id: 'Foto jelas dari depan' })}
              onFile={(file) => void take(file)}
              className="aspect-3/4 min-h-0 p-3!"
            />
          ) : (
            <button type="button" onClick={() => setFace(null)} className="cursor-pointer">
              <img
                src={url}
                alt={t({ en: 'The face; press to replace', id: 'Wajahnya; tekan untuk mengganti' })}
                className="aspect-3/4 w-full rounded-m object-cover"
              />
            </button>
          )}
          <img
            src={generation.thumbnailUrl ?? generation.outputImageUrl ?? undefined}
            alt={t({ en: 'The picture that gets it', id: 'Gambar yang menerimanya' })}
            className="aspect-3/4 w-full rounded-m object-cover"
          />
        </div>
        {url === null && <KeptFaces onChosen={setFace} />}
        {refusal !== null && (
          <Verdict kind="wrong" title={refusal.title}>
            {refusal.text}
          </Verdict>
        )}
        {swap && (
          <p className="text-13 text-ink-3">
            {t({ en: 'Made with', id: 'Dibuat dengan' })} {t(engineName(swap.engine))}.{' '}
            {t({
              en: 'Where it would look wrong it says so, and costs nothing.',
              id: 'Bila hasilnya akan janggal, dikatakan apa adanya, tanpa bayar.',
            })}
          </p>
        )}
        <FaultVerdict fault={making.fault} />
      </div>
      <ConsentDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onAgreed={() => {
          setAsking(false);
          void start();
        }}
      />
    </Dialog>
  );
}

/** Photos used before on this device. */
function KeptFaces({ onChosen }: { onChosen: (file: File) => void }) {
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

/** An address of a file in this page, given back when it is no longer shown. */
function useObjectUrl(blob: Blob | null): string | null {
  const url = useMemo(() => (blob === null ? null : URL.createObjectURL(blob)), [blob]);
  useEffect(
    () => () => {
      if (url !== null) URL.revokeObjectURL(url);
    },
    [url],
  );
  return url;
}
