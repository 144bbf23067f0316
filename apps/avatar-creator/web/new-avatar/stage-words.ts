import type { Words } from '@lumiku/contract';
import type { PreviewMaking } from './preview-state.ts';

const STAGES: Record<string, Words | undefined> = {
  queued: { en: 'Waiting for a turn', id: 'Menunggu giliran' },
  reading: { en: 'Reading your words', id: 'Membaca kata-katamu' },
  reading_words: { en: 'Reading your words', id: 'Membaca kata-katamu' },
  saving: { en: 'Finishing the picture', id: 'Menyelesaikan gambar' },
  storing: { en: 'Finishing the picture', id: 'Menyelesaikan gambar' },
  encoding: { en: 'Finishing the picture', id: 'Menyelesaikan gambar' },
};

/** What is being done now; an engine's own name for a step is drawing, whatever it says. */
export function stageWords({ previewId, stage, queuePosition }: PreviewMaking): Words {
  if (previewId === null) return { en: 'Sending your words', id: 'Mengirim kata-katamu' };
  if (stage === null) {
    return queuePosition === null
      ? { en: 'Getting ready', id: 'Bersiap' }
      : { en: 'Waiting for a turn', id: 'Menunggu giliran' };
  }
  return STAGES[stage] ?? { en: 'Drawing', id: 'Menggambar' };
}
