import type { AppContext, EnginePictureMade, RunningJob, TransferPose } from '@lumiku/app-kit';
import type { Words } from '@lumiku/contract';
import { type Scores, SEED_MAX } from '../../contract.ts';
import type { GenerationRow } from '../generation-view.ts';
import { poseAsFramed } from '../picture-keypoints.ts';
import { isBetter, measureResult } from './measure-result.ts';

export interface BestPicture {
  made: EnginePictureMade;
  scores: Scores | null;
  /** When it is below the bar. */
  note: Words | null;
}

/** Prime and far from the small differences people make by hand: later seeds are nobody's next wish. */
const SEED_STEP = 0x9e37_79b1;

/**
 * Has the picture made and measures it; one under the bar is made again with another seed, at no cost, as often as the
 * studio allows. The seeds follow from the first, so a job that is run again asks for the same pictures and finds them
 * at the engine. The best is delivered; if none passes, with a word about it.
 */
export async function makeBest(
  context: AppContext,
  job: RunningJob<unknown>,
  request: TransferPose,
  row: GenerationRow,
): Promise<BestPicture> {
  const can = context.engines.abilities().find(({ kind }) => kind === 'pose-transfer');
  const isLikenessPromised = can?.keepsIdentity === true;
  const face =
    isLikenessPromised && (await context.consents.has(row.userId)) ? request.photo.bytes : null;
  let best: Omit<BestPicture, 'note'> | null = null;
  let tries = 0;
  while (tries <= context.policy.resultRetries) {
    const seed = (request.seed + tries * SEED_STEP) % (SEED_MAX + 1);
    const made = await context.engines.make(job, { ...request, seed });
    job.step('picture.made');
    tries += 1;
    job.progress({ fraction: null, stage: 'measuring' });
    const measured = await measureResult(context, job, made, { pose: poseAsFramed(request), face });
    const scores = made.source === 'algorithmicMedia' ? trustDrawing(measured) : measured;
    if (best === null || isBetter(scores, best.scores)) best = { made, scores };
    // What is drawn by rule comes out the same, whatever the seed.
    if (scores?.passes !== false || made.source === 'algorithmicMedia') break;
  }
  if (best === null) throw new Error('nothing was made');
  const scores = best.scores && { ...best.scores, tries };
  const note = scores?.passes === false ? belowTheBar(tries) : null;
  return { made: best.made, scores, note };
}

/**
 * A figure that is drawn by rule stands in its pose by construction. Where the eyes of this server doubt that, they err
 * (a faceless back read as a front): the doubt is not shown, and nobody is offered their credits back for it.
 */
function trustDrawing(scores: Scores | null): Scores | null {
  return scores?.passes === false ? { ...scores, pose: null, passes: null } : scores;
}

function belowTheBar(tries: number): Words {
  return tries === 1
    ? {
        en: 'It measures below the bar. If it is not right for you, give it back for its whole price.',
        id: 'Nilainya di bawah batas. Kalau tidak cocok, kembalikan dan dapatkan seluruh harganya.',
      }
    : {
        en: `The best of ${tries}, and still below the bar. If it is not right for you, give it back for its whole price.`,
        id: `Terbaik dari ${tries}, dan masih di bawah batas. Kalau tidak cocok, kembalikan dan dapatkan seluruh harganya.`,
      };
}
