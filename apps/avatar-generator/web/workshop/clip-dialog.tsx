import { engineName } from '@lumiku/app-kit/web';
import { useConsentFirst } from '@lumiku/photo-consent';
import { Button, ChipChoice, Dialog, Slider, useWords, Verdict } from '@lumiku/ui-kit';
import { useNavigate } from '@tanstack/react-router';
import { Clapperboard } from 'lucide-react';
import { useState } from 'react';
import { CLIP_SECONDS, type ClipMove, type Generation, PRICES } from '../../contract.ts';
import { useNewGeneration } from '../generations/use-new-generation.ts';
import { FaultVerdict } from '../result/generate-foot.tsx';
import { useWorkshop } from '../result/use-workshop.ts';
import { clipMoveWords } from './clip-words.ts';

/** A finished picture becomes a clip: which move, how long, and what it costs. */
export function ClipDialog({
  generation,
  onClose,
}: {
  generation: Generation;
  onClose: () => void;
}) {
  const { t, duration } = useWords();
  const navigate = useNavigate();
  const clip = useWorkshop()?.clip;
  const consent = useConsentFirst();
  const making = useNewGeneration();
  const [move, setMove] = useState<ClipMove>('turn');
  const [wishedSeconds, setSeconds] = useState<number>(CLIP_SECONDS.usual);
  const longest = clip?.secondsMax ?? CLIP_SECONDS.usual;
  const seconds = Math.min(wishedSeconds, longest);

  const start = async () => {
    const made = await making.clip({ generationId: generation.id, move, seconds });
    if (made === null) return;
    onClose();
    await navigate({ to: '/generations/$id', params: { id: made.id } });
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      width={480}
      title={t({ en: 'Make a clip', id: 'Buat klip' })}
      footer={
        <Button
          kind="primary"
          size="l"
          icon={Clapperboard}
          price={PRICES.clip}
          isBusy={making.isSending}
          disabled={!clip}
          onClick={() => consent.first(() => void start())}
        >
          {t({ en: 'Make the clip', id: 'Buat klip' })}
        </Button>
      }
    >
      <div className="grid gap-5">
        {generation.thumbnailUrl !== null && (
          <img
            src={generation.thumbnailUrl}
            alt=""
            className="mx-auto max-h-56 rounded-m shadow-1"
          />
        )}
        {clip === null && (
          <Verdict
            kind="doubtful"
            title={t({
              en: 'No engine here makes clips right now',
              id: 'Belum ada mesin yang bisa membuat klip',
            })}
          >
            {t({
              en: 'Whoever runs this studio can add one.',
              id: 'Pengelola studio ini bisa menambahkannya.',
            })}
          </Verdict>
        )}
        {clip && (
          <>
            <div>
              <div aria-hidden className="mb-2 text-13 font-medium">
                {t({ en: 'Move', id: 'Gerakan' })}
              </div>
              <ChipChoice
                label={t({ en: 'Move', id: 'Gerakan' })}
                value={move}
                options={clip.moves.map((value) => ({ value, label: t(clipMoveWords(value)) }))}
                onChange={setMove}
              />
            </div>
            <Slider
              label={t({ en: 'Length', id: 'Panjang' })}
              value={seconds}
              min={CLIP_SECONDS.min}
              max={longest}
              step={1}
              format={(value) => duration(value)}
              onChange={setSeconds}
            />
            <p className="text-13 text-ink-3">
              {t({ en: 'Made with', id: 'Dibuat dengan' })} {t(engineName(clip.engine))}.{' '}
              {t({
                en: 'Held now, paid only when the clip is delivered.',
                id: 'Ditahan dulu, dibayar hanya bila klip jadi.',
              })}
            </p>
          </>
        )}
        <FaultVerdict fault={making.fault} />
      </div>
      {consent.question}
    </Dialog>
  );
}
