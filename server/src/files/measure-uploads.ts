import type { Storage } from './storage.ts';

/** What one person has stored in one app. */
export interface StoredSum {
  appId: string;
  userId: string;
  files: number;
  bytes: number;
}

/** Looks at every stored file, one person of one app at a time. */
export async function measureUploads(storage: Storage): Promise<StoredSum[]> {
  const sums: StoredSum[] = [];
  for (const appId of await storage.apps()) {
    for await (const { userId, files } of storage.folders(appId)) {
      if (files.length === 0) continue;
      const bytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
      sums.push({ appId, userId, files: files.length, bytes });
    }
  }
  return sums;
}
