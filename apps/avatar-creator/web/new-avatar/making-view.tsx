import { Progress, useClock, useWords } from '@lumiku/ui-kit';
import { UserRound } from 'lucide-react';
import { stageWords } from './stage-words.ts';
import { usePreviewStore, useShownPreview } from './use-preview-store.ts';

/** The place of the picture while it is being made: what is known of the work, and nothing else. */
export function MakingView() {
  const { t, percent, duration, number } = useWords();
  const making = usePreviewStore((state) => state.making);
  const shown = useShownPreview();
  const nowMs = useClock();
  if (making === null) return null;
  const words = t(stageWords(making));
  const seconds = Math.max(0, Math.floor((nowMs - making.startedAtMs) / 1000));
  return (
    <div className="relative size-full overflow-hidden bg-studio">
      {making.frameUrl !== null ? (
        <img
          src={making.frameUrl}
          alt={t({ en: 'The picture so far', id: 'Gambarnya sejauh ini' })}
          className="size-full object-contain pb-24"
        />
      ) : shown?.thumbnailUrl ? (
        <img
          src={shown.thumbnailUrl}
          alt=""
          className="size-full scale-110 object-cover opacity-70 blur-[14px] saturate-50"
        />
      ) : (
        <span className="grid size-full place-items-center text-ink-3">
          <UserRound
            aria-hidden
            className="size-24 motion-safe:animate-breathe"
            strokeWidth={0.75}
          />
        </span>
      )}
      <div className="absolute inset-x-4 bottom-4 rounded-m bg-raised p-4 shadow-2">
        <div className="mb-2.5 flex items-baseline gap-3 text-14">
          <b className="num font-semibold">
            {making.fraction === null ? words : `${words} ${percent(making.fraction)}`}
          </b>
          <span className="num ml-auto text-13 text-ink-2">{duration(seconds)}</span>
        </div>
        <Progress fraction={making.fraction} label={words} />
        {making.queuePosition !== null && making.queuePosition > 1 && (
          <p className="num mt-2 text-13 text-ink-2">
            {t({
              en: `${number(making.queuePosition - 1)} before you`,
              id: `${number(making.queuePosition - 1)} sebelum kamu`,
            })}
          </p>
        )}
      </div>
    </div>
  );
}
