import { asApiFault } from '@lumiku/app-kit/web';
import type { PoseTemplate } from '@lumiku/contract';
import { Button, ErrorState, PoseTile, Skeleton, useWords } from '@lumiku/ui-kit';
import type { Skeleton as PoseSkeleton } from './pose-api.ts';
import { fromSide, type PoseSide } from './pose-side.ts';
import { usePosesLike } from './use-poses.ts';

const WAITING = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];

/** The poses that look most like a skeleton, from the side they do. */
export function ShapeResults({
  skeleton,
  onChoose,
}: {
  skeleton: PoseSkeleton | null;
  onChoose: (pose: PoseTemplate, side: PoseSide) => void;
}) {
  const { t, language } = useWords();
  const shelf = usePosesLike(skeleton);
  if (shelf.fault) {
    const { message, fix } = asApiFault(shelf.fault);
    return (
      <ErrorState
        title={message}
        className="py-6!"
        action={<Button onClick={shelf.retry}>{t({ en: 'Try again', id: 'Coba lagi' })}</Button>}
      >
        {fix}
      </ErrorState>
    );
  }
  return (
    <section
      aria-label={t({ en: 'Poses like it', id: 'Pose yang mirip' })}
      aria-busy={shelf.isLoading}
      className="grid grid-cols-3 gap-3 phone:gap-2"
    >
      {shelf.isLoading
        ? WAITING.map((place) => <Skeleton key={place} className="aspect-3/4 w-full" />)
        : Array.from({ length: shelf.total }, (_, index) => {
            const pose = shelf.poseAt(index);
            const side = shelf.sideAt(index);
            if (!pose) return null;
            return (
              <PoseTile
                key={pose.id}
                src={fromSide(pose.thumbnailUrl, side)}
                meanwhileSrc={fromSide(pose.thumbnailUrl, { mirror: side.mirror })}
                name={pose.names[language]}
                isChosen={false}
                onChoose={() => onChoose(pose, side)}
              />
            );
          })}
    </section>
  );
}
