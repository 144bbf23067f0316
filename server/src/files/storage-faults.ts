import { Fault } from '@lumiku/contract';

/** What can be wrong with the place where pictures are kept, in the words people see. */
export const storageFaults = {
  full: (cause: unknown) =>
    new Fault({
      code: 'STORAGE_FULL',
      status: 503,
      message: 'The disk of this server is full; nothing was kept and nothing was paid.',
      fix: 'Whoever runs this server must free some space, then try again.',
      cause,
    }),
  folderUnwritable: (cause: unknown, internal: string) =>
    unwritable('make the uploads folder (UPLOAD_PATH) writable', internal, cause),
  /** The bucket is not there, or its keys are not good for it. */
  bucketRefuses: (internal: string) =>
    unwritable('put STORAGE_URL and its keys right; "lumiku doctor" says what is wrong', internal),
  away: (internal: string, cause?: unknown) =>
    new Fault({
      code: 'STORAGE_AWAY',
      status: 503,
      message: 'The place where pictures are kept does not answer; nothing was paid.',
      fix: 'Try again in a minute.',
      retryAfterSeconds: 10,
      cause,
      internal,
    }),
};

function unwritable(must: string, internal: string, cause?: unknown): Fault {
  return new Fault({
    code: 'STORAGE_UNWRITABLE',
    status: 503,
    message: 'This server cannot write where its pictures are kept.',
    fix: `Whoever runs this server must ${must}.`,
    cause,
    internal,
  });
}
