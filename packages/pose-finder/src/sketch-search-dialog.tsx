import type { PoseTemplate } from '@lumiku/contract';
import { toOpenposeJson } from '@lumiku/pose-kit';
import { Button, Dialog, useWords } from '@lumiku/ui-kit';
import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { KeepPoseForm } from './keep-pose-form.tsx';
import type { PoseSide } from './pose-side.ts';
import { ShapeResults } from './shape-results.tsx';
import { SKETCH_STATURE, sketchedStanding } from './skeleton-moves.ts';
import { SkeletonPad } from './skeleton-pad.tsx';

/** The sheet is a unit high and 3:4; pixels are what OpenPose files speak. */
const SHEET = { width: 0.75, height: 1 };
const CANVAS = { widthPx: 768, heightPx: 1024 };

/** Drag a small figure into shape: the nearest poses stand beside it. */
export function SketchSearchDialog({
  onClose,
  onChoose,
  onKept,
  title,
}: {
  onClose: () => void;
  onChoose: (pose: PoseTemplate, side: PoseSide) => void;
  onKept: (pose: PoseTemplate) => void;
  /** Where it is not about searching. */
  title?: string | undefined;
}) {
  const { t } = useWords();
  const [skeleton, setSkeleton] = useState(sketchedStanding);
  const [settled, setSettled] = useState(skeleton);
  const reset = () => {
    const fresh = sketchedStanding();
    setSkeleton(fresh);
    setSettled(fresh);
  };
  return (
    <Dialog
      isOpen
      width={900}
      onClose={onClose}
      title={title ?? t({ en: 'Search by sketch', id: 'Cari dengan sketsa' })}
      description={t({
        en: 'Drag the joints; the poses nearest to it appear at once.',
        id: 'Seret sendinya; pose yang paling mirip langsung muncul.',
      })}
    >
      <div className="grid gap-6 wide:grid-cols-[320px_minmax(0,1fr)] phone:gap-4">
        <div className="grid content-start gap-3 phone:mx-auto phone:w-full phone:max-w-72">
          <SkeletonPad
            label={t({ en: 'Sketched figure', id: 'Sosok sketsa' })}
            {...SHEET}
            skeleton={skeleton}
            stature={SKETCH_STATURE}
            onChange={setSkeleton}
            onSettled={setSettled}
          />
          <Button icon={RotateCcw} onClick={reset}>
            {t({ en: 'Stand straight again', id: 'Berdiri tegak lagi' })}
          </Button>
          <KeepPoseForm
            suggestion={t({ en: 'My sketch', id: 'Sketsaku' })}
            pose={() => ({
              openpose: toOpenposeJson({
                keypoints: skeleton.map(
                  (point) =>
                    point && { x: point.x * CANVAS.heightPx, y: point.y * CANVAS.heightPx },
                ),
                ...CANVAS,
              }),
            })}
            onKept={onKept}
          />
        </div>
        <ShapeResults skeleton={settled} onChoose={onChoose} />
      </div>
    </Dialog>
  );
}
