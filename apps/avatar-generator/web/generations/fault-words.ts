import { asApiFault } from '@lumiku/app-kit/web';
import type { Words } from '@lumiku/contract';

export interface FaultWords {
  title: string;
  fix?: string;
  code: string;
}

/** Faults these screens meet often, in both languages; all others are shown in the server's own words. */
const KNOWN: Record<string, { title: Words; fix: Words }> = {
  OFFLINE: {
    title: { en: 'The studio cannot be reached.', id: 'Studio tidak dapat dihubungi.' },
    fix: {
      en: 'Check the connection and try again. Nothing is paid twice.',
      id: 'Periksa koneksi lalu coba lagi. Tidak ada yang dibayar dua kali.',
    },
  },
  VISION_UNAVAILABLE: {
    title: { en: 'The photo could not be looked at', id: 'Foto belum bisa diperiksa' },
    fix: {
      en: 'You can go on: it is checked before anything is drawn.',
      id: 'Kamu bisa lanjut: foto diperiksa sebelum digambar.',
    },
  },
  UPLOAD_NOT_AN_IMAGE: {
    title: { en: 'This is not a picture', id: 'Ini bukan gambar' },
    fix: { en: 'Choose a JPEG, PNG or WebP photo.', id: 'Pilih foto JPEG, PNG, atau WebP.' },
  },
  UPLOAD_UNREADABLE: {
    title: { en: 'This picture is damaged', id: 'Gambar ini rusak' },
    fix: { en: 'Export it again, or choose another.', id: 'Ekspor ulang, atau pilih yang lain.' },
  },
  UPLOAD_TOO_LARGE: {
    title: { en: 'This file is too large', id: 'Berkas ini terlalu besar' },
    fix: {
      en: 'Export it smaller or crop it here.',
      id: 'Ekspor lebih kecil atau potong di sini.',
    },
  },
};

/** What went wrong and how to mend it, in the person's language where these screens know it. */
export function faultWords(thrown: unknown, t: (words: Words) => string): FaultWords {
  const fault = asApiFault(thrown);
  const known = KNOWN[fault.code];
  if (known !== undefined) return { title: t(known.title), fix: t(known.fix), code: fault.code };
  return {
    title: fault.message,
    code: fault.code,
    ...(fault.fix === undefined ? {} : { fix: fault.fix }),
  };
}
