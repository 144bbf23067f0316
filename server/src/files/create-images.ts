import { readFile, unlink } from 'node:fs/promises';
import type { Clock, Images, StoredImage } from '@lumiku/app-kit';
import { Fault, notFound } from '@lumiku/contract';
import sharp from 'sharp';
import type { CleanPictures } from './clean-pictures.ts';
import { storedName } from './file-name.ts';
import { fitPicture } from './fit-picture.ts';
import { markClip } from './mark-clip.ts';
import { extensionOf } from './media-types.ts';
import type { PictureQueue } from './picture-queue.ts';
import { markPicture } from './provenance.ts';
import { parseUploadUrl, uploadFile, uploadUrl } from './upload-path.ts';
import { type OpenFile, writeFileAtomically } from './write-file.ts';

export interface ImagesDeps {
  /** Absolute; made when the first picture comes. */
  uploadsFolder: string;
  cleanPictures: CleanPictures;
  queue: PictureQueue;
  clock: Clock;
  openFile?: OpenFile | undefined;
}

/** The pictures of one app on disk, under `<uploads>/<app>/<userId>/`; it can neither read nor remove another app's. */
export function createImages(deps: ImagesDeps, appId: string): Images {
  const { uploadsFolder, queue } = deps;

  const fileOf = (url: string): string | null => {
    const path = parseUploadUrl(url);
    return path && path.appId === appId ? uploadFile(uploadsFolder, path) : null;
  };
  const keep = async (
    userId: string,
    name: string,
    picture: { bytes: Uint8Array; mediaType: string; widthPx: number; heightPx: number },
  ): Promise<StoredImage> => {
    const stored = storedName(name, extensionOf(picture.mediaType), deps.clock.now());
    const path = { appId, userId, name: stored };
    const url = uploadUrl(path);
    await writeFileAtomically(uploadFile(uploadsFolder, path), picture.bytes, deps.openFile);
    const { mediaType, widthPx, heightPx } = picture;
    return { url, mediaType, widthPx, heightPx, sizeBytes: picture.bytes.byteLength };
  };
  const read = async (url: string): Promise<Uint8Array> => {
    const file = fileOf(url);
    if (!file) throw notFound('picture');
    return await readFile(file).catch((error: unknown) => {
      if (isMissing(error)) throw notFound('picture');
      throw error;
    });
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
      return await keep(userId, name, { ...marked, mediaType });
    },
    storeClip: async ({ userId, name, bytes, mediaType, source, engine, widthPx, heightPx }) =>
      await keep(userId, name, {
        bytes: await markClip(bytes, { mediaType, source, engine }),
        ...{ mediaType, widthPx, heightPx },
      }),
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
      return await queue.run(() => fitPicture(original, wish));
    },
    remove: async (urls) => {
      for (const url of urls) {
        const file = url ? fileOf(url) : null;
        if (file) await removeFile(file);
      }
    },
  };
}

/** Removes a file that may be gone already. */
export async function removeFile(file: string): Promise<void> {
  await unlink(file).catch((error: unknown) => {
    if (!isMissing(error)) throw error;
  });
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
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
