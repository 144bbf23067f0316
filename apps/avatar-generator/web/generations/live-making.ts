import type { LiveEvent } from '@lumiku/contract';
import { create } from 'zustand';
import { type Generation, GenerationEventData } from '../../contract.ts';
import { stageKey } from '../result/making-stages.ts';

/** How far one generation is, as this page has watched it. Times are this browser's clock, in ms. */
export interface Making {
  /** 0..1; null = nobody knows. */
  fraction: number | null;
  stage: string | null;
  /** What the picture looks like so far, from engines that show it. */
  frameUrl: string | null;
  /** When each step was first seen; a step already running when the page opened has no entry before it. */
  sightings: readonly { key: string; atMs: number }[];
}

/** Work in progress by generation id. */
export const useLiveMaking = create<{ making: Readonly<Record<string, Making>> }>()(() => ({
  making: {},
}));

export type LiveChange =
  | { kind: 'generation'; generation: Generation }
  | {
      kind: 'progress';
      id: string;
      fraction: number | null;
      stage: string;
      frameUrl: string | null;
    }
  | { kind: 'deleted'; id: string };

/** What an event of the stream means to these screens; null for what they do not show. */
export function readChange(event: LiveEvent): LiveChange | null {
  if (event.type === 'generation.deleted') return { kind: 'deleted', id: event.subject };
  if (event.type === 'generation.progressed') {
    const data = GenerationEventData['generation.progressed'].safeParse(event.data);
    if (!data.success) return null;
    const { fraction, stage, previewUrl: frameUrl = null } = data.data;
    return { kind: 'progress', id: event.subject, fraction, stage, frameUrl };
  }
  const data = GenerationEventData['generation.snapshot'].safeParse(event.data);
  return data.success ? { kind: 'generation', generation: data.data.generation } : null;
}

/** What is seen of a generation at a time. */
interface Seen {
  readonly status: string;
  readonly stage: string | null;
  readonly fraction: number | null;
  readonly frameUrl?: string | null;
}

/** The watch kept on a generation after it was seen with this status and stage. */
export function watched(before: Making | undefined, seen: Seen, nowMs: number): Making {
  const key = stageKey(seen.status, seen.stage);
  const sightings = before?.sightings ?? [];
  const isNew = key !== null && !sightings.some((sighting) => sighting.key === key);
  return {
    fraction: seen.fraction,
    stage: seen.stage,
    // Not every word of progress brings a frame along.
    frameUrl: seen.frameUrl ?? before?.frameUrl ?? null,
    sightings: isNew ? [...sightings, { key, atMs: nowMs }] : sightings,
  };
}

/** Notes a sighting for everyone who shows it. */
export function watchMaking(id: string, seen: Seen): void {
  useLiveMaking.setState(({ making }) => ({
    making: { ...making, [id]: watched(making[id], seen, Date.now()) },
  }));
}
