import type { EngineKindName, Words } from '@lumiku/contract';

export const KIND_WORDS: Readonly<Record<EngineKindName, Words>> = {
  'text-to-image': { en: 'Pictures from words', id: 'Gambar dari kata' },
  'pose-transfer': { en: 'A photo in another pose', id: 'Foto dalam pose lain' },
  'face-swap': { en: 'Face swap', id: 'Tukar wajah' },
  'image-to-video': { en: 'Clips', id: 'Klip' },
  upscale: { en: 'More pixels', id: 'Piksel lebih banyak' },
};

const OUTCOMES: Readonly<Record<string, Words>> = {
  made: { en: 'Made', id: 'Jadi' },
  stopped: { en: 'Stopped', id: 'Dihentikan' },
  not_configured: { en: 'Not set up', id: 'Belum diatur' },
  authentication: { en: 'Key refused', id: 'Kunci ditolak' },
  payment: { en: 'No credit there', id: 'Saldo di sana habis' },
  rate_limited: { en: 'Too busy', id: 'Terlalu sibuk' },
  model_loading: { en: 'Warming up', id: 'Memuat model' },
  invalid_input: { en: 'Request refused', id: 'Permintaan ditolak' },
  content_refused: { en: 'Content refused', id: 'Isi ditolak' },
  unavailable: { en: 'Not reachable', id: 'Tidak terjangkau' },
  timed_out: { en: 'Took too long', id: 'Terlalu lama' },
  cancelled: { en: 'Cancelled there', id: 'Dibatalkan di sana' },
  result_expired: { en: 'Result lost', id: 'Hasil hilang' },
  ambiguous_submit: { en: 'Unclear', id: 'Tidak jelas' },
  bad_output: { en: 'Failed', id: 'Gagal' },
};

/** What became of an attempt. */
export function outcomeWords(outcome: string | null): Words {
  if (outcome === null) return { en: 'Running', id: 'Berjalan' };
  return OUTCOMES[outcome] ?? { en: outcome, id: outcome };
}

/** A cost in US dollars, as exact as it needs to be. */
export function costWords(costUsd: number | null): Words {
  if (costUsd === null) return { en: 'cost not known', id: 'biaya tidak diketahui' };
  if (costUsd === 0) return { en: 'free', id: 'gratis' };
  const dollars = `$${costUsd < 0.1 ? costUsd.toFixed(3) : costUsd.toFixed(2)}`;
  return { en: dollars, id: dollars };
}
