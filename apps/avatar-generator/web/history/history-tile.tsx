import {
  Badge,
  Button,
  FailedTile,
  IconButton,
  PictureTile,
  useClock,
  useWords,
} from '@lumiku/ui-kit';
import { Film, Layers, RotateCcw, Trash2 } from 'lucide-react';
import type { Generation } from '../../contract.ts';
import { useLiveMaking } from '../generations/live-making.ts';
import { poseLabel, wantedPicture } from '../generations/pose-label.ts';
import { fractionOf, isInTheMaking } from '../generations/use-generations.ts';
import { whyFailed } from '../generations/why-failed.ts';
import { isFailed } from './history-rows.ts';
import { useLongPress } from './use-long-press.ts';
import type { SelectionControl } from './use-selection.ts';

export interface HistoryTileProps {
  generation: Generation;
  selection: SelectionControl;
  onRetry: (id: string) => void;
  isRetrying: boolean;
  onDelete: (ids: readonly string[]) => void;
}

/** One generation in the history: a picture, work in progress, or what failed and why. */
export function HistoryTile(props: HistoryTileProps) {
  const { generation, selection } = props;
  const press = useLongPress(() => selection.onMark(generation.id));
  return (
    <div {...press} data-tile={generation.id} className="size-full select-none">
      {isFailed(generation) ? (
        <Failed {...props} />
      ) : isInTheMaking(generation) ? (
        <InTheMaking {...props} />
      ) : (
        <Finished {...props} />
      )}
    </div>
  );
}

function Finished({ generation, selection }: HistoryTileProps) {
  const { language } = useWords();
  const { id } = generation;
  return (
    <PictureTile
      src={generation.thumbnailUrl ?? generation.outputImageUrl}
      alt={poseLabel(generation, language)}
      href={`/generations/${id}`}
      isChosen={selection.ids.has(id)}
      onToggleChoice={(event) => selection.onMark(id, event)}
      onClick={(event) => selection.onPicture(id, event)}
      meta={<Marks generation={generation} />}
      className="size-full"
    />
  );
}

/** What the picture alone does not show. */
function Marks({ generation }: { generation: Generation }) {
  const { t, duration } = useWords();
  return (
    <>
      {generation.output?.seconds != null && (
        <Badge className="num !bg-over !text-over-ink" icon={Film}>
          {duration(Math.round(generation.output.seconds))}
        </Badge>
      )}
      {generation.quality === 'hd' && generation.kind !== 'clip' && (
        <Badge className="!bg-over !text-over-ink">HD</Badge>
      )}
      {generation.batchId !== null && (
        <Badge className="!bg-over !text-over-ink" icon={Layers}>
          <span className="sr-only">{t({ en: 'Of a batch', id: 'Dari batch' })}</span>
        </Badge>
      )}
    </>
  );
}

function InTheMaking({ generation, selection }: HistoryTileProps) {
  const { t, language } = useWords();
  const { id } = generation;
  return (
    <PictureTile
      src={generation.inputImageUrl}
      alt={`${t({ en: 'In the making', id: 'Sedang dibuat' })}: ${poseLabel(generation, language)}`}
      href={`/generations/${id}`}
      making={useMakingWords(generation)}
      isChosen={selection.ids.has(id)}
      onToggleChoice={(event) => selection.onMark(id, event)}
      onClick={(event) => selection.onPicture(id, event)}
      className="size-full"
    />
  );
}

/** `62% · 5 s so far`, or that it waits; the bar's share beside it. */
export function useMakingWords(generation: Generation): {
  fraction: number | null;
  words: string;
} {
  const { t, percent, duration } = useWords();
  const making = useLiveMaking((state) => state.making[generation.id]);
  const nowMs = useClock();
  const elapsed = Math.max(0, Math.floor((nowMs - Date.parse(generation.createdAt)) / 1000));
  const fraction = fractionOf(generation, making);
  const head =
    generation.status === 'pending'
      ? t({ en: 'Waiting', id: 'Menunggu' })
      : fraction === null
        ? t({ en: 'Working', id: 'Dikerjakan' })
        : percent(fraction);
  return { fraction, words: `${head} · ${duration(elapsed)}` };
}

function Failed({ generation, onRetry, isRetrying, onDelete }: HistoryTileProps) {
  const { t, language } = useWords();
  return (
    <FailedTile
      why={poseLabel(generation, language)}
      wantedSrc={wantedPicture(generation)}
      className="size-full"
      action={
        <span className="flex gap-1.5">
          <Button
            size="s"
            icon={RotateCcw}
            isBusy={isRetrying}
            onClick={() => onRetry(generation.id)}
          >
            {t({ en: 'Try again', id: 'Coba lagi' })}
          </Button>
          <IconButton
            kind="quiet"
            size="s"
            icon={Trash2}
            label={t({ en: 'Delete', id: 'Hapus' })}
            onClick={() => onDelete([generation.id])}
          />
        </span>
      }
    >
      <p className="line-clamp-4 phone:line-clamp-3">{t(whyFailed(generation))}</p>
    </FailedTile>
  );
}
