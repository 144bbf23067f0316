import type { Clock, Images, StoredImage } from '@lumiku/app-kit';
import { Fault, notFound } from '@lumiku/contract';
import sharp from 'sharp';
import type { CleanPictures } from './clean-pictures.ts';
import type { ContentCredentials } from './content-credentials.ts';
import { storedName } from './file-name.ts';
import { fitPicture } from './fit-picture.ts';
import { markClip } from './mark-clip.ts';
import { extensionOf } from './media-types.ts';
import { type OutlineInk, outlinePicture } from './outline-picture.ts';
import type { PictureQueue } from './picture-queue.ts';
import { markPicture } from './provenance.ts';
import type { Storage } from './storage.ts';
import { parseUploadUrl, type UploadPath, uploadUrl } from './upload-path.ts';

export interface ImagesDeps {
  outline: OutlineInk;
  storage: Storage;
  cleanPictures: CleanPictures;
  queue: PictureQueue;
  clock: Clock;
  credentials: ContentCredentials;
}

/** The pictures of one app, stored under `<app>/<userId>/`; it can neither read nor remove another app's. */
export function createImages(deps: ImagesDeps, appId: string): Images {
  const { storage, queue } = deps;

  const pathOf = (url: string): UploadPath | null => {
    const path = parseUploadUrl(url);
    return path && path.appId === appId ? path : null;
  };
  const keep = async (
    userId: string,
    name: string,
    picture: { bytes: Uint8Array; mediaType: string; widthPx: number; heightPx: number },
  ): Promise<StoredImage> => {
    const stored = storedName(name, extensionOf(picture.mediaType), deps.clock.now());
    const path = { appId, userId, name: stored };
    const url = uploadUrl(path);
    await storage.write(path, picture.bytes);
    const { mediaType, widthPx, heightPx } = picture;
    return { url, mediaType, widthPx, heightPx, sizeBytes: picture.bytes.byteLength };
  };
  const read = async (url: string): Promise<Uint8Array> => {
    const path = pathOf(url);
    const bytes = path && (await storage.read(path));
    if (!bytes) throw notFound('picture');
    return bytes;
  };

  return {
    accept: async ({ userId, file }) =>
      await keep(userId, file.name, await deps.cleanPictures.of(file)),
    inspect: (file) => deps.cleanPictures.of(file),
    store: async ({ userId, name, bytes, mediaType, source, engine }) => {
      const marked = await queue
        .run(() => markPicture(bytes, { mediaType, source, engine }))
        .catch((error: unknown) => {
          throw error instanceof Fault ? error : pictureBroken(engine, error);
        });
      const picture = { bytes: new Uint8Array(marked.bytes), mediaType };
      const signed = await deps.credentials.sign(picture);
      return await keep(userId, name, { ...marked, bytes: signed, mediaType });
    },
    storeClip: async ({ userId, name, bytes, mediaType, source, engine, widthPx, heightPx }) => {
      const marked = await markClip(bytes, { mediaType, source, engine });
      const clip = { bytes: new Uint8Array(marked), mediaType };
      const signed = await deps.credentials.sign(clip);
      return await keep(userId, name, { ...{ mediaType, widthPx, heightPx }, bytes: signed });
    },
    thumbnail: async (image, userId, maxPx) => {
      const original = await read(image.url);
      const small = await queue.run(() =>
        sharp(original, { sequentialRead: true })
          .keepXmp()
          .resize(maxPx, maxPx, { fit: 'inside', withoutEnlargement: true })
          .webp({ quality: 82 })
          .toBuffer({ resolveWithObject: true }),
      );
      const name = `${parseUploadUrl(image.url)?.name.replace(/^\d+-|-[0-9a-f]{8}\.\w+$/g, '')}-small`;
      const { data, info } = small;
      const picture = { bytes: data, widthPx: info.width, heightPx: info.height };
      return await keep(userId, name, { ...picture, mediaType: 'image/webp' });
    },
    read,
    fitted: async (url, wish) => {
      const original = await read(url);
      const picture = await queue.run(() => fitPicture(original, wish));
      return { ...picture, bytes: await deps.credentials.sign(picture) };
    },
    outlined: async (url) => {
      const original = await read(url);
      return await queue.run(() => outlinePicture(original, deps.outline));
    },
    remove: async (urls) => {
      for (const url of urls) {
        const path = url ? pathOf(url) : null;
        if (path) await storage.remove(path);
      }
    },
  };
}

function pictureBroken(engine: string, cause: unknown): Fault {
  return new Fault({
    code: 'PICTURE_BROKEN',
    status: 502,
    message: 'The picture that was made could not be read.',
    fix: 'Try again; if it happens again, choose another engine.',
    internal: `engine ${engine}: ${cause instanceof Error ? cause.message : String(cause)}`,
    cause,
  });
}
