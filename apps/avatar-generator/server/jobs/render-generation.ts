import type { AppContext, JobDefinition, RunningJob, TransferPose } from '@lumiku/app-kit';
import { Fault, type LookChoice, type Words } from '@lumiku/contract';
import { eq } from 'drizzle-orm';
import { pictureSize } from '../../contract.ts';
import { photoExpired, photoNotUsable } from '../generation-faults.ts';
import type { GenerationRow } from '../generation-view.ts';
import { keypointsOfRequest } from '../picture-keypoints.ts';
import { poseNegativePrompt, posePrompt } from '../pose-prompt.ts';
import type { Styles } from '../styles/load-styles.ts';
import { avatarGenerations } from '../tables.ts';
import { enlarge } from './enlarge.ts';
import { type Delivered, generationJob, pictureFile, THUMBNAIL_PX } from './generation-job.ts';
import { makeBest } from './make-best.ts';
import { storePicture } from './store-picture.ts';

/** A face that is not theirs needs a reason. */
const NOT_LOOKED_AT: Words = {
  en: 'The studio could not look at the photo just now, so the look is a neutral one. Another try reads it again.',
  id: 'Studio sedang tidak bisa melihat fotonya, jadi penampilannya netral. Coba lagi untuk membacanya.',
};

const TIMEOUT_MS = 25 * 60_000;

/** The work behind a picture: look at the photo, have the best of some tries made, enlarge and store it. */
export function renderGeneration(context: AppContext, styles: Styles): JobDefinition {
  return generationJob(context, {
    kind: 'picture',
    paidFrom: ['base', 'hd', 'priority'],
    timeoutMs: TIMEOUT_MS,
    make: (job, row) => render(context, styles, job, row),
  });
}

async function render(
  context: AppContext,
  styles: Styles,
  job: RunningJob<unknown>,
  row: GenerationRow,
): Promise<Delivered> {
  if (row.inputImageUrl === null) throw photoExpired();
  job.progress({ fraction: null, stage: 'reading_photo' });
  const photo = await pictureFile(context, row.inputImageUrl);
  const suggested = row.lookSuggested ?? (await lookAt(context, job, photo.bytes));
  const look = context.photos.completeLook(suggested ?? {}, row.lookChoice);
  const request = await requestOf(context, styles, { ...row, look }, photo);
  await context.db
    .update(avatarGenerations)
    .set({ look, lookSuggested: suggested, keypoints: keypointsOfRequest(request) })
    .where(eq(avatarGenerations.id, row.id));
  const best = await makeBest(context, job, request, row);
  const picture = await enlarge(context, job, best.made, request);
  const note = suggested === null ? NOT_LOOKED_AT : (best.note ?? picture.note ?? null);
  const stored = await storePicture(context, job, picture, {
    ...{ name: row.poseTemplateId, thumbnailPx: THUMBNAIL_PX },
  });
  return { ...stored, scores: best.scores, note };
}

/** What the engine is asked for: pose, look, style and scene as they were chosen. */
export async function requestOf(
  context: Pick<AppContext, 'poses'>,
  styles: Styles,
  row: GenerationRow & { look: NonNullable<GenerationRow['look']> },
  photo: TransferPose['photo'],
): Promise<TransferPose> {
  const { look } = row;
  const style = styles.of(row.stylePreset);
  // Chosen light and place win over the style's, one by one.
  const scene = { ...style.scene, ...row.scene };
  const { id, names, solved, yaw, pitch, framing } = await context.poses.get(
    row.poseTemplateId,
    row.userId,
    { ...row.poseTurn, evenDeleted: true },
  );
  const words = {
    ...{ look, chosen: row.lookChoice, style, scene },
    pose: { name: names.en, framing },
  };
  return {
    kind: 'pose-transfer',
    ...{ photo, look, scene },
    pose: { id, solved, yaw, pitch, framing },
    prompt: posePrompt(words),
    negativePrompt: poseNegativePrompt(words),
    stylePreset: style.id,
    shading: style.shading,
    sampling: style.engine,
    ...pictureSize(row.quality, scene),
    seed: row.seed,
  };
}

/**
 * A photo nobody has checked yet is checked here, before anything is drawn; a wrong one fails and costs nothing. When
 * the studio cannot look at photos right now (null), the picture is made with a neutral look and says so.
 */
async function lookAt(
  context: AppContext,
  job: RunningJob<unknown>,
  photo: Uint8Array,
): Promise<LookChoice | null> {
  job.progress({ fraction: null, stage: 'checking_photo' });
  try {
    const report = await context.photos.look(photo, job.signal);
    if (!report.usable) throw photoNotUsable(report);
    return report.suggestion;
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'VISION_UNAVAILABLE') throw error;
    context.log.warn({ err: error, generationId: job.id }, 'Made without a look at the photo.');
    return null;
  }
}
