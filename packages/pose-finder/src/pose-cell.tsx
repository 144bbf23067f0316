import type { PoseTemplate } from '@lumiku/contract';
import { PoseTile, Skeleton, useWords } from '@lumiku/ui-kit';
import { memo } from 'react';
import { fromSide, type PoseSide } from './pose-side.ts';

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
  side,
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
  /** Found from that side. */
  side?: PoseSide | undefined;
}) {
  const { language } = useWords();
  return (
    <div data-place={place} style={{ width: widthPx }}>
      {pose === undefined ? (
        <Skeleton className="aspect-3/4 w-full" />
      ) : (
        <PoseTile
          src={side ? fromSide(pose.thumbnailUrl, side) : pose.thumbnailUrl}
          name={pose.names[language]}
          isChosen={isChosen}
          isFavourite={isFavourite}
          tabIndex={isTabStop ? 0 : -1}
          onChoose={() => onChoose(pose.id)}
          onToggleFavourite={() => onToggleFavourite(pose.id)}
          onMoreLike={() => onMoreLike(pose.id)}
          onEdit={onEdit && (() => onEdit(pose.id))}
        />
      )}
    </div>
  );
});
