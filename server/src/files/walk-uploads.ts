import { opendir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isMissing } from './create-images.ts';

export interface FoundFile {
  name: string;
  file: string;
  modifiedAt: Date;
  sizeBytes: number;
}

/** Names in a folder, or none when it is not there. */
export async function namesIn(folder: string): Promise<string[]> {
  return await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
}

/** The files of one person in one app; those that vanish while being looked at are left out. */
export async function filesOf(
  uploadsFolder: string,
  appId: string,
  userId: string,
): Promise<FoundFile[]> {
  const folder = join(uploadsFolder, appId, userId);
  const found: FoundFile[] = [];
  for (const name of await namesIn(folder)) {
    const file = join(folder, name);
    const stats = await stat(file).catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
    if (stats?.isFile()) {
      found.push({ name, file, modifiedAt: stats.mtime, sizeBytes: stats.size });
    }
  }
  return found;
}

/** Every stored picture, as `<app>/<userId>/<name>`; what is still being written (its name starts with a dot) is left out. */
export async function* walkFiles(uploadsFolder: string, below = ''): AsyncGenerator<string> {
  for await (const entry of await opendir(join(uploadsFolder, below))) {
    if (entry.name.startsWith('.')) continue;
    const path = join(below, entry.name);
    if (entry.isDirectory()) yield* walkFiles(uploadsFolder, path);
    else if (entry.isFile()) yield path;
  }
}
