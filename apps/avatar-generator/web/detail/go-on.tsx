import { Button, ButtonLink, Price, useWords } from '@lumiku/ui-kit';
import { Clapperboard, Grid2x2, ScanFace, UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { AVATAR_GENERATOR, type Generation, PRICES, priceOf } from '../../contract.ts';
import { useNewBatch } from '../batch/use-batch-wish.ts';
import { studioApi } from '../generations/studio-api.ts';
import { FaultVerdict } from '../result/generate-foot.tsx';
import { ClipDialog } from '../workshop/clip-dialog.tsx';
import { FaceSwapDialog } from '../workshop/face-swap-dialog.tsx';

const VARIATIONS = 4;

/** What a finished picture can become. */
export function GoOn({ generation }: { generation: Generation }) {
  const { t } = useWords();
  const variations = useNewBatch();
  const [dialog, setDialog] = useState<'clip' | 'swap' | null>(null);
  const vary = () =>
    variations.start(`variations ${generation.id}`, (key) =>
      studioApi.variations(generation.id, VARIATIONS, key),
    );
  return (
    <>
      <div className="grid grid-cols-2 gap-2">
        {generation.kind === 'picture' && (
          <Button
            icon={Grid2x2}
            isBusy={variations.isSending}
            disabled={generation.inputImageUrl === null}
            onClick={() => void vary()}
            className="col-span-2"
          >
            {t({ en: `${VARIATIONS} variations`, id: `${VARIATIONS} variasi` })}
            <Price credits={VARIATIONS * priceOf(generation)} />
          </Button>
        )}
        <Button icon={Clapperboard} onClick={() => setDialog('clip')}>
          {t({ en: 'Clip', id: 'Klip' })}
          <Price credits={PRICES.clip} />
        </Button>
        <Button icon={ScanFace} onClick={() => setDialog('swap')}>
          {t({ en: 'Face swap', id: 'Tukar wajah' })}
          <Price credits={PRICES.faceSwap} />
        </Button>
        <ButtonLink
          icon={UserRoundPlus}
          href={`/generate?source=${AVATAR_GENERATOR}:pictures:${generation.id}`}
          className="col-span-2"
        >
          {t({ en: 'Use as avatar', id: 'Pakai sebagai avatar' })}
        </ButtonLink>
      </div>
      <FaultVerdict fault={variations.fault} />
      {dialog === 'clip' && <ClipDialog generation={generation} onClose={() => setDialog(null)} />}
      {dialog === 'swap' && (
        <FaceSwapDialog generation={generation} onClose={() => setDialog(null)} />
      )}
    </>
  );
}
