import { engineName } from '@lumiku/app-kit/web';
import { useConsentFirst } from '@lumiku/photo-consent';
import { acceptPhoto, Button, Dialog, useWords, Verdict } from '@lumiku/ui-kit';
import { useNavigate } from '@tanstack/react-router';
import { ScanFace } from 'lucide-react';
import { useState } from 'react';
import { type Generation, PRICES } from '../../contract.ts';
import { useNewGeneration } from '../generations/use-new-generation.ts';
import { FaultVerdict } from '../result/generate-foot.tsx';
import { useWorkshop } from '../result/use-workshop.ts';
import { KeptFaces } from './kept-faces.tsx';
import { SwapPictures } from './swap-pictures.tsx';

/** A face of one's own on a finished picture, or on another one. */
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
  const consent = useConsentFirst();
  const making = useNewGeneration();
  const [face, setFace] = useState<File | null>(null);
  /** Null: the finished picture. */
  const [target, setTarget] = useState<File | null>(null);
  const [refusal, setRefusal] = useState<{ title: string; text: string } | null>(null);

  const take = async (file: File, put: (file: File) => void) => {
    const accepted = await acceptPhoto(file);
    if (accepted.ok) put(accepted.file);
    setRefusal(accepted.ok ? null : { title: t(accepted.title), text: t(accepted.text) });
  };
  const start = async () => {
    if (face === null) return;
    const made = await making.faceSwap({
      face,
      onto: target ?? generation.id,
    });
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
          onClick={() => consent.first(() => void start())}
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
        <SwapPictures
          face={face}
          target={target}
          resultUrl={generation.thumbnailUrl ?? generation.outputImageUrl}
          onFace={(file) => void take(file, setFace)}
          onTarget={(file) => (file === null ? setTarget(null) : void take(file, setTarget))}
        />
        {face === null && <KeptFaces onChosen={setFace} />}
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
      {consent.question}
    </Dialog>
  );
}
