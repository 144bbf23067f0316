import { type AppContext, newSeed, type StoredImage } from '@lumiku/app-kit';
import {
  AVATAR_GENERATOR,
  DEFAULT_STYLE,
  type FaceSwapForm,
  type Generation,
} from '../../contract.ts';
import {
  acceptGeneration,
  photoExpiry,
  type RequestKey,
  type WantedGeneration,
} from '../accept-generation.ts';
import { type CheckedPhotos, hashFile } from '../checked-photos.ts';
import { oneTarget, photoNotUsable } from '../generation-faults.ts';
import type { GenerationRow } from '../generation-view.ts';
import { inputPicture } from '../input-picture.ts';
import { copyResult } from './copy-result.ts';
import { getGeneration } from './read-generations.ts';

/**
 * Accepts a face and a picture to put it on. Both are kept as copies of this swap's own.
 * @throws Fault CONSENT_NEEDED (403), REQUEST_INVALID (400), NOT_FOUND (404), GENERATION_NOT_A_PICTURE (409),
 * PHOTO_NOT_USABLE (422), INSUFFICIENT_CREDITS (402), ENGINE_NOT_CONFIGURED (503), and what `images.accept` throws
 */
export async function createFaceSwap(
  context: AppContext,
  checked: CheckedPhotos,
  userId: string,
  form: FaceSwapForm,
  idempotencyKey: string | undefined,
): Promise<Generation> {
  await context.consents.require(userId);
  if ((form.generationId === undefined) === (form.target === undefined)) throw oneTarget();
  const { file, source } = await inputPicture(context, userId, form);
  const hash = await hashFile(file);
  const report = checked.find(hash);
  if (report && !report.usable) throw photoNotUsable(report);
  const kept: string[] = [];
  let isKept = false;
  try {
    const { base, target } = await targetOf(context, userId, form);
    kept.push(target.url);
    const face = await context.images.accept({ userId, file });
    kept.push(face.url);
    const { id, isNew } = await acceptGeneration(
      context,
      wantedSwap(userId, form, base),
      await keyOf(idempotencyKey, form, hash),
      async (tx, subjectId) => {
        if (source !== null) await context.sources.used(tx, { ref: source, userId, subjectId });
        const inputExpiresAt = photoExpiry(context);
        return { inputImageUrl: face.url, targetImageUrl: target.url, inputExpiresAt };
      },
    );
    isKept = isNew;
    return await getGeneration(context, userId, id);
  } finally {
    if (!isKept) await context.images.remove(kept);
  }
}

function wantedSwap(
  userId: string,
  form: FaceSwapForm,
  base: GenerationRow | null,
): WantedGeneration {
  return {
    ...{ userId, kind: 'face-swap', priority: form.priority, seed: newSeed() },
    poseTemplateId: base?.poseTemplateId ?? '',
    poseNames: base?.poseNames ?? null,
    quality: base?.quality ?? 'sd',
    stylePreset: base?.stylePreset ?? DEFAULT_STYLE,
    ...{ scene: base?.scene ?? null, poseTurn: base?.poseTurn ?? null },
    ...{ basedOnId: base?.id ?? null, keypoints: base?.keypoints ?? null },
    ...{ lookChoice: {}, lookSuggested: null },
  };
}

async function targetOf(
  context: AppContext,
  userId: string,
  { generationId, target }: FaceSwapForm,
): Promise<{ base: GenerationRow | null; target: StoredImage }> {
  if (target !== undefined) {
    return { base: null, target: await context.images.accept({ userId, file: target }) };
  }
  const { base, copy } = await copyResult(context, userId, generationId ?? '');
  return { base, target: copy };
}

async function keyOf(
  key: string | undefined,
  { generationId, target, priority, source }: FaceSwapForm,
  face: string,
): Promise<RequestKey | null> {
  if (key === undefined) return null;
  const onto = target === undefined ? generationId : await hashFile(target);
  const request = { face, onto, priority, ...(source === undefined ? {} : { source }) };
  return { key, operation: `${AVATAR_GENERATOR}.face-swap`, request };
}
