import { AVATAR_GENERATOR_PREFIX } from '../../contract.ts';

/** Where the finished pictures of a batch are downloaded in one file. */
export const batchZipHref = (id: string) => `${AVATAR_GENERATOR_PREFIX}/batches/${id}/pictures.zip`;
/** Where the table of a batch's settings is downloaded. */
export const batchCsvHref = (id: string) => `${AVATAR_GENERATOR_PREFIX}/batches/${id}/settings.csv`;
/** Where chosen pictures are downloaded in one file. */
export const picturesZipHref = (ids: Iterable<string>) =>
  `${AVATAR_GENERATOR_PREFIX}/pictures.zip?ids=${[...ids].join(',')}`;
