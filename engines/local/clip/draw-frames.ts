import type { FigurePool, planClip } from '@lumiku/figure';
import { encodePng } from '../encode-png.ts';

/** Frames asked for at a time: enough to keep every thread busy, few enough that a picture need not wait long. */
const AHEAD = 3;

/** Draws the frames of a clip, each on a thread of its own, as PNG. @throws the signal's reason */
export async function drawFrames(
  pool: FigurePool,
  { frames }: ReturnType<typeof planClip>,
  signal: AbortSignal,
  onFrame: (share: number) => void,
): Promise<Uint8Array[]> {
  const drawn: Uint8Array[] = new Array(frames.length);
  let next = 0;
  let done = 0;
  const draw = async (): Promise<void> => {
    for (let at = next++; at < frames.length; at = next++) {
      const job = frames[at];
      if (!job) return;
      const picture = await pool.render(job, { signal, alone: true });
      drawn[at] = await encodePng(picture, 1);
      onFrame(++done / frames.length);
    }
  };
  await Promise.all(Array.from({ length: AHEAD }, draw));
  return drawn;
}
