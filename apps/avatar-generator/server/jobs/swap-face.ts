import type { AppContext, JobDefinition } from '@lumiku/app-kit';
import { photoExpired } from '../generation-faults.ts';
import { generationJob, pictureFile, THUMBNAIL_PX } from './generation-job.ts';
import { storePicture } from './store-picture.ts';

/** Longer than an engine may take: a service that starts a machine first needs minutes. */
const TIMEOUT_MS = 12 * 60_000;

/** The work behind a face swap: an engine puts the face of one picture on the person of another, or says why it cannot. */
export function swapFace(context: AppContext): JobDefinition {
  return generationJob(context, {
    kind: 'face-swap',
    paidFrom: ['faceSwap', 'priority'],
    timeoutMs: TIMEOUT_MS,
    async make(job, row) {
      if (row.inputImageUrl === null || row.targetImageUrl === null) throw photoExpired();
      job.progress({ fraction: null, stage: 'reading_photo' });
      const face = await pictureFile(context, row.inputImageUrl);
      const target = await pictureFile(context, row.targetImageUrl);
      const made = await context.engines.make(job, {
        ...{ kind: 'face-swap', face, target, seed: row.seed },
      });
      job.step('picture.made');
      const as = { name: `face-swap-${row.poseTemplateId}`, thumbnailPx: THUMBNAIL_PX };
      const stored = await storePicture(context, job, made, as);
      return { ...stored, note: made.note ?? null };
    },
  });
}
