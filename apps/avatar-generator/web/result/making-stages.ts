import type { Words } from '@lumiku/contract';

export interface MakingStage {
  key: string;
  label: Words;
  state: 'done' | 'now' | 'next';
}

const STAGES: readonly { key: string; names: readonly string[]; label: Words }[] = [
  { key: 'queued', names: ['queued'], label: { en: 'Wait for a turn', id: 'Menunggu giliran' } },
  {
    key: 'photo',
    names: ['checking_photo', 'reading_photo', 'photo'],
    label: { en: 'Read your photo', id: 'Membaca fotomu' },
  },
  {
    key: 'drawing',
    names: ['drawing', 'rendering', 'submitted'],
    label: { en: 'Draw you in the pose', id: 'Menggambarmu dalam pose' },
  },
  {
    key: 'saving',
    names: ['saving', 'storing', 'encoding'],
    label: { en: 'Save the picture', id: 'Menyimpan gambar' },
  },
];

/** Where work that has this status and stage name stands, as a list of steps in their order. */
export function makingStages(status: string, stage: string | null): MakingStage[] {
  const now = indexOf(status, stage);
  return STAGES.map(({ key, label }, index) => ({
    key,
    label,
    state: index < now ? 'done' : index === now ? 'now' : 'next',
  }));
}

/** The step going on now; `null` when nothing is. */
export function stageKey(status: string, stage: string | null): string | null {
  return STAGES[indexOf(status, stage)]?.key ?? null;
}

function indexOf(status: string, stage: string | null): number {
  if (status === 'pending') return 0;
  if (status !== 'processing') return STAGES.length;
  const index = STAGES.findIndex(({ names }) => stage !== null && names.includes(stage));
  // An engine may name steps of its own: all of them are drawing. No name yet: the photo comes first.
  if (index !== -1) return index;
  return stage === null ? 1 : 2;
}

/** Seconds each step took, as far as it was watched: a step seen to begin and to end has a time, no other. */
export function watchedSeconds(
  sightings: readonly { key: string; atMs: number }[],
  nowMs: number,
): Record<string, number> {
  const seconds: Record<string, number> = {};
  sightings.forEach((sighting, index) => {
    const endMs = sightings[index + 1]?.atMs ?? nowMs;
    seconds[sighting.key] = Math.max(0, (endMs - sighting.atMs) / 1000);
  });
  return seconds;
}
