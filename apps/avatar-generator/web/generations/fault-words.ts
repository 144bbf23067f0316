import { asApiFault } from '@lumiku/app-kit/web';
import type { Words } from '@lumiku/contract';

export interface FaultWords {
  title: string;
  fix?: string;
  code: string;
}

/** In Indonesian for the faults these screens meet often; `en` only where these screens know better than the server. */
const KNOWN: Record<
  string,
  { title: string; fix: string; en?: { title: string; fix?: string } } | undefined
> = {
  OFFLINE: {
    title: 'Studio tidak dapat dihubungi.',
    fix: 'Periksa koneksi lalu coba lagi. Tidak ada yang dibayar dua kali.',
  },
  VISION_UNAVAILABLE: {
    title: 'Foto belum bisa diperiksa',
    fix: 'Kamu bisa lanjut: foto diperiksa sebelum digambar.',
    en: { title: 'The photo could not be looked at' },
  },
  UPLOAD_NOT_AN_IMAGE: {
    title: 'Ini bukan foto yang bisa dibaca',
    fix: 'Pilih foto JPEG, PNG, WebP, atau AVIF. Foto HEIC: simpan sebagai JPEG.',
  },
  UPLOAD_UNREADABLE: { title: 'Gambar ini rusak', fix: 'Ekspor ulang, atau pilih yang lain.' },
  UPLOAD_TOO_LARGE: {
    title: 'Berkas ini terlalu besar',
    fix: 'Ekspor lebih kecil atau potong di sini.',
  },
  UPLOADS_BUSY: {
    title: 'Banyak gambar sedang diterima.',
    fix: 'Coba lagi dalam beberapa detik.',
  },
  PHOTO_NOT_USABLE: {
    title: 'Foto ini tidak bisa dipakai',
    fix: 'Pilih foto satu orang dengan wajah terlihat.',
  },
  INSUFFICIENT_CREDITS: {
    title: 'Kreditmu tidak cukup',
    fix: 'Pilih yang lebih murah atau minta kredit kepada admin.',
  },
  DATABASE_UNAVAILABLE: {
    title: 'Studio sedang tidak bisa menyimpan apa pun.',
    fix: 'Tunggu sebentar lalu coba lagi. Tidak ada yang dibayar.',
  },
  STORAGE_FULL: {
    title: 'Penyimpanan server penuh.',
    fix: 'Beri tahu operator server ini.',
  },
};

/** What went wrong and how to mend it, in the person's language where these screens know it. */
export function faultWords(thrown: unknown, t: (words: Words) => string): FaultWords {
  const fault = asApiFault(thrown);
  const known = KNOWN[fault.code];
  const fix = t({ en: fault.fix ?? known?.en?.fix ?? '', id: known?.fix ?? fault.fix ?? '' });
  return {
    title: t({ en: known?.en?.title ?? fault.message, id: known?.title ?? fault.message }),
    code: fault.code,
    ...(fix === '' ? {} : { fix }),
  };
}
