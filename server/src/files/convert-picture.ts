import { Fault, PictureFormat } from '@lumiku/contract';
import sharp, { type Sharp } from 'sharp';

const ENDINGS: Record<PictureFormat, string> = { png: '.png', jpeg: '.jpg', webp: '.webp' };

/** The ending of a file in this format, with the dot. */
export function endingOf(format: PictureFormat): string {
  return ENDINGS[format];
}

/** Reads `?format=`. @throws Fault UPLOAD_FORMAT_UNKNOWN (400) */
export function wantedFormat(text: string | undefined): PictureFormat | null {
  if (text === undefined) return null;
  const format = PictureFormat.safeParse(text);
  if (format.success) return format.data;
  throw new Fault({
    code: 'UPLOAD_FORMAT_UNKNOWN',
    status: 400,
    message: 'A picture cannot be saved in this format.',
    fix: `Ask for one of: ${PictureFormat.options.join(', ')}.`,
  });
}

/** The picture in another format; the mark that says how it was made (XMP) goes with it. */
export async function convertPicture(
  bytes: Uint8Array,
  format: PictureFormat,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; mediaType: string }> {
  const encoded = encodeAs(sharp(bytes).keepXmp(), format);
  return { bytes: new Uint8Array(await encoded.toBuffer()), mediaType: `image/${format}` };
}

/** At the quality everything is saved with; JPEG has no transparency and gets white. */
export function encodeAs(picture: Sharp, format: PictureFormat): Sharp {
  if (format === 'png') return picture.png({ compressionLevel: 6 });
  if (format === 'webp') return picture.webp({ quality: 92 });
  return picture.flatten({ background: '#ffffff' }).jpeg({ quality: 93 });
}
