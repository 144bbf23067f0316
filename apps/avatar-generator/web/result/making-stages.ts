import type { Words } from '@lumiku/contract';
import type { GenerationKind } from '../../contract.ts';

export interface MakingStage {
  key: string;
  label: Words;
  state: 'done' | 'now' | 'next';
}

interface Stage {
  readonly key: string;
  /** What engines and jobs call it. */
  readonly names: readonly string[];
  /** A kind of work without a label has no such step. */
  readonly labels: Readonly<Partial<Record<GenerationKind, Words>>>;
}

const always = (label: Words) => ({ picture: label, 'face-swap': label, clip: label });

const STAGES: readonly Stage[] = [
  {
    key: 'queued',
    names: ['queued'],
    labels: always({ en: 'Wait for a turn', id: 'Menunggu giliran' }),
  },
  {
    key: 'photo',
    names: ['checking_photo', 'reading_photo', 'photo'],
    labels: {
      ...always({ en: 'Read your photo', id: 'Membaca fotomu' }),
      clip: { en: 'Read the picture', id: 'Membaca gambarnya' },
    },
  },
  {
    key: 'drawing',
    names: ['drawing', 'rendering', 'submitted'],
    labels: {
      picture: { en: 'Draw you in the pose', id: 'Menggambarmu dalam pose' },
      'face-swap': { en: 'Put the face in place', id: 'Memasang wajahnya' },
      clip: { en: 'Make it move', id: 'Membuatnya bergerak' },
    },
  },
  {
    key: 'measuring',
    names: ['measuring'],
    labels: { picture: { en: 'Compare it with the pose', id: 'Membandingkan dengan pose' } },
  },
  {
    key: 'saving',
    names: ['enlarging', 'saving', 'storing'],
    labels: always({ en: 'Finish and save it', id: 'Menyelesaikan dan menyimpan' }),
  },
];

/** Where work of a kind that has this status and stage name stands, as a list of steps in their order. */
export function makingStages(
  kind: GenerationKind,
  status: string,
  stage: string | null,
): MakingStage[] {
  const now = indexOf(status, stage);
  return STAGES.flatMap(({ key, labels }, index) => {
    const label = labels[kind];
    return label
      ? [{ key, label, state: index < now ? 'done' : index === now ? 'now' : 'next' }]
      : [];
  });
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
