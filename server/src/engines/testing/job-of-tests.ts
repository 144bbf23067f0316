import type { JobTicket, MakePicture, RunningJob } from '@lumiku/app-kit';
import { NEUTRAL_LOOK } from '@lumiku/contract';

const at = [0, 0, 0] as const;
/** A person in a pose, as an app would ask for it. */
export const poseRequest = (): MakePicture & { kind: 'pose-transfer' } => ({
  kind: 'pose-transfer',
  photo: { bytes: new Uint8Array(), mediaType: 'image/jpeg' },
  look: NEUTRAL_LOOK,
  pose: {
    id: 'stand',
    solved: JSON.parse(JSON.stringify({ joints: { pelvis: at }, frames: {}, hands: {} })),
    yaw: 0,
    pitch: 0,
    framing: 'full',
  },
  prompt: 'photo of a person standing',
  negativePrompt: '',
  stylePreset: 'realistic',
  widthPx: 768,
  heightPx: 1_024,
  seed: 1,
});

/** A job whose ticket lives in memory, as its row would keep it. */
export function aJob(control = new AbortController()) {
  let stored: Awaited<ReturnType<JobTicket['load']>> = null;
  const steps: string[] = [];
  const job: RunningJob<unknown> = {
    ...{ id: crypto.randomUUID(), userId: 'u', payload: {}, attempt: 1, priceCredits: 5 },
    signal: control.signal,
    progress: () => undefined,
    step: (name) => steps.push(name),
    ticket: {
      load: async () => stored,
      store: async (engineId, ticket) => {
        steps.push('stored');
        stored = { engineId, ticket };
      },
      clear: async () => {
        stored = null;
      },
    },
  };
  return { job, control, steps, ticket: () => stored };
}

/** What a promise was rejected with; null when it came through. */
export const rejected = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );
