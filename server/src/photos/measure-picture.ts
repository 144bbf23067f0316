import type { MeasureAgainst, PictureMeasure } from '@lumiku/app-kit';
import {
  type DetectedPerson,
  type PoseScore,
  poseCamera,
  poseTarget,
  scorePose,
} from '@lumiku/pose-kit';
import type { SeenBodies, Vision } from '@lumiku/vision';
import { keypointsOfBody } from './detect-poses.ts';

/** A hand behind the body is guessed well enough to be scored: poses seen from behind would lose their arms. */
const GUESSED_FROM = 0.05;

/** Measures a finished picture: who is in it, how well they stand in the pose, whose face it is. */
export async function measurePicture(
  vision: Pick<Vision, 'findBodies' | 'compareFaces'>,
  picture: Uint8Array,
  against: MeasureAgainst,
  signal?: AbortSignal,
): Promise<PictureMeasure> {
  const seen = await vision.findBodies(picture, { signal, careful: true });
  const score = against.pose ? scoreBodies(seen, against.pose) : null;
  const identity = against.face ? await vision.compareFaces(against.face, picture, signal) : null;
  return {
    pose: score && measured(score),
    identity,
    people: seen.bodies.length,
  };
}

/** The people found in a picture as the score wants them: in its pixels, the largest first. */
export function peopleOf(seen: SeenBodies): DetectedPerson[] {
  return seen.bodies.map((body) =>
    keypointsOfBody(body, GUESSED_FROM).map(
      (point) => point && { x: point[0] * seen.width, y: point[1] * seen.height, confidence: 1 },
    ),
  );
}

function scoreBodies(seen: SeenBodies, pose: NonNullable<MeasureAgainst['pose']>): PoseScore {
  const size = { widthPx: seen.width, heightPx: seen.height };
  return scorePose(poseTarget(pose.solved, poseCamera({ ...pose, ...size })), peopleOf(seen));
}

function measured(score: PoseScore): NonNullable<PictureMeasure['pose']> {
  const { similarity, worstLimb, facing, tilt, isMirrored, verdict } = score;
  return {
    oks: Math.round(similarity * 1e4) / 1e4,
    worstLimbDegrees: worstLimb && Math.round(worstLimb.degrees * 10) / 10,
    worstLimb: worstLimb?.limb ?? null,
    facing: facing.ok,
    tiltDegrees: tilt.between === null ? null : Math.round(tilt.between * 10) / 10,
    isMirrored,
    verdict,
    passes: verdict === 'pass',
  };
}
