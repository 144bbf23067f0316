import { Button, Card, StepHeading, type StepState, useWords } from '@lumiku/ui-kit';
import { Layers, X } from 'lucide-react';
import { BATCH_ITEMS_MAX } from '../../contract.ts';
import { poseThumbnail } from '../generations/pose-label.ts';
import { FaultVerdict } from '../result/generate-foot.tsx';
import { OptionsPanel } from '../result/options-panel.tsx';
import { useStudioChoices } from '../studio/studio-choices.ts';
import { BatchButton, BatchNote } from './batch-button.tsx';
import type { BatchWish } from './use-batch-wish.ts';

/** The third step of a batch: which poses, what they cost together, and the one button. */
export function BatchStep({ wish, state }: { wish: BatchWish; state: StepState }) {
  const { t, number } = useWords();
  const { setBatchPoses } = useStudioChoices();
  const { poseIds } = wish;
  return (
    <>
      <StepHeading
        number={3}
        state={state}
        title={t({ en: 'Batch', id: 'Batch' })}
        id="step-result"
        aside={`${number(poseIds.length)} / ${BATCH_ITEMS_MAX}`}
        action={
          poseIds.length > 0 && (
            <Button kind="quiet" size="s" icon={X} onClick={() => setBatchPoses([])}>
              {t({ en: 'Clear', id: 'Kosongkan' })}
            </Button>
          )
        }
      />
      <Card className="flex min-h-0 flex-1 flex-col overflow-hidden phone:flex-none phone:overflow-visible phone:bg-transparent phone:shadow-none">
        <div className="scroll-thin max-h-90 min-h-40 flex-1 overflow-y-auto bg-studio p-3 phone:max-h-none phone:min-h-0 phone:flex-none phone:rounded-l">
          {poseIds.length === 0 ? <NothingChosen /> : <ChosenPoses poseIds={poseIds} />}
        </div>
        <div className="scroll-thin min-h-0 flex-1 overflow-y-auto p-4 phone:flex-none phone:overflow-visible phone:px-0">
          <OptionsPanel />
        </div>
        <div className="grid shrink-0 gap-2.5 border-t border-line p-4 phone:border-0 phone:p-0 phone:pb-4">
          <FaultVerdict fault={wish.fault} />
          <div className="grid gap-2.5 phone:hidden">
            <BatchButton wish={wish} />
            <BatchNote wish={wish} />
          </div>
        </div>
      </Card>
    </>
  );
}

function NothingChosen() {
  const { t } = useWords();
  return (
    <div className="grid h-full min-h-32 place-content-center justify-items-center gap-3 text-center text-ink-2">
      <Layers aria-hidden className="size-7" strokeWidth={1.5} />
      <p className="max-w-[30ch]">
        {t({
          en: 'Tap several poses. Each becomes a picture, and you pay only for those that are delivered.',
          id: 'Ketuk beberapa pose. Tiap pose jadi satu gambar, dan kamu hanya membayar yang jadi.',
        })}
      </p>
    </div>
  );
}

function ChosenPoses({ poseIds }: { poseIds: readonly string[] }) {
  const { t } = useWords();
  const toggle = useStudioChoices((state) => state.toggleBatchPose);
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(64px,1fr))] gap-2">
      {poseIds.map((id, index) => (
        <li key={id} className="group relative">
          <img
            src={poseThumbnail(id)}
            alt={`${t({ en: 'Pose', id: 'Pose' })} ${index + 1}`}
            loading="lazy"
            className="clay aspect-3/4 w-full rounded-control object-cover"
          />
          <button
            type="button"
            aria-label={`${t({ en: 'Take out pose', id: 'Keluarkan pose' })} ${index + 1}`}
            onClick={() => toggle(id)}
            className="absolute -top-1.5 -right-1.5 grid size-6 place-items-center rounded-full bg-over text-over-ink shadow-1 touch:-top-2.5 touch:-right-2.5 touch:size-11 touch:bg-transparent touch:shadow-none"
          >
            <span className="grid size-6 place-items-center rounded-full touch:bg-over">
              <X aria-hidden className="size-3.5" strokeWidth={2.5} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
