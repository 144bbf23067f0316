import { SceneBackdrop } from '@lumiku/contract';
import type { FigureJob } from '../figure-job.ts';

/** @throws Error that says what of the job's size or backdrop is wrong */
export function checkJob(job: FigureJob): void {
  const whole = (n: number): boolean => Number.isInteger(n) && n >= 16 && n <= 4096;
  if (!whole(job.widthPx) || !whole(job.heightPx))
    throw new Error(
      `A figure can be drawn from 16 to 4096 pixels a side, not ${job.widthPx} × ${job.heightPx}.`,
    );
  const isHung =
    job.backdrop === 'transparent' ||
    /^#[0-9a-f]{6}$/i.test(job.backdrop) ||
    SceneBackdrop.safeParse(job.backdrop).success;
  if (!isHung)
    throw new Error(
      `A backdrop is #rrggbb or transparent or one of ${SceneBackdrop.options.join(', ')}, not "${job.backdrop}".`,
    );
}
