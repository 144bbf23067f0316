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

/** Nothing was accepted, or it is not known yet: then nothing is known of a cost, and nothing has to be. */
const COSTS_SOMETHING = new Set([
  'made',
  'timed_out',
  'ambiguous_submit',
  'bad_output',
  'result_expired',
]);

/** What an attempt cost; a dash where there was nothing to pay for. */
export function attemptCostWords(attempt: {
  outcome: string | null;
  costUsd: number | null;
}): Words {
  const { outcome, costUsd } = attempt;
  const isOwed = costUsd !== null || COSTS_SOMETHING.has(outcome ?? '');
  return isOwed ? costWords(costUsd) : { en: '–', id: '–' };
}

const STEPS: Readonly<Record<string, Words>> = {
  service: { en: 'The service answers', id: 'Layanan menjawab' },
  picture: { en: 'A picture is made', id: 'Gambar dibuat' },
  lora: { en: 'The LoRA has an effect', id: 'LoRA berpengaruh' },
};

/** What a step of a test looks at. */
export const stepWords = (name: string): Words => STEPS[name] ?? { en: name, id: name };

const STAGES: Readonly<Record<string, Words>> = {
  starting: { en: 'Starting', id: 'Memulai' },
  queued: { en: 'Waiting in line', id: 'Mengantre' },
  loading_model: { en: 'Loading the model', id: 'Memuat model' },
  drawing: { en: 'Drawing', id: 'Menggambar' },
  downloading: { en: 'Fetching the picture', id: 'Mengambil gambar' },
};

/** Where a test stands. */
export function stageWords(stage: string): Words {
  const plain = stage.replaceAll('_', ' ');
  return STAGES[stage] ?? { en: plain, id: plain };
}
