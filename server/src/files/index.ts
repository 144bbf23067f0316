export {
  type ContentCredentials,
  noCredentials,
  type SigningIdentity,
} from './content-credentials.ts';
export { createFiles, type Files, type FilesOptions } from './create-files.ts';
export { createDiskStorage } from './disk-storage.ts';
export { fileAnswer, tagOf } from './file-answer.ts';
export { filesRoutes } from './file-routes.ts';
export { measureUploads, type StoredSum } from './measure-uploads.ts';
export { mediaTypeOf } from './media-types.ts';
export { placeWords, type S3Place } from './s3-place.ts';
export { createS3Storage } from './s3-storage.ts';
export type { Storage, StoredFile } from './storage.ts';
export type { StoredUrls, SweepReport } from './sweep-orphans.ts';
export { anyUploadUrl, parseUploadUrl } from './upload-path.ts';
