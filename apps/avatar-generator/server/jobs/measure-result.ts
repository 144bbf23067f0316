import type { AppContext, EnginePictureMade, MeasureAgainst, RunningJob } from '@lumiku/app-kit';
import { Fault } from '@lumiku/contract';
import type { Scores } from '../../contract.ts';

/** Below it, or with a limb far off or left and right exchanged, a pose fails (`SCORE_GATES.review` of pose-kit). */
const POSE_PASS_AT = 0.75;

/** What of the platform measures a picture. */
interface Measuring {
  readonly photos: Pick<AppContext['photos'], 'measure'>;
  readonly policy: Pick<AppContext['policy'], 'identityBar'>;
  readonly log: Pick<AppContext['log'], 'warn'>;
}

/**
 * How well a picture shows what was asked for.
 * @returns null when nothing can be measured just now: a picture is never held back for that.
 */
export async function measureResult(
  { photos, policy, log }: Measuring,
  job: Pick<RunningJob<unknown>, 'id' | 'signal'>,
  made: Pick<EnginePictureMade, 'bytes'>,
  against: MeasureAgainst,
): Promise<Scores | null> {
  try {
    const seen = await photos.measure(made.bytes, against, job.signal);
    const { identity, people } = seen;
    // Nobody seen is nothing known, not a failure: some styles hide from the eyes of this server.
    const pose = people === 0 ? null : seen.pose;
    const likeness =
      identity === null
        ? null
        : {
            match: identity,
            passAt: policy.identityBar,
            passes: identity >= policy.identityBar,
          };
    const isPosed = pose && pose.verdict !== 'fail';
    return {
      pose: pose && {
        match: pose.oks,
        passAt: POSE_PASS_AT,
        passes: isPosed === true,
        worstLimb: pose.worstLimb,
        worstLimbDegrees: pose.worstLimbDegrees,
        isMirrored: pose.isMirrored,
      },
      identity: likeness,
      people,
      passes: verdict(isPosed, likeness?.passes ?? null, people),
      tries: 1,
    };
  } catch (error) {
    if (job.signal.aborted) throw error;
    if (!(error instanceof Fault)) throw error;
    log.warn({ err: error, generationId: job.id }, 'A result could not be measured.');
    return null;
  }
}

function verdict(pose: boolean | null, identity: boolean | null, people: number): boolean | null {
  if (pose === null) return null;
  return pose && identity !== false && people === 1;
}

/** Whether the first is to be kept rather than the second. */
export function isBetter(a: Scores | null, b: Scores | null): boolean {
  return worth(a) > worth(b);
}

function worth(scores: Scores | null): number {
  if (scores === null) return 0;
  const passes = scores.passes === true ? 10 : scores.passes === null ? 1 : 0;
  const alone = scores.people === 1 ? 2 : 0;
  return passes + alone + (scores.pose?.match ?? 0) + (scores.identity?.match ?? 0);
}
