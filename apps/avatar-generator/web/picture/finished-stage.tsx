import type { PoseTemplate } from '@lumiku/contract';
import type { Generation } from '../../contract.ts';
import { ClipStage } from './clip-stage.tsx';
import { PictureStage } from './picture-stage.tsx';

/** What was made: a picture that can be compared, or a clip that plays. */
export function FinishedStage({
  generation,
  pose,
  isBleeding = false,
}: {
  generation: Generation;
  pose: PoseTemplate | undefined;
  isBleeding?: boolean;
}) {
  return generation.kind === 'clip' ? (
    <ClipStage generation={generation} />
  ) : (
    <PictureStage generation={generation} pose={pose} isBleeding={isBleeding} />
  );
}
