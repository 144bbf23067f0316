import { ConsentDialog, useConsent } from '@lumiku/photo-consent';
import {
  classNames,
  PageActions,
  SegmentedControl,
  type StepState,
  StepTabs,
  useIsPhone,
  useToasts,
  useWords,
} from '@lumiku/ui-kit';
import { useEffect, useRef } from 'react';
import { BATCH_ITEMS_MAX } from '../../contract.ts';
import { BatchStep } from '../batch/batch-step.tsx';
import { useBatchWish } from '../batch/use-batch-wish.ts';
import { useLiveGenerations } from '../generations/use-generations.ts';
import { PhotoStep } from '../photo/photo-step.tsx';
import { PoseStep } from '../pose/pose-step.tsx';
import { phaseOf, ResultStep } from '../result/result-step.tsx';
import { clearPhoto } from './chosen-photo.ts';
import { type StudioStep, useStudioChoices } from './studio-choices.ts';
import { StudioDock } from './studio-dock.tsx';
import { type Studio, useStudio } from './use-studio.ts';

/** Photo, pose, result: three columns, on a phone three steps that can be tapped in any order. */
export function GeneratorScreen() {
  const { t } = useWords();
  useLiveGenerations();
  const studio = useStudio();
  const wish = useBatchWish(studio);
  const toasts = useToasts();
  const { step, goTo, choose, mode, poseId, batchPoseIds, toggleBatchPose } = useStudioChoices();
  const { consent } = useConsent();
  const isPhone = useIsPhone();
  // A picture that is at hand stays in sight, whatever the next one is going to be.
  const isBatch = mode === 'batch' && phaseOf(studio) === 'choosing';
  const states = stepStates(studio, isBatch);
  const phase = phaseOf(studio);
  const isDone = phase === 'done';
  const result = useRef<HTMLElement>(null);
  // Whoever scrolled through the options sees the picture from its head when it is being made.
  useEffect(() => {
    if (phase !== 'choosing') result.current?.scrollTo({ top: 0 });
  }, [phase]);

  const onPhoto = () => {
    if (phaseOf(studio) !== 'making') studio.putAside();
  };
  const onPose = (chosenId: string) => {
    if (isBatch) {
      if (!toggleBatchPose(chosenId)) {
        toasts.say({
          words: t({
            en: `A batch has up to ${BATCH_ITEMS_MAX} poses`,
            id: `Satu batch maksimal ${BATCH_ITEMS_MAX} pose`,
          }),
        });
      }
      return;
    }
    choose({ poseId: chosenId });
    if (phaseOf(studio) !== 'making') studio.putAside();
  };
  const column = (name: StudioStep) =>
    classNames(
      'flex min-h-0 min-w-0 flex-col',
      step === name ? 'phone:min-h-0 phone:flex-1' : 'phone:hidden',
    );

  return (
    <div
      className={classNames(
        'h-[calc(100dvh-var(--top))] phone:flex phone:flex-col',
        'desktop:grid desktop:gap-6 desktop:px-6 desktop:pb-6 desktop:transition-[grid-template-columns] desktop:slow',
        isDone
          ? 'desktop:grid-cols-[264px_minmax(0,1fr)_456px]'
          : 'desktop:grid-cols-[288px_minmax(0,1fr)_400px]',
        'tablet:grid tablet:grid-cols-[minmax(0,1fr)_minmax(300px,42%)] tablet:grid-rows-[auto_minmax(0,1fr)] tablet:gap-4 tablet:px-4 tablet:pb-4',
      )}
    >
      <PageActions>{!isPhone && phaseOf(studio) === 'choosing' && <ModeSwitch />}</PageActions>
      <StepTabs
        label={t({ en: 'Steps', id: 'Langkah' })}
        current={step}
        onChange={goTo}
        steps={[
          { id: 'photo', title: t({ en: 'Photo', id: 'Foto' }), state: states.photo },
          { id: 'pose', title: t({ en: 'Pose', id: 'Pose' }), state: states.pose },
          {
            id: 'result',
            title: isBatch ? 'Batch' : t({ en: 'Result', id: 'Hasil' }),
            state: states.result,
          },
        ]}
      />
      <section
        aria-labelledby={isPhone ? undefined : 'step-photo'}
        // On a phone the step itself scrolls, so the keyboard must reach it.
        tabIndex={isPhone ? 0 : undefined}
        className={classNames(
          column('photo'),
          'phone:overflow-y-auto phone:scroll-pb-28 phone:px-4 phone:pb-28 tablet:col-start-1 tablet:row-start-1',
        )}
      >
        <PhotoStep state={states.photo} onTaken={onPhoto} />
      </section>
      <section
        aria-labelledby={isPhone ? undefined : 'step-pose'}
        className={classNames(column('pose'), 'phone:px-4 tablet:col-start-1 tablet:row-start-2')}
      >
        {isPhone && phaseOf(studio) === 'choosing' && <ModeSwitch isWide />}
        <PoseStep
          state={states.pose}
          chosenIds={isBatch ? batchPoseIds : poseId === null ? [] : [poseId]}
          onChosen={onPose}
        />
      </section>
      <section
        ref={result}
        aria-labelledby={isPhone ? undefined : 'step-result'}
        // On a phone the step itself scrolls, so the keyboard must reach it.
        tabIndex={isPhone ? 0 : undefined}
        className={classNames(
          column('result'),
          'phone:overflow-y-auto phone:scroll-pb-44 phone:px-4 phone:pb-44 tablet:col-start-2 tablet:row-span-2 tablet:row-start-1',
        )}
      >
        {isBatch ? (
          <BatchStep wish={wish} state={states.result} />
        ) : (
          <ResultStep studio={studio} state={states.result} />
        )}
      </section>
      <ConsentDialog
        isOpen={studio.photo !== null && consent?.isGiven === false}
        onClose={clearPhoto}
      />
      <StudioDock studio={studio} batch={isBatch ? wish : null} />
    </div>
  );
}

/** One picture, or one photo in several poses. */
function ModeSwitch({ isWide }: { isWide?: boolean }) {
  const { t } = useWords();
  const { mode, setMode } = useStudioChoices();
  return (
    <SegmentedControl
      label={t({ en: 'How many pictures', id: 'Berapa gambar' })}
      value={mode}
      isWide={isWide}
      segments={[
        { value: 'one', label: t({ en: 'One picture', id: 'Satu gambar' }) },
        { value: 'batch', label: 'Batch' },
      ]}
      onChange={setMode}
      className={isWide ? 'mt-3 mb-1.5' : ''}
    />
  );
}

function stepStates(studio: Studio, isBatch: boolean): Record<StudioStep, StepState> {
  const hasPhoto = studio.photo !== null && studio.check.tone !== 'wrong';
  const { batchPoseIds } = useStudioChoices.getState();
  const hasPose = isBatch ? batchPoseIds.length > 0 : studio.pose !== undefined;
  const phase = phaseOf(studio);
  const isAsked = phase !== 'choosing';
  return {
    photo: hasPhoto || isAsked ? 'done' : 'now',
    pose: hasPose || isAsked ? 'done' : hasPhoto ? 'now' : 'next',
    result: phase === 'done' ? 'done' : isAsked || (hasPhoto && hasPose) ? 'now' : 'next',
  };
}
