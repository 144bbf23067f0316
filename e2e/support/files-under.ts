import { existsSync, readdirSync } from 'node:fs';

/** Every file under a folder, unfinished ones too; what readiness writes to try the disk does not count. */
export function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.ready-'))
    .map((entry) => entry.name);
}
