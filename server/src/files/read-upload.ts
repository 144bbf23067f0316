import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import type { PictureQueue } from './picture-queue.ts';
import { uploadFaults } from './upload-faults.ts';

export interface UploadLimits {
  sizeBytesMax: number;
  pixelsMax: number;
}

/** A picture as it is kept: upright, sRGB, no metadata. */
export interface CleanPicture {
  bytes: Uint8Array;
  mediaType: 'image/jpeg' | 'image/png';
  widthPx: number;
  heightPx: number;
}

const READABLE = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif']);
const HEIC = new Set(['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence']);
/** More than engines and screens use; keeps decoding and sending quick. */
const LONG_SIDE_PX_MAX = 2560;
/** Halving is preferred when this much is left: a JPEG decoder halves almost for free, any other size it does not. */
const HALVED_PX_MIN = 1800;
const DECODE_SECONDS_MAX = 20;

/**
 * Checks a file by its content, from cheap to dear (size, signature, header, pixels), and re-encodes it: a JPEG, or a
 * PNG where it is see-through. Re-encoding drops all metadata and whatever was hidden beside the picture. Of an
 * animation the first frame is kept.
 * @throws Fault UPLOAD_EMPTY, UPLOAD_UNREADABLE, UPLOAD_TOO_MANY_PIXELS (400), UPLOAD_TOO_LARGE (413),
 * UPLOAD_NOT_AN_IMAGE (415), UPLOADS_BUSY (503)
 */
export async function readUpload(
  file: Blob,
  limits: UploadLimits,
  queue: PictureQueue,
): Promise<CleanPicture> {
  if (file.size === 0) throw uploadFaults.empty();
  if (file.size > limits.sizeBytesMax) throw uploadFaults.tooLarge(file.size, limits.sizeBytesMax);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const type = await fileTypeFromBuffer(bytes);
  if (type && HEIC.has(type.mime)) throw uploadFaults.heic();
  if (!type || !READABLE.has(type.mime)) throw uploadFaults.notAnImage(type?.ext.toUpperCase());
  await checkHeader(bytes, limits);
  return await queue.run(() => cleanPicture(bytes, limits));
}

/** Reads the header alone: what a bomb would unpack to is known before a pixel of it is. */
async function checkHeader(bytes: Uint8Array, limits: UploadLimits): Promise<void> {
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((error: unknown) => {
      throw uploadFaults.unreadable(error);
    });
  if (header.width * header.height > limits.pixelsMax) {
    throw uploadFaults.tooManyPixels(header.width, header.height, limits.pixelsMax);
  }
}

async function cleanPicture(bytes: Uint8Array, limits: UploadLimits): Promise<CleanPicture> {
  try {
    const picture = sharp(bytes, {
      failOn: 'truncated',
      limitInputPixels: limits.pixelsMax,
      sequentialRead: true,
      pages: 1,
    });
    const { hasAlpha, width, height } = await picture.metadata();
    const longSidePx = keptLongSide(Math.max(width, height));
    picture
      .timeout({ seconds: DECODE_SECONDS_MAX })
      .autoOrient()
      .resize(longSidePx, longSidePx, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb');
    const encoded = hasAlpha
      ? picture.png({ compressionLevel: 6 })
      : picture.jpeg({ quality: 92, chromaSubsampling: '4:4:4' });
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
    return {
      bytes: data,
      mediaType: hasAlpha ? 'image/png' : 'image/jpeg',
      widthPx: info.width,
      heightPx: info.height,
    };
  } catch (error) {
    throw uploadFaults.unreadable(error);
  }
}

function keptLongSide(px: number): number {
  for (const halved of [px / 2, px / 4]) {
    if (halved >= HALVED_PX_MIN && halved <= LONG_SIDE_PX_MAX) return Math.floor(halved);
  }
  return Math.min(px, LONG_SIDE_PX_MAX);
}
