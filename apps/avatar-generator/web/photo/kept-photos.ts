/*
 * Photos used before, kept in this browser only (IndexedDB), so that the next picture does not start with a search
 * through folders. Written by the photo step, read by it; each belongs to one account. A browser without storage
 * (private window, full disk) simply keeps none.
 */

export interface KeptPhoto {
  id: string;
  userId: string;
  name: string;
  blob: Blob;
  usedAt: number;
  /** Where it was borrowed from, `<app>:<source>:<id>`. */
  source?: string | undefined;
}

const DATABASE = 'lumiku.photos';
const STORE = 'photos';
const KEPT_MAX = 8;

/** Newest first. */
export async function listKeptPhotos(userId: string): Promise<KeptPhoto[]> {
  const all = await run<KeptPhoto[]>('readonly', (store) => store.getAll());
  return (all ?? []).filter((photo) => photo.userId === userId).sort((a, b) => b.usedAt - a.usedAt);
}

export async function findKeptPhoto(id: string): Promise<KeptPhoto | null> {
  return (await run<KeptPhoto | undefined>('readonly', (store) => store.get(id))) ?? null;
}

/** Keeps a photo (or marks it as just used) and lets the oldest of this person's go. */
export async function keepPhoto(photo: KeptPhoto): Promise<void> {
  await run('readwrite', (store) => store.put(photo));
  const kept = await listKeptPhotos(photo.userId);
  for (const old of kept.slice(KEPT_MAX)) await forgetKeptPhoto(old.id);
}

export async function forgetKeptPhoto(id: string): Promise<void> {
  await run('readwrite', (store) => store.delete(id));
}

async function run<Result>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result | null>;
async function run(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest,
): Promise<unknown>;
async function run(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest) {
  const database = await open().catch(() => null);
  if (database === null) return null;
  try {
    return await answerOf(ask(database.transaction(STORE, mode).objectStore(STORE)));
  } catch {
    return null;
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
  return answerOf(request);
}

function answerOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser kept nothing.'));
  });
}
