import { Fault } from '@lumiku/contract';

export function noEngine(): Fault {
  return new Fault({
    code: 'ENGINE_NOT_CONFIGURED',
    status: 503,
    message: 'No engine of this studio can make pictures from words right now.',
    fix: 'Tell the operator: an engine for text to image must be configured.',
  });
}

/** The same for a preview that expired, was thrown away, never was, or is somebody else's. */
export function previewGone(): Fault {
  return new Fault({
    code: 'PREVIEW_EXPIRED',
    status: 404,
    message: 'This preview is no longer there; previews are kept for one hour.',
    fix: 'Generate a new preview; with the same seed and words it looks the same.',
  });
}

export function previewNotReady(status: string): Fault {
  const isUnderway = status === 'pending' || status === 'processing';
  return new Fault({
    code: 'PREVIEW_NOT_READY',
    status: 409,
    message: isUnderway
      ? 'This preview is still being made.'
      : 'This preview was not made, so there is nothing to save.',
    fix: isUnderway ? 'Save it once you have seen it.' : 'Generate a new preview.',
    details: { status },
  });
}

export function previewCancelled(): Fault {
  return new Fault({
    code: 'PREVIEW_CANCELLED',
    status: 409,
    message: 'This preview was cancelled before it was done.',
  });
}

/** 429 with the time until the oldest counted preview leaves the hour. */
export function tooManyPreviews(about: {
  limit: number;
  tier: string;
  retryAfterSeconds: number;
}): Fault {
  const minutes = Math.max(1, Math.ceil(about.retryAfterSeconds / 60));
  return new Fault({
    code: 'RATE_LIMIT_EXCEEDED',
    status: 429,
    message: `You have made ${about.limit} previews within an hour, which is the most your plan (${about.tier}) allows.`,
    fix: `The next one is free again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}. What you have made already can still be saved.`,
    retryAfterSeconds: about.retryAfterSeconds,
    details: { limit: about.limit, tier: about.tier, per: 'hour', of: 'previews' },
  });
}

/** What a `data:` URL says it is, and what its bytes say. */
export function pictureTypeWrong(field: string, declared: string): Fault {
  const message = `The picture is declared as ${declared}, but that is not what it is.`;
  return new Fault({
    code: 'UPLOAD_NOT_AN_IMAGE',
    status: 415,
    message,
    fix: 'Declare the type the picture has, or send the base64 text alone.',
    issues: [
      {
        path: field,
        message,
        inIndonesian: `Gambar disebut ${declared}, tetapi isinya bukan itu.`,
      },
    ],
  });
}

export function pictureTextWrong(field: string): Fault {
  const message = 'This is not base64 text.';
  return new Fault({
    code: 'REQUEST_INVALID',
    status: 400,
    message: `The request is not as it should be. ${field}: ${message}`,
    fix: 'Send the bytes of the picture as base64, alone or as a data URL.',
    issues: [{ path: field, message, inIndonesian: 'Ini bukan teks base64.' }],
  });
}
