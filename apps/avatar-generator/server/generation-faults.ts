import { Fault, type PhotoReport } from '@lumiku/contract';
import type { GenerationKind } from '../contract.ts';

/** Why a photo cannot be used, in the words of the check. */
export function photoNotUsable(report: PhotoReport): Fault {
  const stops = report.problems.filter((problem) => problem.severity === 'stop');
  const [first] = stops;
  return new Fault({
    code: 'PHOTO_NOT_USABLE',
    status: 422,
    message: first?.message ?? 'This photo cannot be used.',
    fix: first?.fix ?? 'Use a photo that shows one face, well lit and from the front.',
    issues: stops.map((problem) => ({
      path: 'image',
      message: `${problem.message} ${problem.fix}`,
    })),
    details: { problems: stops },
  });
}

/** A generation starts from exactly one picture. */
export function onePicture(): Fault {
  const message =
    'Attach a photo in the field "image", or name a picture in "source"; one of them.';
  return new Fault({
    code: 'REQUEST_INVALID',
    status: 400,
    message: `The request is not as it should be. image: ${message}`,
    issues: [
      {
        path: 'image',
        message,
        inIndonesian:
          'Lampirkan foto pada "image", atau sebutkan gambar pada "source"; salah satu.',
      },
    ],
  });
}

const WHAT = { picture: 'this picture', 'face-swap': 'a face swap', clip: 'a clip' } as const;
const ABILITY = { picture: 'pose transfer', 'face-swap': 'face swap', clip: 'clips' } as const;

export function noEngine(kind: GenerationKind): Fault {
  return new Fault({
    code: 'ENGINE_NOT_CONFIGURED',
    status: 503,
    message: `No engine of this studio can make ${WHAT[kind]} right now.`,
    fix: `Tell the operator: an engine for ${ABILITY[kind]} must be configured.`,
  });
}

export function hdNotAvailable(): Fault {
  return new Fault({
    code: 'HD_NOT_AVAILABLE',
    status: 422,
    message: 'No engine of this studio makes HD pictures right now, and none can enlarge them.',
    fix: 'Choose SD.',
  });
}

export function clipTooLong(secondsMax: number): Fault {
  return new Fault({
    code: 'CLIP_TOO_LONG',
    status: 422,
    message: `Clips of this studio last up to ${secondsMax} seconds.`,
    fix: 'Choose a shorter one.',
    details: { secondsMax },
  });
}

/** There must be a finished picture to go on from. */
export function notAPicture(): Fault {
  return new Fault({
    code: 'GENERATION_NOT_A_PICTURE',
    status: 409,
    message: 'There is no finished picture here to go on from.',
    fix: 'Choose one of your finished pictures.',
  });
}

/** Exactly one picture gets the face. */
export function oneTarget(): Fault {
  const message =
    'Name one of your finished pictures in "generationId", or attach one in "target"; one of them.';
  return new Fault({
    code: 'REQUEST_INVALID',
    status: 400,
    message: `The request is not as it should be. target: ${message}`,
    issues: [
      {
        path: 'target',
        message,
        inIndonesian:
          'Sebutkan gambarmu yang sudah jadi pada "generationId", atau lampirkan pada "target"; salah satu.',
      },
    ],
  });
}

/** Only what measured below the bar is given back, and only once. */
export function cannotReject(): Fault {
  return new Fault({
    code: 'RESULT_NOT_REJECTABLE',
    status: 409,
    message: 'This picture cannot be given back.',
    fix: 'Only a finished picture that measured below the bar can be given back, once.',
  });
}

export function stillInTheMaking(): Fault {
  return new Fault({
    code: 'GENERATION_IN_PROGRESS',
    status: 409,
    message: 'This generation is still being made.',
    fix: 'Wait for it to end, or cancel it first.',
  });
}

export function alreadyOver(): Fault {
  return new Fault({
    code: 'GENERATION_ALREADY_OVER',
    status: 409,
    message: 'This generation is over already; there is nothing to cancel.',
  });
}

/** Its photo was kept as long as this studio keeps photos, and is gone. */
export function photoExpired(): Fault {
  return new Fault({
    code: 'PHOTO_EXPIRED',
    status: 409,
    message: 'The photo of this picture is no longer kept.',
    fix: 'Start a new picture with a photo of yours.',
  });
}

/** More poses than the person's tier allows in one batch. */
export function batchTooLarge(wanted: number, most: number): Fault {
  return new Fault({
    code: 'BATCH_TOO_LARGE',
    status: 422,
    message: `A batch of yours may have up to ${most} poses; these are ${wanted}.`,
    fix: 'Take some poses out, or ask an admin of this studio for a higher tier.',
    details: { wanted, most },
  });
}

/** One of the poses of a batch is not there. */
export function poseOfBatchUnknown(id: string): Fault {
  const message = `There is no pose "${id}".`;
  return new Fault({
    code: 'POSE_NOT_FOUND',
    status: 404,
    message,
    fix: 'Take it out, or pick others from GET /api/poses. Nothing was started.',
    issues: [{ path: 'poseTemplateIds', message }],
  });
}
