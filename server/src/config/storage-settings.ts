import { setting } from './setting.ts';
import { address, optional, text, wholeNumber, yesOrNo } from './setting-kinds.ts';

/** Uploaded and made pictures. */
export const storageSettings = {
  url: setting({
    env: 'STORAGE_URL',
    schema: optional(address(['https:', 'http:', 's3:'])),
    fallback: undefined,
    fallbackText: 'a folder, `UPLOAD_PATH`',
    about:
      'An S3-compatible bucket for all pictures: `https://host/bucket`, with a folder in it if you like; `s3://bucket` for Amazon.',
    fix: 'Set https://host/bucket, or remove it to keep pictures in a folder.',
    example: 'https://s3.eu-central-1.amazonaws.com/my-bucket/lumiku',
    isSecret: true,
  }),
  accessKeyId: setting({
    env: 'STORAGE_ACCESS_KEY_ID',
    schema: optional(text),
    fallback: undefined,
    fallbackText: 'the user name in STORAGE_URL',
    about: 'Access key of that bucket; it may list, read, write and delete there.',
    fix: 'Set the id of an access key.',
    isSecret: true,
  }),
  secretAccessKey: setting({
    env: 'STORAGE_SECRET_ACCESS_KEY',
    schema: optional(text),
    fallback: undefined,
    fallbackText: 'the password in STORAGE_URL',
    about: 'Secret of that access key.',
    fix: 'Set the secret of the access key.',
    isSecret: true,
  }),
  region: setting({
    env: 'STORAGE_REGION',
    schema: optional(text),
    fallback: undefined,
    fallbackText: 'read from an Amazon address, otherwise us-east-1',
    about: 'Region of that bucket, as its server calls it.',
    fix: 'Set the name of a region, e.g. eu-central-1.',
    example: 'eu-central-1',
  }),
  isBucketInHost: setting({
    env: 'STORAGE_BUCKET_IN_HOST',
    schema: yesOrNo,
    fallback: false,
    about: 'Whether that server wants the name of the bucket in the host: `bucket.host/key`.',
    fix: 'Set true or false.',
  }),
  uploadPath: setting({
    env: 'UPLOAD_PATH',
    schema: optional(text),
    fallback: undefined,
    fallbackText: '`uploads` in the data folder',
    about: 'Folder of uploaded and made pictures, where STORAGE_URL is not set.',
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
