import { type AppContext, newSeed } from '@lumiku/app-kit';
import { AVATAR_GENERATOR, type ClipBody, type Generation } from '../../contract.ts';
import { acceptGeneration } from '../accept-generation.ts';
import { copyResult } from './copy-result.ts';
import { getGeneration } from './read-generations.ts';

/**
 * Accepts a clip of a finished picture. The clip gets a copy of the picture, so that either can be deleted.
 * @throws Fault CONSENT_NEEDED (403), NOT_FOUND (404), GENERATION_NOT_A_PICTURE (409), CLIP_TOO_LONG (422),
 * INSUFFICIENT_CREDITS (402), ENGINE_NOT_CONFIGURED (503)
 */
export async function createClip(
  context: AppContext,
  userId: string,
  body: ClipBody,
  idempotencyKey: string | undefined,
): Promise<Generation> {
  await context.consents.require(userId);
  const { generationId, move, seconds, priority } = body;
  const { base, copy } = await copyResult(context, userId, generationId);
  let isKept = false;
  try {
    const { id, isNew } = await acceptGeneration(
      context,
      {
        ...{ userId, priority, kind: 'clip', seed: newSeed(), clip: { move, seconds } },
        ...{ poseTemplateId: base.poseTemplateId, poseNames: base.poseNames },
        ...{ quality: base.quality, stylePreset: base.stylePreset, scene: base.scene },
        ...{ poseTurn: base.poseTurn, basedOnId: base.id },
        ...{ lookChoice: base.lookChoice, lookSuggested: base.lookSuggested },
      },
      idempotencyKey === undefined
        ? null
        : { key: idempotencyKey, operation: `${AVATAR_GENERATOR}.clip`, request: body },
      async () => ({
        inputImageUrl: copy.url,
        inputExpiresAt: null,
        look: base.kind === 'picture' ? base.look : null,
        outputWidthPx: copy.widthPx,
        outputHeightPx: copy.heightPx,
      }),
    );
    isKept = isNew;
    return await getGeneration(context, userId, id);
  } finally {
    if (!isKept) await context.images.remove([copy.url]);
  }
}
