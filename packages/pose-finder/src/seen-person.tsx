import type { DetectedFigure, PoseDetection, PoseJoints, PoseTemplate } from '@lumiku/contract';
import { toOpenposeJson } from '@lumiku/pose-kit';
import { Button, useWords } from '@lumiku/ui-kit';
import { PencilRuler, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { KeepPoseForm } from './keep-pose-form.tsx';
import type { Skeleton } from './pose-api.ts';
import type { PoseSide } from './pose-side.ts';
import { ShapeResults } from './shape-results.tsx';
import { type PadNeighbour, SkeletonPad } from './skeleton-pad.tsx';

/** One person of a photo: the skeleton over it, to be dragged right, and what looks like it. */
export function SeenPerson({
  url,
  detection,
  person,
  others,
  onChoose,
  onKept,
  onOpen,
}: {
  url: string;
  detection: PoseDetection;
  person: DetectedFigure;
  /** The others in the photo: a press on one picks them. */
  others: readonly PadNeighbour[];
  onChoose: (pose: PoseTemplate, side: PoseSide) => void;
  onKept: (pose: PoseTemplate) => void;
  /** Opens it in the editor as it was seen; left out where there is none. */
  onOpen?: ((joints: PoseJoints) => void) | undefined;
}) {
  const { t } = useWords();
  const { width, height } = detection;
  const [seen] = useState<Skeleton>(() =>
    person.keypoints.map((point) => point && { x: point[0] * width, y: point[1] * height }),
  );
  const [skeleton, setSkeleton] = useState(seen);
  const [settled, setSettled] = useState(seen);
  const isChanged = settled !== seen;
  return (
    <div className="grid gap-6 wide:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] phone:gap-4">
      <div className="grid content-start gap-3">
        <SkeletonPad
          label={t({ en: 'Skeleton over the photo', id: 'Kerangka di atas foto' })}
          width={width}
          height={height}
          photoUrl={url}
          skeleton={skeleton}
          others={others}
          onChange={setSkeleton}
          onSettled={setSettled}
        />
        <p className="text-13 text-ink-2">
          {t({
            en: 'A point in the wrong place? Drag it right.',
            id: 'Ada titik yang salah tempat? Seret ke tempatnya.',
          })}
        </p>
        <div className="flex flex-wrap gap-2">
          {isChanged && (
            <Button
              icon={RotateCcw}
              onClick={() => {
                setSkeleton(seen);
                setSettled(seen);
              }}
            >
              {t({ en: 'As it was seen', id: 'Seperti semula' })}
            </Button>
          )}
          {onOpen && !isChanged && (
            <Button icon={PencilRuler} onClick={() => onOpen(person.joints)}>
              {t({ en: 'Edit in 3D', id: 'Sunting dalam 3D' })}
            </Button>
          )}
        </div>
        <KeepPoseForm
          suggestion={t({ en: 'From my photo', id: 'Dari fotoku' })}
          // Untouched, the pose is kept as it was seen, in three dimensions.
          pose={() =>
            isChanged
              ? {
                  openpose: toOpenposeJson({
                    keypoints: settled,
                    widthPx: width,
                    heightPx: height,
                  }),
                }
              : { joints: person.joints }
          }
          onKept={onKept}
        />
      </div>
      <ShapeResults skeleton={settled} onChoose={onChoose} />
    </div>
  );
}
