import { studioJob } from '@lumiku/figure';
import { EngineFault, type ImageToVideoRequest } from '../../engine.ts';
import type { ClipWork } from '../local-ticket.ts';

/** Video encoders want even sides. */
const even = (side: number): number => Math.max(16, Math.round(side / 2) * 2);

/** @throws EngineFault `invalid_input` for a picture the local studio did not draw */
export function clipWork(request: ImageToVideoRequest): Omit<ClipWork, 'id'> {
  const { look, pose, move, seconds, scene, shading, seed } = request;
  if (!look || !pose)
    throw new EngineFault(
      'invalid_input',
      'The local studio moves only figures: it was told neither who is in the picture nor how they stand.',
    );
  const job = studioJob({
    pose: pose.solved,
    look,
    camera: { yaw: pose.yaw, pitch: pose.pitch, framing: pose.framing },
    scene,
    shading,
    seed,
    widthPx: even(request.widthPx),
    heightPx: even(request.heightPx),
  });
  return { task: 'clip', job, move, seconds };
}
