import { Fault } from '@lumiku/contract';

/** What can be wrong with a file somebody hands in, each in the words they see. */
export const uploadFaults = {
  empty: () =>
    new Fault({
      code: 'UPLOAD_EMPTY',
      status: 400,
      message: 'This file is empty (0 bytes).',
      fix: 'Choose the picture again; it may not have been copied completely.',
    }),
  tooLarge: (sizeBytes: number, sizeBytesMax: number) =>
    new Fault({
      code: 'UPLOAD_TOO_LARGE',
      status: 413,
      message: `This file is ${megabytes(sizeBytes)} MB; ${megabytes(sizeBytesMax)} MB is the most.`,
      fix: 'Choose a smaller picture, or save this one as a JPEG with a lower quality.',
      details: { sizeBytes, sizeBytesMax },
    }),
  notAnImage: (looksLike: string | undefined) =>
    new Fault({
      code: 'UPLOAD_NOT_AN_IMAGE',
      status: 415,
      message: looksLike
        ? `This is not a photo we can read: by its content it is a ${looksLike} file.`
        : 'This is not a photo we can read, whatever its name says.',
      fix: 'Choose a JPEG, PNG, WebP or AVIF picture.',
    }),
  heic: () =>
    new Fault({
      code: 'UPLOAD_NOT_AN_IMAGE',
      status: 415,
      message: 'This is a HEIC photo, which this server cannot read.',
      fix: 'Save it as a JPEG. On an iPhone: Settings > Camera > Formats > Most Compatible.',
    }),
  tooManyPixels: (widthPx: number, heightPx: number, pixelsMax: number) =>
    new Fault({
      code: 'UPLOAD_TOO_MANY_PIXELS',
      status: 400,
      message: `This picture has ${megapixels(widthPx * heightPx)} megapixels (${widthPx} × ${heightPx}); ${megapixels(pixelsMax)} is the most.`,
      fix: 'Make it smaller, for example 4000 pixels on the long side, and try again.',
      details: { widthPx, heightPx, pixelsMax },
    }),
  unreadable: (cause: unknown) =>
    new Fault({
      code: 'UPLOAD_UNREADABLE',
      status: 400,
      message: 'This picture is damaged or incomplete.',
      fix: 'Open it on your device, save it again, and choose the new file.',
      cause,
      internal: cause instanceof Error ? cause.message : String(cause),
    }),
  busy: () =>
    new Fault({
      code: 'UPLOADS_BUSY',
      status: 503,
      message: 'Many pictures are being taken in right now.',
      fix: 'Try again in a few seconds.',
      retryAfterSeconds: 5,
    }),
};

const megabytes = (bytes: number) => (Math.ceil(bytes / 100_000) / 10).toString();
const megapixels = (pixels: number) => (Math.round(pixels / 100_000) / 10).toString();
