import { FACE_SWAP_WORDS } from './face-swap-words.ts';
import { MAKING_FAULT_WORDS } from './making-fault-words.ts';
import { type FaultWords, PLATFORM_FAULT_WORDS } from './platform-fault-words.ts';
import { SKELETON_FAULT_WORDS } from './skeleton-fault-words.ts';

/** What faults say in Indonesian; the code throws them in English. Every code has words here: a check of `tools/verify`. */
const INDONESIAN: Readonly<Record<string, FaultWords>> = {
  ...PLATFORM_FAULT_WORDS,
  ...MAKING_FAULT_WORDS,
  ...FACE_SWAP_WORDS,
  ...SKELETON_FAULT_WORDS,
  OFFLINE: {
    message: 'Studio tidak dapat dihubungi.',
    fix: 'Periksa sambungan, lalu coba lagi. Tidak ada yang dibayar dua kali.',
  },
  ANSWER_UNREADABLE: {
    message: 'Server menjawab sesuatu yang tidak dikenal halaman ini.',
    fix: 'Muat ulang halaman, lalu coba lagi.',
  },
  PAGE_FAILED: {
    message: 'Ada yang salah di halaman ini.',
    fix: 'Muat ulang halaman dan coba lagi.',
  },
  SIGN_IN_WRONG: {
    message: 'Email atau kata sandi tidak benar.',
    fix: 'Periksa keduanya dan coba lagi.',
  },
  SIGN_UP_CLOSED: {
    message: 'Studio ini tidak menerima akun baru.',
    fix: 'Minta akun kepada admin studio ini.',
  },
  PASSWORD_WRONG: {
    message: 'Kata sandi tidak benar.',
    fix: 'Ketik lagi kata sandimu sekarang.',
  },
  EMAIL_TAKEN: {
    message: 'Sudah ada akun dengan email ini.',
    fix: 'Masuk dengannya, atau pakai email lain.',
  },
  EMAIL_INVALID: {
    message: 'Ini bukan alamat email.',
    fix: 'Tulis seperti nama@contoh.com.',
  },
  TOO_MANY_ATTEMPTS: {
    message: 'Terlalu banyak percobaan dari jaringanmu.',
    fix: 'Tunggu sebentar lalu coba lagi.',
  },
  NOT_SIGNED_IN: { message: 'Kamu belum masuk.', fix: 'Masuk lalu coba lagi.' },
  NOT_ALLOWED: { message: 'Akunmu tidak boleh melakukan ini.' },
  NOT_FOUND: { message: 'Ini tidak ada.' },
  INTERNAL_ERROR: {
    message: 'Server mengalami masalah.',
    fix: 'Coba lagi sebentar lagi. Pekerjaan yang gagal tidak dibayar.',
  },
  DATABASE_UNAVAILABLE: {
    message: 'Basis data sedang tidak dapat dihubungi.',
    fix: 'Coba lagi sebentar lagi.',
  },
  STORAGE_FULL: {
    message: 'Tempat penyimpanan studio ini penuh.',
    fix: 'Beri tahu operator studio ini. Tidak ada yang dibayar.',
  },
  UPLOAD_EMPTY: { message: 'Berkas ini kosong.', fix: 'Pilih foto lain.' },
  UPLOAD_UNREADABLE: {
    message: 'Gambar ini rusak atau tidak lengkap.',
    fix: 'Ekspor ulang, atau pilih foto lain.',
  },
  UPLOAD_NOT_AN_IMAGE: {
    message: 'Berkas ini bukan foto.',
    fix: 'Pilih JPEG, PNG, WebP, atau AVIF.',
  },
  UPLOAD_TOO_LARGE: {
    message: 'Berkas ini terlalu besar.',
    fix: 'Ekspor lebih kecil, atau potong di sini.',
  },
  UPLOAD_TOO_MANY_PIXELS: {
    message: 'Gambar ini punya terlalu banyak piksel.',
    fix: 'Perkecil gambarnya lalu coba lagi.',
  },
  POSE_NOT_FOUND: { message: 'Pose ini tidak ada.', fix: 'Pilih pose lain.' },
};

/** The Indonesian words for a fault, with its figures where they matter; null where only English will do. */
export function indonesianFault(
  code: string,
  given: Record<string, unknown>,
  retryAfterSeconds?: number | undefined,
): FaultWords | null {
  const details: Record<string, unknown> = { ...given, wait: waitWords(retryAfterSeconds) };
  if (code === 'INSUFFICIENT_CREDITS') return filled(CREDITS_SHORT, details);
  if (code === 'RATE_LIMIT_EXCEEDED') {
    if (details.per === 'minute') return filled(REQUESTS_OVER, details);
    return details.per === 'hour' ? filled(PREVIEWS_OVER, details) : ENGINE_BUSY;
  }
  const words = INDONESIAN[`${code}:${details.case}`] ?? INDONESIAN[code];
  return words === undefined ? null : filled(words, details);
}

const CREDITS_SHORT: FaultWords = {
  message: 'Ini seharga {price} kredit dan kamu punya {available}.',
  fix: 'Minta kredit kepada admin studio ini.',
};
const REQUESTS_OVER: FaultWords = {
  message: 'Tingkatmu boleh mengirim {limit} permintaan per menit, dan itu sudah terpakai.',
  fix: 'Lanjutkan {wait}.',
};
const PREVIEWS_OVER: FaultWords = {
  message:
    'Kamu sudah membuat {limit} pratinjau dalam satu jam, sebanyak yang boleh untuk tingkatmu.',
  fix: 'Yang berikutnya boleh lagi {wait}. Yang sudah dibuat tetap dapat disimpan.',
};
const ENGINE_BUSY: FaultWords = {
  message: 'Mesin sedang terlalu sibuk.',
  fix: 'Tidak ada yang dibayar. Coba lagi sebentar lagi.',
};

function waitWords(seconds: number | undefined): string {
  if (seconds === undefined) return 'sebentar lagi';
  return seconds < 60
    ? `dalam ${Math.ceil(seconds)} detik`
    : `dalam ${Math.ceil(seconds / 60)} menit`;
}

/** With the figures put in; null when one that the words need is not there. */
function filled(words: FaultWords, details: Record<string, unknown>): FaultWords | null {
  let isWhole = true;
  const fill = (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const figure = details[name];
      if (typeof figure !== 'number' && typeof figure !== 'string') isWhole = false;
      return String(figure);
    });
  const whole = {
    message: fill(words.message),
    ...(words.fix === undefined ? {} : { fix: fill(words.fix) }),
  };
  return isWhole ? whole : null;
}
