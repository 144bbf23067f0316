import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import type { ImportFile } from './import-folder.ts';

/** Why a file gave no pose. */
export const SKIP_REASONS = {
  not_a_picture: 'it is no picture',
  unreadable: 'it cannot be read or is broken',
  no_permission: 'it may not be read by this user',
  too_large: 'its file is too large',
  too_many_pixels: 'it has too many pixels',
  too_small: 'it is too small to see a pose in',
  mask_unreadable: 'its mask cannot be read',
  nobody: 'nobody was found in it',
  several_people: 'there are several people in it',
  half_body: 'arms or legs are not in it',
  upside_down: 'its person is upside down',
  unsure: 'its pose could not be read surely',
  like_another: 'its pose is like one that is there already',
  same_file: 'it is the same file as another one',
} as const;
export type SkipReason = keyof typeof SKIP_REASONS;

export function isSkipReason(text: string): text is SkipReason {
  return text in SKIP_REASONS;
}

/** A file that will give no pose, and why. */
export class Skipped extends Error {
  readonly reason: SkipReason;
  readonly detail: string;

  constructor(reason: SkipReason, detail = '') {
    super(detail === '' ? SKIP_REASONS[reason] : `${SKIP_REASONS[reason]} (${detail})`);
    this.reason = reason;
    this.detail = detail;
  }
}

const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/tiff']);
const BYTES_MAX = 64_000_000;
const PIXELS_MAX = 100_000_000;
const LONG_SIDE_PX = 1024;
const SHORT_SIDE_PX_MIN = 120;
const GREY = { r: 128, g: 128, b: 128 };

/** What the operating system says of a file nobody can open. */
export function skippedBy(error: unknown): Skipped {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const isForbidden = code === 'EACCES' || code === 'EPERM';
  return new Skipped(isForbidden ? 'no_permission' : 'unreadable', code);
}

/** Bytes of a picture and its mask, with the digest that tells a second import that it was here. @throws Skipped */
export async function readImportFile({ file, mask }: ImportFile) {
  const read = async (path: string): Promise<Uint8Array> => {
    const { size } = await stat(path).catch((error: unknown) => {
      throw skippedBy(error);
    });
    if (size > BYTES_MAX) throw new Skipped('too_large', `${Math.round(size / 1e6)} MB`);
    return await readFile(path).catch((error: unknown) => {
      throw skippedBy(error);
    });
  };
  const bytes = await read(file);
  const maskBytes = mask === null ? null : await read(mask);
  const digest = createHash('sha256').update(bytes);
  if (maskBytes) digest.update(maskBytes);
  return { bytes, maskBytes, digest: digest.digest('hex') };
}

/**
 * The picture as it is looked at: upright, at most 1024 pixels long, what the mask leaves out in grey. Its header is
 * read first, so a scan of two hundred megapixels is never unpacked. @throws Skipped
 */
export async function preparePicture(
  bytes: Uint8Array,
  maskBytes: Uint8Array | null,
): Promise<Uint8Array> {
  const type = await fileTypeFromBuffer(bytes);
  if (!type || !PICTURES.has(type.mime)) throw new Skipped('not_a_picture', type?.ext ?? '');
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw new Skipped('unreadable');
    });
  const { width, height } = header;
  if (width * height > PIXELS_MAX) {
    throw new Skipped('too_many_pixels', `${width} × ${height}`);
  }
  if (Math.min(width, height) < SHORT_SIDE_PX_MIN) {
    throw new Skipped('too_small', `${width} × ${height}`);
  }
  const upright = await sharp(bytes, { limitInputPixels: PIXELS_MAX, failOn: 'truncated' })
    .autoOrient()
    .resize(LONG_SIDE_PX, LONG_SIDE_PX, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: GREY })
    .toColourspace('srgb')
    .jpeg({ quality: 92 })
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw new Skipped('unreadable');
    });
  if (!maskBytes) return upright.data;
  return await masked(upright.data, upright.info, maskBytes);
}

async function masked(
  picture: Uint8Array,
  { width, height }: { width: number; height: number },
  maskBytes: Uint8Array,
): Promise<Uint8Array> {
  const alpha = await sharp(maskBytes, { limitInputPixels: PIXELS_MAX })
    .autoOrient()
    .resize(width, height, { fit: 'fill' })
    .flatten({ background: '#000000' })
    .greyscale()
    .normalise()
    .threshold(40)
    .extractChannel(0)
    .raw()
    .toBuffer()
    .catch(() => {
      throw new Skipped('mask_unreadable');
    });
  return await sharp(picture)
    .joinChannel(alpha, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer()
    .then((cutOut) => sharp(cutOut).flatten({ background: GREY }).jpeg({ quality: 92 }).toBuffer());
}
