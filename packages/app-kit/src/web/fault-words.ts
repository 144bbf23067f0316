import { FACE_SWAP_WORDS } from './face-swap-words.ts';

/** What a fault says in Indonesian; the server itself speaks English. Codes without words here keep the server's. */
interface FaultWords {
  message: string;
  fix?: string;
}

const INDONESIAN: Record<string, FaultWords> = {
  ...FACE_SWAP_WORDS,
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
    fix: 'Ketik lagi kata sandi Anda sekarang.',
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
    message: 'Terlalu banyak percobaan dari jaringan Anda.',
    fix: 'Tunggu sebentar lalu coba lagi.',
  },
  NOT_SIGNED_IN: { message: 'Anda belum masuk.', fix: 'Masuk lalu coba lagi.' },
  NOT_ALLOWED: { message: 'Akun Anda tidak boleh melakukan ini.' },
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

/** The Indonesian words for a fault, with its figures where they matter; null where only the server's will do. */
export function indonesianFault(code: string, details: Record<string, unknown>): FaultWords | null {
  const { price, available } = details;
  if (
    code === 'INSUFFICIENT_CREDITS' &&
    typeof price === 'number' &&
    typeof available === 'number'
  ) {
    return {
      message: `Ini seharga ${price} kredit dan Anda punya ${available}.`,
      fix: 'Minta kredit kepada admin studio ini.',
    };
  }
  return INDONESIAN[code] ?? null;
}
