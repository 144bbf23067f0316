import type { Words } from '@lumiku/contract';
import { madeSmaller, pictureSize } from './edit-picture.ts';

const PHOTO_BYTES_MAX = 10 * 1024 * 1024;
const PIXELS_MAX = 40_000_000;

export type AcceptedPhoto =
  | { ok: true; file: File; madeSmallerFrom: number | null }
  | { ok: false; title: Words; text: Words };

/**
 * Looks at a chosen file before it is sent: what is certainly not a picture is said at once, what is only too big is
 * made smaller here. The server's own check by content still decides.
 */
export async function acceptPhoto(file: File): Promise<AcceptedPhoto> {
  if (file.size === 0) {
    return {
      ok: false,
      title: { en: 'This file is empty', id: 'Berkas ini kosong' },
      text: { en: 'Choose another photo.', id: 'Pilih foto lain.' },
    };
  }
  if (file.type !== '' && !file.type.startsWith('image/')) {
    return {
      ok: false,
      title: { en: 'This is not a picture', id: 'Ini bukan gambar' },
      text: {
        en: 'Choose a JPEG, PNG, WebP or AVIF photo.',
        id: 'Pilih foto JPEG, PNG, WebP, atau AVIF.',
      },
    };
  }
  const size = await pictureSize(file).catch(() => null);
  // A browser that cannot read a HEIC or AVIF can still send it: the server may read it.
  // What only some browsers can read (an iPhone's HEIC) is sent as what every server can.
  const isForeign = size !== null && /^image\/(heic|heif)/.test(file.type);
  const isTooBig =
    file.size > PHOTO_BYTES_MAX || (size !== null && size.width * size.height > PIXELS_MAX);
  if (!isTooBig && !isForeign) return { ok: true, file, madeSmallerFrom: null };
  const smaller = size === null ? null : await madeSmaller(file).catch(() => null);
  if (smaller !== null && smaller.size <= PHOTO_BYTES_MAX) {
    return { ok: true, file: smaller, madeSmallerFrom: isTooBig ? file.size : null };
  }
  const mb = Math.ceil(file.size / 1024 / 1024);
  return {
    ok: false,
    title: {
      en: `This file is ${mb} MB; the limit is 10 MB`,
      id: `Berkas ini ${mb} MB; batasnya 10 MB`,
    },
    text: { en: 'Export it smaller as a JPEG.', id: 'Ekspor lebih kecil sebagai JPEG.' },
  };
}
