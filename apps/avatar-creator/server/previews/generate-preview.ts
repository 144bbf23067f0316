import { type AppContext, waitForEnd } from '@lumiku/app-kit';
import { Fault, type Tier } from '@lumiku/contract';
import type { GeneratePreviewInput, Preview, PreviewState } from '../../contract.ts';
import { previewCancelled } from '../creator-faults.ts';
import { discardPreview } from './discard-preview.ts';
import { getPreview, readPictures } from './read-previews.ts';
import { submitPreview } from './submit-preview.ts';

/** Proxies give up on a silent answer after a minute; before that it is told where to follow the work. */
const WAIT_MS = 50_000;

/**
 * Makes a preview and waits for it. Should the browser go meanwhile, the work is cancelled and forgotten.
 * @returns the preview with its pictures, or only its id when it takes longer than an answer may.
 * @throws Fault of why it could not be made, NOT_FOUND (404) when its project was deleted meanwhile
 */
export async function generatePreview(
  context: AppContext,
  person: { userId: string; tier: Tier },
  projectId: string,
  input: GeneratePreviewInput,
  gone: AbortSignal,
): Promise<Preview | { previewId: string }> {
  const previewId = await submitPreview(context, person, projectId, input);
  const { userId } = person;
  const look = async () => {
    const state = await getPreview(context, userId, previewId);
    return state.status === 'pending' || state.status === 'processing' ? null : state;
  };
  const enough = AbortSignal.any([gone, AbortSignal.timeout(WAIT_MS)]);
  const state = await waitForEnd(context.events, { userId, subject: previewId }, look, enough);
  if (gone.aborted) {
    await discardPreview(context, userId, previewId);
    throw previewCancelled();
  }
  if (!state) return { previewId };
  const pictures = await readPictures(context, state);
  if (state.status !== 'completed' || !pictures) throw whyNot(state);
  return { ...state, ...pictures };
}

/** What stopped the work, as the person should hear it now. */
function whyNot(state: PreviewState): Fault {
  if (state.status === 'cancelled') return previewCancelled();
  const code = state.errorCode ?? 'PREVIEW_FAILED';
  const known = FAILURES[code];
  const retryAfterSeconds = state.retryAfterSeconds ?? known?.retryAfterSeconds;
  return new Fault({
    code,
    status: known?.status ?? 422,
    message: state.errorMessage ?? 'This preview could not be made.',
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    details: { previewId: state.previewId },
  });
}

/** What of the engines' faults passes by itself; everything else is about the words. */
const FAILURES: Readonly<
  Record<string, { status: 429 | 500 | 502 | 503; retryAfterSeconds?: number }>
> = {
  MODEL_LOADING: { status: 503, retryAfterSeconds: 20 },
  RATE_LIMIT_EXCEEDED: { status: 429, retryAfterSeconds: 30 },
  ENGINE_UNAVAILABLE: { status: 503, retryAfterSeconds: 30 },
  ENGINE_TIMED_OUT: { status: 503, retryAfterSeconds: 10 },
  ENGINE_CANCELLED: { status: 503, retryAfterSeconds: 5 },
  ENGINE_RESULT_LOST: { status: 503, retryAfterSeconds: 5 },
  ENGINE_PICTURE_BROKEN: { status: 502 },
  JOB_FAILED: { status: 500 },
  JOB_TIMED_OUT: { status: 503, retryAfterSeconds: 10 },
  JOB_INTERRUPTED: { status: 503, retryAfterSeconds: 5 },
};
