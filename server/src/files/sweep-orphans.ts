// Files and rows cannot be changed in one transaction. Files are written before the row that names them and removed
// after the commit that forgot them; a process killed in between leaves a file no row names. This finds those.
import { access, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { removeFile } from './create-images.ts';
import { parseUploadUrl, uploadFile } from './upload-path.ts';
import { filesOf, namesIn } from './walk-uploads.ts';

/** Every URL an app's rows name for one person. */
export type StoredUrls = (userId: string) => Promise<readonly string[]>;

export interface SweepOptions {
  uploadsFolder: string;
  /** Younger files are left alone: their row may be about to be written. */
  graceMs: number;
  now: Date;
  apps: ReadonlyMap<string, StoredUrls>;
  /** Everybody with an account. */
  userIds: readonly string[];
}

export interface SweepReport {
  removed: string[];
  /** URLs rows name whose file is not there. */
  missing: string[];
  kept: number;
  /** Folders of apps this studio does not have; nothing in them was touched. */
  unknownApps: string[];
}

/** One person at a time, so that memory stays flat however much is stored. */
export async function sweepOrphans(options: SweepOptions): Promise<SweepReport> {
  const report: SweepReport = { removed: [], missing: [], kept: 0, unknownApps: [] };
  for (const appId of await namesIn(options.uploadsFolder)) {
    if (!options.apps.has(appId)) report.unknownApps.push(appId);
  }
  for (const [appId, storedUrls] of options.apps) {
    const folders = await namesIn(join(options.uploadsFolder, appId));
    for (const userId of new Set([...options.userIds, ...folders])) {
      await sweepPerson(options, report, { appId, userId, storedUrls });
    }
  }
  return report;
}

async function sweepPerson(
  options: SweepOptions,
  report: SweepReport,
  person: { appId: string; userId: string; storedUrls: StoredUrls },
): Promise<void> {
  const { appId, userId, storedUrls } = person;
  // Files first, rows second: what is written between the two is young, what is forgotten between them is gone anyway.
  const files = await filesOf(options.uploadsFolder, appId, userId);
  const named = new Set(await storedUrls(userId));
  const present = new Set<string>();
  for (const { name, file, modifiedAt } of files) {
    // Odd names (unfinished writes, what somebody put there by hand) no row can name.
    const url = `/uploads/${appId}/${userId}/${name}`;
    present.add(url);
    const isOld = options.now.getTime() - modifiedAt.getTime() > options.graceMs;
    if (named.has(url) || !isOld) {
      report.kept += 1;
      continue;
    }
    await removeFile(file);
    report.removed.push(url);
  }
  const absent = [...named].filter((url) => !present.has(url));
  if (absent.length > 0) {
    const still = new Set(await storedUrls(userId));
    for (const url of absent) {
      if (still.has(url) && !(await isThere(options.uploadsFolder, url))) report.missing.push(url);
    }
  }
  // Empty folders go too; one that is not empty refuses.
  await rmdir(join(options.uploadsFolder, appId, userId)).catch(() => undefined);
}

async function isThere(uploadsFolder: string, url: string): Promise<boolean> {
  const path = parseUploadUrl(url);
  if (!path) return false;
  return await access(uploadFile(uploadsFolder, path)).then(
    () => true,
    () => false,
  );
}
