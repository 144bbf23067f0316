import { Button, PictureTile, Price, useToasts, useWords } from '@lumiku/ui-kit';
import { CircleAlert, CircleSlash, RotateCcw } from 'lucide-react';
import { type Generation, priceOf } from '../../contract.ts';
import { faultWords } from '../generations/fault-words.ts';
import { poseLabel, poseThumbnail } from '../generations/pose-label.ts';
import { isInTheMaking } from '../generations/use-generations.ts';
import { useNewGeneration } from '../generations/use-new-generation.ts';
import { whyFailed } from '../generations/why-failed.ts';
import { useMakingWords } from '../history/history-tile.tsx';

/** One place of a batch: the pose while it waits, the picture when it is there, or why it is not. */
export function BatchTile({ generation }: { generation: Generation }) {
  const { language } = useWords();
  if (isInTheMaking(generation)) return <MakingTile generation={generation} />;
  if (generation.status !== 'completed') return <MissingTile generation={generation} />;
  return (
    <PictureTile
      src={generation.thumbnailUrl ?? generation.outputImageUrl}
      alt={poseLabel(generation, language)}
      href={`/generations/${generation.id}`}
      meta={<PoseName generation={generation} />}
      className="size-full"
    />
  );
}

function MakingTile({ generation }: { generation: Generation }) {
  const { t, language } = useWords();
  return (
    <PictureTile
      src={poseThumbnail(generation.poseTemplateId)}
      alt={`${t({ en: 'In the making', id: 'Sedang dibuat' })}: ${poseLabel(generation, language)}`}
      href={`/generations/${generation.id}`}
      making={useMakingWords(generation)}
      className="size-full"
    />
  );
}

function PoseName({ generation }: { generation: Generation }) {
  const { language } = useWords();
  return (
    <span className="max-w-full truncate rounded-[7px] bg-over px-2 py-0.5 text-12 text-over-ink">
      {poseLabel(generation, language)}
    </span>
  );
}

/** What failed or was cancelled stays in its place and can be asked for again. */
function MissingTile({ generation }: { generation: Generation }) {
  const { t, language } = useWords();
  const toasts = useToasts();
  const making = useNewGeneration((thrown) => {
    const said = faultWords(thrown, t);
    toasts.say({ words: said.title, detail: said.fix, tone: 'bad' });
  });
  const isFailed = generation.status === 'failed';
  const Icon = isFailed ? CircleAlert : CircleSlash;
  return (
    <div className="relative flex size-full flex-col gap-1.5 overflow-hidden rounded-control bg-surface p-3 outline-line">
      <img
        src={poseThumbnail(generation.poseTemplateId)}
        alt=""
        className="clay absolute inset-0 size-full object-cover opacity-20"
      />
      <b className="relative flex items-center gap-1.5 text-14 font-semibold">
        <Icon
          aria-hidden
          className={isFailed ? 'size-4.5 shrink-0 text-bad' : 'size-4.5 shrink-0 text-ink-3'}
          strokeWidth={1.75}
        />
        {isFailed ? t({ en: 'Failed', id: 'Gagal' }) : t({ en: 'Cancelled', id: 'Dibatalkan' })}
      </b>
      <p className="relative line-clamp-6 text-13 text-ink-2">
        {isFailed
          ? t(whyFailed(generation))
          : `${poseLabel(generation, language)}. ${t({ en: 'Nothing was charged.', id: 'Tidak ada yang dibayar.' })}`}
      </p>
      <Button
        size="s"
        icon={RotateCcw}
        isBusy={making.isSending}
        onClick={() => void making.retry(generation.id)}
        className="relative mt-auto self-start"
      >
        {t({ en: 'Again', id: 'Ulangi' })}
        <Price credits={priceOf(generation)} />
      </Button>
    </div>
  );
}
