import { randomUUID } from 'node:crypto';
import pLimit from 'p-limit';
import { mediaTypeOf } from './media-types.ts';
import { placeWords, type S3Place } from './s3-place.ts';
import { createS3Requests, type ListedObject, type S3Requests } from './s3-requests.ts';
import type { Storage, StoredFile, StoredFolder } from './storage.ts';
import type { UploadPath } from './upload-path.ts';

const REMOVED_AT_ONCE = 8;

/** Files as objects of a bucket, their key `<prefix><app>/<userId>/<name>`. An object is there when all of it is. */
export function createS3Storage(
  place: S3Place,
  requests: S3Requests = createS3Requests(place),
): Storage {
  const { prefix } = place;
  const keyOf = ({ appId, userId, name }: UploadPath) => `${prefix}${appId}/${userId}/${name}`;
  const filesOf = async (appId: string, userId: string): Promise<StoredFile[]> => {
    const found: StoredFile[] = [];
    for await (const file of below(requests, place, `${appId}/${userId}/`)) found.push(file);
    return found;
  };
  const remove = async (key: string) => void (await requests.ask({ method: 'DELETE', key }));
  return {
    place: placeWords(place),
    write: async (path, bytes) => {
      const headers = { 'content-type': mediaTypeOf(path.name) };
      const body = new Uint8Array(bytes);
      await requests.ask({ method: 'PUT', key: keyOf(path), body, headers });
    },
    read: async (path) => {
      const response = await requests.ask({ method: 'GET', key: keyOf(path) });
      return response && new Uint8Array(await response.arrayBuffer());
    },
    find: async (path) => {
      const response = await requests.ask({ method: 'HEAD', key: keyOf(path) });
      if (!response) return null;
      const { headers } = response;
      const modifiedAt = new Date(headers.get('last-modified') ?? 0);
      return { path, modifiedAt, sizeBytes: Number(headers.get('content-length')) };
    },
    stream: async (path, { start, end }) => {
      const headers = { range: `bytes=${start}-${end}` };
      const ask = { method: 'GET' as const, key: keyOf(path), isStreamed: true };
      const response = await requests.ask(end < start ? ask : { ...ask, headers });
      return response?.body ?? null;
    },
    remove: (path) => remove(keyOf(path)),
    removeFolder: async (appId, userId) => {
      const limit = pLimit(REMOVED_AT_ONCE);
      const files = await filesOf(appId, userId);
      await Promise.all(files.map(({ path }) => limit(() => remove(keyOf(path)))));
    },
    // A bucket has no folders, only keys.
    tidyFolder: async () => undefined,
    apps: async () => {
      const names: string[] = [];
      let after: string | undefined;
      do {
        const page = await requests.list({ prefix, after, isByFolder: true });
        names.push(...page.folders.filter((name) => !name.startsWith('.')));
        after = page.next;
      } while (after !== undefined);
      return names;
    },
    folders: (appId) => foldersOf(below(requests, place, `${appId}/`)),
    filesOf,
    freeBytes: async () => null,
    check: async () => void (await requests.list({ prefix, keysMax: 1 })),
    tryOut: async () => {
      const key = `${prefix}.doctor-${randomUUID()}`;
      const body = new TextEncoder().encode('written by "lumiku doctor"');
      await requests.ask({ method: 'PUT', key, body });
      try {
        if (!(await requests.ask({ method: 'GET', key })))
          throw new Error('What was written is not there.');
      } finally {
        await remove(key);
      }
    },
  };
}

/** Everything below a part of the bucket, in the order of its keys. */
async function* below(
  requests: S3Requests,
  { prefix }: S3Place,
  part: string,
): AsyncGenerator<StoredFile> {
  let after: string | undefined;
  do {
    const page = await requests.list({ prefix: `${prefix}${part}`, after });
    for (const object of page.objects) {
      const file = fileOf(object, prefix);
      if (file) yield file;
    }
    after = page.next;
  } while (after !== undefined);
}

/** Null for what somebody else put into the bucket. */
function fileOf({ key, modifiedAt, sizeBytes }: ListedObject, prefix: string): StoredFile | null {
  const [appId, userId, name, ...more] = key.slice(prefix.length).split('/');
  if (!appId || !userId || !name || more.length > 0) return null;
  return { path: { appId, userId, name }, modifiedAt, sizeBytes };
}

/** Keys come in order, so each person's stand together. */
async function* foldersOf(files: AsyncIterable<StoredFile>): AsyncGenerator<StoredFolder> {
  let folder: StoredFolder | null = null;
  for await (const file of files) {
    if (folder && folder.userId !== file.path.userId) {
      yield folder;
      folder = null;
    }
    folder ??= { userId: file.path.userId, files: [] };
    folder.files.push(file);
  }
  if (folder) yield folder;
}
