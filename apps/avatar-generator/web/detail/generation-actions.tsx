import { useMe } from '@lumiku/app-kit/web';
import { Button, Price, useToasts, useWords, Verdict } from '@lumiku/ui-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ImageUp, PersonStanding, RotateCcw, Share2, Shuffle, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { type Generation, priceOf } from '../../contract.ts';
import { useDeletions } from '../deletion/use-deletions.ts';
import { DownloadMenu } from '../generations/download-menu.tsx';
import { faultWords } from '../generations/fault-words.ts';
import { studioApi } from '../generations/studio-api.ts';
import { isInTheMaking, noteGeneration } from '../generations/use-generations.ts';
import { useNewGeneration } from '../generations/use-new-generation.ts';

import { ShareDialog } from '../sharing/share-dialog.tsx';
import { choosePhoto } from '../studio/chosen-photo.ts';
import { useStudioChoices } from '../studio/studio-choices.ts';
import { GoOn } from './go-on.tsx';

/** Everything that can be done with one generation; what costs says its price. */
export function GenerationActions({ generation }: { generation: Generation }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const making = useNewGeneration();
  const { deleteLater } = useDeletions();
  const cancel = useCancel(generation);
  const photo = usePhotoAgain(generation);
  const { choose, goTo } = useStudioChoices();
  const isDone = generation.status === 'completed';
  const isDrawn = generation.kind === 'picture';
  const [isSharing, setSharing] = useState(false);

  const retry = async () => {
    const made = await making.retry(generation.id);
    if (made !== null) await navigate({ to: '/generations/$id', params: { id: made.id } });
  };
  const takePose = async () => {
    choose({ poseId: generation.poseTemplateId });
    goTo('pose');
    await navigate({ to: '/generate' });
  };
  const remove = async () => {
    deleteLater([generation.id]);
    await navigate({ to: '/history' });
  };

  return (
    <div className="grid gap-2">
      {isDone && <DownloadMenu generation={generation} size="l" className="phone:hidden" />}
      {isInTheMaking(generation) ? (
        <Button icon={X} isBusy={cancel.isBusy} onClick={() => void cancel.run()}>
          {t({ en: 'Cancel, pay nothing', id: 'Batalkan, tanpa bayar' })}
        </Button>
      ) : (
        <Button
          icon={isDone && isDrawn ? Shuffle : RotateCcw}
          isBusy={making.isSending}
          onClick={() => void retry()}
        >
          {isDone && isDrawn
            ? t({ en: 'Another seed', id: 'Seed lain' })
            : t({ en: 'Try again', id: 'Coba lagi' })}
          <Price credits={priceOf(generation)} />
        </Button>
      )}
      {making.fault !== null && (
        <Verdict kind="wrong" title={faultWords(making.fault, t).title}>
          {faultWords(making.fault, t).fix}
        </Verdict>
      )}
      {isDone && generation.kind !== 'clip' && <GoOn generation={generation} />}
      <div className="grid grid-cols-2 gap-2">
        <Button
          icon={ImageUp}
          isBusy={photo.isBusy}
          disabled={generation.inputImageUrl === null}
          onClick={() => void photo.run()}
        >
          {t({ en: 'Use the photo', id: 'Pakai fotonya' })}
        </Button>
        <Button
          icon={PersonStanding}
          disabled={generation.poseTemplateId === ''}
          onClick={() => void takePose()}
        >
          {t({ en: 'Use the pose', id: 'Pakai posenya' })}
        </Button>
      </div>
      {isDone && (
        <Button icon={Share2} onClick={() => setSharing(true)}>
          {t({ en: 'Share', id: 'Bagikan' })}
        </Button>
      )}
      {isSharing && <ShareDialog generation={generation} onClose={() => setSharing(false)} />}
      <Button kind="quiet" icon={Trash2} className="text-bad-ink!" onClick={() => void remove()}>
        {t({ en: 'Delete', id: 'Hapus' })}
      </Button>
    </div>
  );
}

function useCancel(generation: Generation): { isBusy: boolean; run: () => Promise<void> } {
  const client = useQueryClient();
  return useBusy(async () => {
    await studioApi.cancel(generation.id);
    noteGeneration(client, await studioApi.generation(generation.id));
  });
}

/** Takes the photo of this generation back into the generator. */
function usePhotoAgain(generation: Generation): { isBusy: boolean; run: () => Promise<void> } {
  const me = useMe();
  const navigate = useNavigate();
  const goTo = useStudioChoices((state) => state.goTo);
  return useBusy(async () => {
    if (generation.inputImageUrl === null) return;
    await choosePhoto(await studioApi.photoOf(generation.inputImageUrl), me?.id ?? '');
    goTo('pose');
    await navigate({ to: '/generate' });
  });
}

/** Runs one thing at a time and says what went wrong with it. */
function useBusy(task: () => Promise<void>): { isBusy: boolean; run: () => Promise<void> } {
  const { t } = useWords();
  const toasts = useToasts();
  const [isBusy, setBusy] = useState(false);
  return {
    isBusy,
    async run() {
      setBusy(true);
      try {
        await task();
      } catch (thrown) {
        const said = faultWords(thrown, t);
        toasts.say({ words: said.title, detail: said.fix, tone: 'bad' });
      } finally {
        setBusy(false);
      }
    },
  };
}
