import { createHash } from 'node:crypto';
import type { AppContext, StoredImage } from '@lumiku/app-kit';
import { type Avatar, PRICES } from '../../contract.ts';
import { THUMBNAIL_PX } from '../make-picture.ts';
import { claimAndCharge, type SaveRequest } from './claim-and-charge.ts';
import { insertAvatar } from './insert-avatar.ts';
import { getAvatar } from './read-avatars.ts';
import { readSentPicture } from './read-sent-picture.ts';

/**
 * Saves pictures the caller kept. They are checked by content, made new and marked; the thumbnail is made from the
 * picture, the one that was sent is only checked. The avatar's id follows from what is sent, so that a double click
 * finds what the first one saved.
 */
export async function savePictures(context: AppContext, request: SaveRequest): Promise<Avatar> {
  const { userId, projectId, input } = request;
  const file = readSentPicture(input.imageBase64 ?? '', 'imageBase64');
  if (input.thumbnailBase64 !== undefined) {
    await context.images.inspect(readSentPicture(input.thumbnailBase64, 'thumbnailBase64'));
  }
  const { imageBase64: _image, thumbnailBase64: _small, previewId: _id, ...words } = input;
  const { name, generationPrompt = null, ...attributes } = words;
  const contents = { ...words, image: hash(new Uint8Array(await file.arrayBuffer())) };
  const avatarId = idFrom(JSON.stringify([userId, projectId, contents]));
  const { picture, thumbnail } = await store(context, userId, file);
  let isKept = false;
  try {
    const id = await context.db.transaction(async (tx) => {
      const earlier = await claimAndCharge(context, tx, request, avatarId, contents);
      if (earlier !== null) return earlier;
      const saved = await insertAvatar(context, tx, {
        ...{ id: avatarId, userId, projectId, name, picture, attributes, generationPrompt },
        thumbnailUrl: thumbnail.url,
        sourceType: 'generated',
        ...{ enhancedPrompt: null, seed: null, engine: null, creditUsed: PRICES.avatar },
      });
      isKept = saved !== null;
      return avatarId;
    });
    return await getAvatar(context, userId, id);
  } catch (error) {
    isKept = await isNamed(context, userId, avatarId, picture);
    throw error;
  } finally {
    if (!isKept) await context.images.remove([picture.url, thumbnail.url]);
  }
}

/** Marked as made by a machine: that is what this call is for. Which engine it was is not known any more. */
async function store(
  context: AppContext,
  userId: string,
  file: File,
): Promise<{ picture: StoredImage; thumbnail: StoredImage }> {
  const { bytes, mediaType } = await context.images.inspect(file);
  const isAi = context.engines.preferred('text-to-image')?.isAi ?? true;
  const picture = await context.images.store({
    ...{ userId, name: 'avatar', bytes, mediaType, engine: 'preview' },
    source: isAi ? 'trainedAlgorithmicMedia' : 'algorithmicMedia',
  });
  try {
    return { picture, thumbnail: await context.images.thumbnail(picture, userId, THUMBNAIL_PX) };
  } catch (error) {
    await context.images.remove([picture.url]);
    throw error;
  }
}

/** The answer to a commit that went through may have been lost with its connection. */
async function isNamed(
  context: AppContext,
  userId: string,
  id: string,
  picture: StoredImage,
): Promise<boolean> {
  return await getAvatar(context, userId, id).then(
    (avatar) => avatar.imageUrl === picture.url,
    () => false,
  );
}

const hash = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** A UUID (version 8, RFC 9562: made by an own rule) from a hash. */
function idFrom(contents: string): string {
  const hex = hash(contents);
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`];
  return [...parts, `${variant}${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
