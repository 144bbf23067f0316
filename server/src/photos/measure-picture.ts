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

/** Measures a finished picture: who is in it, how well they stand in the pose, whose face it is. */
export async function measurePicture(
  vision: Pick<Vision, 'findBodies' | 'compareFaces'>,
  picture: Uint8Array,
  against: MeasureAgainst,
  signal?: AbortSignal,
): Promise<PictureMeasure> {
  const seen = await vision.findBodies(picture, signal);
  const score = against.pose ? scoreBodies(seen, against.pose) : null;
  const identity = against.face ? await vision.compareFaces(against.face, picture, signal) : null;
  return {
    pose: score && measured(score),
    identity,
    people: seen.bodies.length,
  };
}

/** Scores the people found in a picture against a pose asked for with its own camera. */
export function scoreBodies(
  seen: SeenBodies,
  pose: NonNullable<MeasureAgainst['pose']>,
): PoseScore {
  const size = { widthPx: seen.width, heightPx: seen.height };
  const people = seen.bodies.map(
    (body): DetectedPerson =>
      keypointsOfBody(body).map(
        (point) =>
          point && { x: point[0] * seen.width, y: point[1] * seen.height, confidence: point[2] },
      ),
  );
  return scorePose(poseTarget(pose.solved, poseCamera({ ...pose, ...size })), people);
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
