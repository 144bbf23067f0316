import type { PoseTemplate } from '@lumiku/contract';
import { PoseTile, Skeleton, TileTool, useWords } from '@lumiku/ui-kit';
import { EllipsisVertical } from 'lucide-react';
import { memo } from 'react';
import { OwnPoseMenu } from './own-pose-menu.tsx';

/** One place of the grid. Drawn again only when something of its own changed, or a quick scroll would stutter. */
export const PoseCell = memo(function PoseCell({
  place,
  pose,
  widthPx,
  isChosen,
  isFavourite,
  isTabStop,
  onChoose,
  onToggleFavourite,
  onMoreLike,
  onEdit,
}: {
  place: number;
  /** Undefined while it is on its way. */
  pose: PoseTemplate | undefined;
  widthPx: number;
  isChosen: boolean;
  isFavourite: boolean;
  isTabStop: boolean;
  onChoose: (poseId: string) => void;
  onToggleFavourite: (poseId: string) => void;
  onMoreLike: (poseId: string) => void;
  onEdit?: ((poseId: string) => void) | undefined;
}) {
  const { t, language } = useWords();
  const name = pose?.names[language] ?? '';
  return (
    <div data-place={place} style={{ width: widthPx }}>
      {pose === undefined ? (
        <Skeleton className="aspect-3/4 w-full" />
      ) : (
        <PoseTile
          src={pose.thumbnailUrl}
          name={name}
          isChosen={isChosen}
          isFavourite={isFavourite}
          tabIndex={isTabStop ? 0 : -1}
          onChoose={() => onChoose(pose.id)}
          onToggleFavourite={() => onToggleFavourite(pose.id)}
          onMoreLike={() => onMoreLike(pose.id)}
          {...(onEdit &&
            (pose.isMine
              ? {
                  menu: (
                    <OwnPoseMenu
                      // Its open dialog belongs to one pose, the cell to whichever stands there.
                      key={pose.id}
                      pose={pose}
                      trigger={
                        <TileTool
                          icon={EllipsisVertical}
                          label={t({ en: 'More', id: 'Lainnya' })}
                          of={name}
                          tabIndex={isTabStop ? 0 : -1}
                        />
                      }
                      onEdit={onEdit}
                    />
                  ),
                }
              : { onEdit: () => onEdit(pose.id) }))}
        />
      )}
    </div>
  );
});
