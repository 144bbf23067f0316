import { classNames, Glass, useClock, useWords } from '@lumiku/ui-kit';
import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { PreviewState } from '../../contract.ts';
import { CompareView } from './compare-view.tsx';
import { Filmstrip } from './filmstrip.tsx';
import { LookSide } from './look-side.tsx';
import { MakingView } from './making-view.tsx';
import { isExpired } from './preview-state.ts';
import { stageWords } from './stage-words.ts';
import { usePreviewStore, useShownPreview } from './use-preview-store.ts';

/** The second phase: the picture, what it was made from, and its name. */
export function LookPhase() {
  const comparedIds = usePreviewStore((state) => state.comparedIds);
  const making = usePreviewStore((state) => state.making);
  const shown = useShownPreview();
  const isMaking = making !== null;
  const isComparing = comparedIds.length > 0 && !isMaking;
  const root = useRef<HTMLDivElement>(null);
  // The picture is what is new: a dialog scrolled down to the buttons comes back up to it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `isMaking` says that another picture is to be seen
  useEffect(() => {
    root.current?.parentElement?.scrollTo({ top: 0 });
  }, [isMaking]);
  return (
    <>
      <div
        ref={root}
        className={classNames(
          'grid gap-6 phone:block',
          !isComparing && 'grid-cols-[minmax(0,432px)_minmax(0,1fr)]',
        )}
      >
        <div className="min-w-0">
          {isComparing ? (
            <CompareView />
          ) : (
            <div className="relative aspect-4/5 max-h-[calc(100dvh-270px)] w-full overflow-hidden rounded-l bg-studio phone:aspect-[1/.94]">
              {isMaking ? <MakingView /> : shown !== undefined && <Picture preview={shown} />}
            </div>
          )}
          <Filmstrip />
        </div>
        {!isComparing && <LookSide />}
      </div>
      <Announcement />
    </>
  );
}

function Picture({ preview }: { preview: PreviewState }) {
  const { t } = useWords();
  const nowMs = useClock();
  const mark =
    preview.avatarId !== null
      ? t({ en: 'Saved', id: 'Tersimpan' })
      : isExpired(preview, nowMs)
        ? t({ en: 'This preview is over', id: 'Pratinjau ini sudah berakhir' })
        : t({ en: 'Preview, not saved yet', id: 'Pratinjau, belum disimpan' });
  return (
    <>
      {preview.imageUrl && (
        <img
          key={preview.previewId}
          src={preview.imageUrl}
          alt={preview.prompt}
          className={classNames(
            'size-full animate-appear',
            // A phone's frame is low: of somebody standing it would show no feet.
            preview.attributes.bodyType === 'full_body'
              ? 'object-contain'
              : 'object-cover object-[50%_12%]',
          )}
        />
      )}
      <span className="absolute top-3 left-3">
        <Glass>
          {preview.avatarId !== null && <Check aria-hidden className="size-4" strokeWidth={2} />}
          {mark}
        </Glass>
      </span>
    </>
  );
}

/** Steps and the end are read out; a percentage every moment would be noise. */
function Announcement() {
  const { t, number } = useWords();
  const { making, previews, shownId } = usePreviewStore();
  const index = previews.findIndex(({ previewId }) => previewId === shownId);
  const words =
    making !== null
      ? t(stageWords(making))
      : index === -1
        ? ''
        : t({
            en: `Preview ${number(index + 1)} of ${number(previews.length)}`,
            id: `Pratinjau ${number(index + 1)} dari ${number(previews.length)}`,
          });
  return (
    <p className="sr-only" aria-live="polite">
      {words}
    </p>
  );
}
