import { fromSide } from '@lumiku/pose-finder';
import { Button, ButtonLink, Dock, IconButton, Thumbnail, useWords } from '@lumiku/ui-kit';
import { Info, Settings2 } from 'lucide-react';
import { BatchButton, BatchNote } from '../batch/batch-button.tsx';
import type { BatchWish } from '../batch/use-batch-wish.ts';
import { DownloadMenu } from '../generations/download-menu.tsx';
import { CancelMaking } from '../result/cancel-making.tsx';
import { MoreMenu } from '../result/done-panel.tsx';
import { GenerateButton, GenerateNote } from '../result/generate-foot.tsx';
import { phaseOf } from '../result/result-step.tsx';
import { useStyleName } from '../result/use-styles.ts';
import { useStudioChoices } from './studio-choices.ts';
import type { Studio } from './use-studio.ts';

/** On a phone: the one thing to do next, in reach of the thumb. */
export function StudioDock({ studio, batch }: { studio: Studio; batch: BatchWish | null }) {
  const { t } = useWords();
  const { step, goTo } = useStudioChoices();
  const phase = phaseOf(studio);
  const { generation } = studio;

  if (step === 'result' && phase === 'making') {
    return (
      <Dock>
        <CancelMaking studio={studio} size="l" />
      </Dock>
    );
  }
  if (step === 'result' && phase === 'done' && generation !== null) {
    return (
      <Dock className="phone:grid-cols-[1fr_auto_auto]">
        <DownloadMenu generation={generation} size="l" />
        <ButtonLink
          size="l"
          href={`/generations/${generation.id}`}
          icon={Info}
          aria-label={t({ en: 'Details', id: 'Rincian' })}
        />
        <MoreMenu studio={studio} size="l" />
      </Dock>
    );
  }
  if (step === 'result' && phase === 'failed') return null;
  if (step === 'photo') {
    const isReady = studio.photo !== null && studio.check.tone !== 'wrong';
    return (
      <Dock>
        <Button
          kind={isReady ? 'primary' : 'plain'}
          size="l"
          isWide
          disabled={!isReady}
          onClick={() => goTo('pose')}
        >
          {t({ en: 'Next: choose a pose', id: 'Berikutnya: pilih pose' })}
        </Button>
      </Dock>
    );
  }
  if (batch !== null) return <BatchDock batch={batch} />;
  return (
    <Dock className="phone:grid-cols-[minmax(0,1fr)]">
      {studio.missing === null ? <WishLine studio={studio} /> : <GenerateNote studio={studio} />}
      <GenerateButton studio={studio} />
    </Dock>
  );
}

/** How many poses are chosen, and on to the options; there, the one button. */
function BatchDock({ batch }: { batch: BatchWish }) {
  const { t, number } = useWords();
  const { step, goTo } = useStudioChoices();
  if (step === 'pose') {
    const count = batch.poseIds.length;
    return (
      <Dock>
        <Button
          kind={count > 0 ? 'primary' : 'plain'}
          size="l"
          isWide
          disabled={count === 0}
          onClick={() => goTo('result')}
        >
          {count === 0
            ? t({ en: 'Tap several poses', id: 'Ketuk beberapa pose' })
            : t({
                en: `Next: ${number(count)} ${count === 1 ? 'pose' : 'poses'}`,
                id: `Berikutnya: ${number(count)} pose`,
              })}
        </Button>
      </Dock>
    );
  }
  return (
    <Dock className="phone:grid-cols-[minmax(0,1fr)]">
      <BatchNote wish={batch} />
      <BatchButton wish={batch} />
    </Dock>
  );
}

function WishLine({ studio }: { studio: Studio }) {
  const { t, language } = useWords();
  const { quality, priority, stylePreset, poseTurn, step, goTo } = useStudioChoices();
  const style = useStyleName(stylePreset);
  const parts = [
    quality.toUpperCase(),
    style.toLowerCase(),
    ...(priority ? [t({ en: 'priority', id: 'prioritas' })] : []),
  ];
  return (
    <div className="flex items-center gap-3">
      <Thumbnail src={studio.photo?.url} isSquare className="!size-11" />
      <Thumbnail
        src={studio.pose && fromSide(studio.pose.thumbnailUrl, poseTurn)}
        isSquare
        isClay
        className="-ml-1 !size-11"
      />
      <span className="min-w-0 flex-1">
        <b className="block truncate text-14 font-semibold">{studio.pose?.names[language]}</b>
        <span className="text-13 text-ink-3">{parts.join(', ')}</span>
      </span>
      {step !== 'result' && (
        <IconButton
          icon={Settings2}
          label={t({ en: 'Quality, priority and style', id: 'Kualitas, prioritas, dan gaya' })}
          onClick={() => goTo('result')}
        />
      )}
    </div>
  );
}
