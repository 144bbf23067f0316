import { join } from 'node:path';

/** Where a stored file lies: `/uploads/<app>/<userId>/<name>`, the same on disk under the uploads folder. */
export interface UploadPath {
  appId: string;
  userId: string;
  name: string;
}

// No part may start with a dot: neither `..` nor the dot files of unfinished writes can be named by a URL.
const URL_SHAPE =
  /^\/uploads\/([a-z0-9][a-z0-9-]{0,63})\/([A-Za-z0-9][A-Za-z0-9_-]{0,127})\/([A-Za-z0-9][A-Za-z0-9._-]{0,199})$/;

/** @returns null for whatever is not the URL of a stored file, traversal included. */
export function parseUploadUrl(url: string): UploadPath | null {
  const [, appId, userId, name] = URL_SHAPE.exec(url) ?? [];
  return appId && userId && name ? { appId, userId, name } : null;
}

/** The same for whatever lies there, also under a name no URL of a row can have (an unfinished write). */
export function anyUploadUrl({ appId, userId, name }: UploadPath): string {
  return `/uploads/${appId}/${userId}/${name}`;
}

export function uploadUrl(path: UploadPath): string {
  const url = anyUploadUrl(path);
  if (!parseUploadUrl(url)) throw new Error(`not a storable path: ${url}`);
  return url;
}

export function uploadFile(folder: string, path: UploadPath): string {
  return join(folder, path.appId, path.userId, path.name);
}
