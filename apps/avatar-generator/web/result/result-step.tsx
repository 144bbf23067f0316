import { engineName } from '@lumiku/app-kit/web';
import { poseQuery } from '@lumiku/pose-finder';
import {
  Badge,
  Card,
  classNames,
  Skeleton,
  StepHeading,
  type StepState,
  useWords,
} from '@lumiku/ui-kit';
import { useQuery } from '@tanstack/react-query';
import { Cpu } from 'lucide-react';
import { isInTheMaking } from '../generations/use-generations.ts';
import { FinishedStage } from '../picture/finished-stage.tsx';
import type { Studio } from '../studio/use-studio.ts';
import { CancelMaking } from './cancel-making.tsx';
import { DonePanel } from './done-panel.tsx';
import { FailedPanel } from './failed-panel.tsx';
import { GenerateFoot } from './generate-foot.tsx';
import { MakingPanel } from './making-panel.tsx';
import { OptionsPanel } from './options-panel.tsx';
import { WaitingStage, WishStage } from './wish-stage.tsx';

/** The third step: what it will cost, how far it is, and then the picture. */
export function ResultStep({ studio, state }: { studio: Studio; state: StepState }) {
  const { t } = useWords();
  const { generation } = studio;
  const poseId = generation?.poseTemplateId ?? '';
  const pose = useQuery({ ...poseQuery(poseId), enabled: poseId !== '' });
  const phase = phaseOf(studio);

  return (
    <>
      <StepHeading
        number={3}
        state={state}
        title={t({ en: 'Result', id: 'Hasil' })}
        id="step-result"
        action={generation !== null && <Badge icon={Cpu}>{t(engineName(generation.engine))}</Badge>}
      />
      <Card className="flex min-h-0 flex-1 flex-col overflow-hidden phone:flex-none phone:overflow-visible phone:bg-transparent phone:shadow-none">
        <div
          className={classNames(
            'relative min-h-30 flex-1 overflow-hidden bg-studio phone:flex-none phone:rounded-l',
            // Options may be many: they scroll, and what is going to be made stays in sight.
            phase === 'choosing' && 'wide:max-h-90 wide:min-h-48 wide:shrink-0',
            phase === 'done' ? 'phone:aspect-3/4' : 'phone:aspect-square',
          )}
        >
          {phase === 'opening' && <Skeleton className="size-full rounded-none" />}
          {(phase === 'choosing' || phase === 'failed') && (
            <WishStage photo={studio.photo} pose={phase === 'failed' ? pose.data : studio.pose} />
          )}
          {phase === 'making' && generation !== null && (
            <WaitingStage generation={generation} pose={pose.data} />
          )}
          {phase === 'done' && generation !== null && (
            <FinishedStage generation={generation} pose={pose.data} isBleeding />
          )}
        </div>
        {phase === 'choosing' && (
          <>
            <div className="scroll-thin min-h-0 flex-1 overflow-y-auto p-4 phone:flex-none phone:overflow-visible phone:px-0">
              <OptionsPanel />
            </div>
            <GenerateFoot studio={studio} />
          </>
        )}
        {phase === 'making' && generation !== null && (
          <>
            <div className="p-4 phone:px-0">
              <MakingPanel generation={generation} />
            </div>
            <div className="border-t border-line p-4 phone:hidden">
              <CancelMaking studio={studio} />
            </div>
          </>
        )}
        {phase === 'done' && generation !== null && (
          <DonePanel studio={studio} generation={generation} />
        )}
        {phase === 'failed' && generation !== null && (
          <FailedPanel studio={studio} generation={generation} />
        )}
      </Card>
    </>
  );
}

export type StudioPhase = 'choosing' | 'opening' | 'making' | 'done' | 'failed';

export function phaseOf({ generation, isOpening }: Studio): StudioPhase {
  if (isOpening) return 'opening';
  if (generation === null || generation.status === 'cancelled') return 'choosing';
  if (isInTheMaking(generation)) return 'making';
  return generation.status === 'completed' ? 'done' : 'failed';
}
