import { setting } from './setting.ts';
import { optional, text, wholeNumber } from './setting-kinds.ts';

/** Uploaded and made pictures. */
export const storageSettings = {
  uploadPath: setting({
    env: 'UPLOAD_PATH',
    schema: optional(text),
    fallback: undefined,
    fallbackText: '`uploads` in the data folder',
    about: 'Folder of uploaded and made pictures.',
    fix: 'Set a folder this user may write.',
    example: './data/uploads',
  }),
  uploadMegabytesMax: setting({
    env: 'LUMIKU_UPLOAD_MEGABYTES_MAX',
    schema: wholeNumber(1, 100),
    fallback: 10,
    about: 'Largest picture a person may upload, in megabytes.',
    fix: 'Set a number between 1 and 100.',
  }),
  uploadMegapixelsMax: setting({
    env: 'LUMIKU_UPLOAD_MEGAPIXELS_MAX',
    schema: wholeNumber(1, 200),
    fallback: 40,
    about: 'Most pixels a picture may have, in millions.',
    fix: 'Set a number between 1 and 200.',
  }),
};
