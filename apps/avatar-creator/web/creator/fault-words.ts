import { type ApiFault, asApiFault } from '@lumiku/app-kit/web';
import type { Words } from '@lumiku/contract';

export interface FaultWords {
  title: string;
  fix?: string;
  code: string;
}

/**
 * In Indonesian for the faults of this app: the server speaks English, and the general ones are known everywhere.
 * `en` only where these screens know better what to do.
 */
const KNOWN: Record<string, { title: string; fix?: string; enFix?: string } | undefined> = {
  PREVIEW_EXPIRED: {
    title: 'Pratinjau ini sudah tidak ada; pratinjau disimpan satu jam.',
    fix: 'Buat lagi dengan kata-kata yang sama; gratis.',
    enFix: 'Generate it again with the same words; that is free.',
  },
  PREVIEW_NOT_READY: { title: 'Pratinjau ini belum selesai.', fix: 'Simpan setelah terlihat.' },
  PREVIEW_CANCELLED: { title: 'Pratinjau ini dibatalkan.' },
  PREVIEW_FAILED: { title: 'Gambar tidak bisa dibuat.', fix: 'Coba lagi; gratis.' },
  PREVIEWS_USED_UP: {
    title: 'Batas pratinjau per jam sudah tercapai.',
    // The time to wait stands beside it and counts down.
    fix: 'Yang sudah dibuat masih bisa dilihat dan disimpan.',
    enFix: 'What you have made already can still be saved.',
  },
  RATE_LIMIT_EXCEEDED: {
    title: 'Mesin gambar sedang sangat sibuk.',
    fix: 'Coba lagi sebentar lagi.',
    enFix: 'Try again in a moment.',
  },
  MODEL_LOADING: {
    title: 'Mesin gambar sedang disiapkan.',
    fix: 'Coba lagi sebentar lagi.',
    enFix: 'Try again in a moment.',
  },
  ENGINE_CONTENT_REFUSED: {
    title: 'Mesin gambar menolak gambar ini karena aturan isinya.',
    fix: 'Ubah kata-katanya lalu coba lagi.',
    enFix: 'Change the words and try again.',
  },
  ENGINE_INPUT_REFUSED: {
    title: 'Mesin gambar tidak bisa membuat gambar dari kata-kata ini.',
    fix: 'Ubah kata-katanya lalu coba lagi.',
    enFix: 'Change the words and try again.',
  },
  ENGINE_UNAVAILABLE: {
    title: 'Mesin gambar tidak dapat dihubungi.',
    fix: 'Coba lagi sebentar lagi.',
    enFix: 'Try again in a moment.',
  },
  ENGINE_TIMED_OUT: {
    title: 'Mesin gambar terlalu lama.',
    fix: 'Coba lagi sebentar lagi.',
    enFix: 'Try again in a moment.',
  },
  ENGINE_NOT_CONFIGURED: {
    title: 'Studio ini belum punya mesin yang bisa menggambar dari kata-kata.',
    fix: 'Beri tahu operator studio ini.',
  },
};

/** What went wrong and how to mend it, in the person's language where these screens know it. */
export function faultWords(thrown: unknown, t: (words: Words) => string): FaultWords {
  const fault = asApiFault(thrown);
  const known = KNOWN[keyOf(fault)];
  const fix = t({ en: known?.enFix ?? fault.fix ?? '', id: known?.fix ?? fault.fix ?? '' });
  return {
    title: t({ en: fault.message, id: known?.title ?? fault.message }),
    code: fault.code,
    ...(fix === '' ? {} : { fix }),
  };
}

/** An engine that is busy and a person who has used up their hour share one code. */
function keyOf({ code, details }: ApiFault): string {
  return code === 'RATE_LIMIT_EXCEEDED' && details.of === 'previews' ? 'PREVIEWS_USED_UP' : code;
}
