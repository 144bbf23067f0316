import { engineNote, isGone } from '@lumiku/app-kit/web';
import { poseQuery } from '@lumiku/pose-finder';
import { Card, Dock, GoneState, ReadFault, Skeleton, usePageTitle, useWords } from '@lumiku/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ImageOff } from 'lucide-react';
import type { Generation } from '../../contract.ts';
import { DownloadMenu } from '../generations/download-menu.tsx';
import { faultWords } from '../generations/fault-words.ts';
import { NoPictureVerdict } from '../generations/no-picture-verdict.tsx';
import { poseLabel, wantedPicture } from '../generations/pose-label.ts';
import {
  isInTheMaking,
  useGeneration,
  useLiveGenerations,
} from '../generations/use-generations.ts';
import { FinishedStage } from '../picture/finished-stage.tsx';
import { MakingPanel } from '../result/making-panel.tsx';
import { GiveBack, VerdictOfResult } from '../result/verdict-of-result.tsx';
import { WaitingStage } from '../result/wish-stage.tsx';
import { GenerationActions } from './generation-actions.tsx';
import { GenerationFacts } from './generation-facts.tsx';

/** One generation with everything known about it. */
export function GenerationScreen() {
  const { t } = useWords();
  const { id } = useParams({ strict: false });
  useLiveGenerations();
  const query = useGeneration(id ?? null);
  const generation = query.data;

  if (isGone(query.error)) return <Gone />;
  if (query.error !== null && generation === undefined) {
    const said = faultWords(query.error, t);
    return <ReadFault fault={said} onRetry={query.refetch} />;
  }
  if (generation === undefined) {
    return (
      <div className="px-6 phone:px-4">
        <span role="status" className="sr-only">
          {t({ en: 'Loading', id: 'Memuat' })}
        </span>
        <Skeleton className="h-[70dvh] rounded-l" />
      </div>
    );
  }
  return <Shown generation={generation} />;
}

function Shown({ generation }: { generation: Generation }) {
  const { t, language } = useWords();
  const { poseTemplateId } = generation;
  const pose = useQuery({ ...poseQuery(poseTemplateId), enabled: poseTemplateId !== '' }).data;
  const title = pose?.names[language];
  usePageTitle(poseTemplateId === '' ? poseLabel(generation, language) : title);
  const isMaking = isInTheMaking(generation);
  const isDone = generation.status === 'completed';

  return (
    <div className="grid grid-cols-[minmax(0,1fr)_minmax(320px,400px)] items-start gap-6 px-6 pb-6 phone:block phone:px-4 phone:pb-32">
      <Card className="sticky top-(--top) h-[calc(100dvh-var(--top)-24px)] min-h-100 overflow-hidden phone:relative phone:top-0 phone:aspect-3/4 phone:h-auto phone:min-h-0">
        {isDone && <FinishedStage generation={generation} pose={pose} />}
        {isMaking && <WaitingStage generation={generation} pose={pose} />}
        {!isDone && !isMaking && (
          <div className="grid size-full place-items-center bg-studio p-6">
            <img
              src={generation.inputImageUrl ?? wantedPicture(generation)}
              alt={
                generation.inputImageUrl === null
                  ? t({ en: 'The pose you chose', id: 'Pose yang kamu pilih' })
                  : t({ en: 'The photo you gave', id: 'Foto yang kamu berikan' })
              }
              className="max-h-3/5 rounded-m opacity-60 saturate-50"
            />
          </div>
        )}
      </Card>
      <div className="grid gap-4 phone:mt-4">
        {isMaking && (
          <Card className="p-4">
            <MakingPanel generation={generation} />
          </Card>
        )}
        {!isDone && !isMaking && <NoPictureVerdict generation={generation} />}
        {isDone && (generation.scores !== null || generation.note !== null) && (
          <Card className="grid gap-2 p-4">
            <VerdictOfResult generation={generation} />
            <GiveBack generation={generation} kind="plain" />
          </Card>
        )}
        {isDone && (
          <p className="text-13 text-ink-2" role="status">
            {t(engineNote(generation.engine))}
          </p>
        )}
        <GenerationActions generation={generation} />
        <GenerationFacts generation={generation} pose={pose} />
      </div>
      {isDone && (
        <Dock>
          <DownloadMenu generation={generation} size="l" />
        </Dock>
      )}
    </div>
  );
}

function Gone() {
  const { t } = useWords();
  return (
    <GoneState
      icon={ImageOff}
      title={t({ en: 'This picture does not exist', id: 'Gambar ini tidak ada' })}
      back={{ href: '/history', label: t({ en: 'To the history', id: 'Ke riwayat' }) }}
    />
  );
}
