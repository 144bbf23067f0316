import { join } from 'node:path';
import { filesOf, namesIn } from './walk-uploads.ts';

/** What one person has stored in one app. */
export interface StoredSum {
  appId: string;
  userId: string;
  files: number;
  bytes: number;
}

/** Looks at every stored file, one person of one app at a time. */
export async function measureUploads(uploadsFolder: string): Promise<StoredSum[]> {
  const sums: StoredSum[] = [];
  for (const appId of await namesIn(uploadsFolder)) {
    for (const userId of await namesIn(join(uploadsFolder, appId)).catch(() => [])) {
      const files = await filesOf(uploadsFolder, appId, userId).catch(() => []);
      if (files.length === 0) continue;
      const bytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
      sums.push({ appId, userId, files: files.length, bytes });
    }
  }
  return sums;
}
