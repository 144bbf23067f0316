import { Fault, type PhotoReport } from '@lumiku/contract';

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
    issues: [{ path: 'image', message }],
  });
}

export function noEngine(): Fault {
  return new Fault({
    code: 'ENGINE_NOT_CONFIGURED',
    status: 503,
    message: 'No engine of this studio can make this picture right now.',
    fix: 'Tell the operator: an engine for pose transfer must be configured.',
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
