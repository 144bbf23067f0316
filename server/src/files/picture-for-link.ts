import sharp from 'sharp';
import type { ContentCredentials } from './content-credentials.ts';
import type { PictureQueue } from './picture-queue.ts';
import type { Storage, StoredFile } from './storage.ts';
import { parseUploadUrl } from './upload-path.ts';

/** Long side a shared picture is shown at: enough for any screen, quick on a phone. */
const SHOWN_PX = 2_048;

/**
 * A stored picture as JPEG for a public page, its mark of how it was made kept; null when the file is gone. Only for
 * URLs the studio's own rows name.
 */
export async function pictureForLink(
  { storage, credentials }: { storage: Pick<Storage, 'read'>; credentials: ContentCredentials },
  queue: PictureQueue,
  url: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const path = parseUploadUrl(url);
  if (!path) return null;
  const bytes = await storage.read(path);
  if (!bytes) return null;
  const encoded = await queue.run(() =>
    sharp(bytes)
      .keepXmp()
      .resize(SHOWN_PX, SHOWN_PX, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 88 })
      .toBuffer(),
  );
  return await credentials.sign({ bytes: new Uint8Array(encoded), mediaType: 'image/jpeg' });
}

/** A stored clip for a public page, as it is; null when the file is gone. */
export async function clipForLink(
  storage: Pick<Storage, 'find'>,
  url: string,
): Promise<StoredFile | null> {
  const path = parseUploadUrl(url);
  return path ? await storage.find(path) : null;
}
