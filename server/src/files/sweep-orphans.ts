// Files and rows cannot be changed in one transaction. Files are written before the row that names them and removed
// after the commit that forgot them; a process killed in between leaves a file no row names. This finds those.
import type { Storage, StoredFolder } from './storage.ts';
import { anyUploadUrl, parseUploadUrl } from './upload-path.ts';

/** Every URL an app's rows name for one person. */
export type StoredUrls = (userId: string) => Promise<readonly string[]>;

export interface SweepOptions {
  storage: Storage;
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
  for (const appId of await options.storage.apps()) {
    if (!options.apps.has(appId)) report.unknownApps.push(appId);
  }
  for (const [appId, storedUrls] of options.apps) {
    const left = new Set(options.userIds);
    for await (const folder of options.storage.folders(appId)) {
      left.delete(folder.userId);
      await sweepFolder(options, report, { appId, folder, storedUrls });
    }
    for (const userId of left) {
      await sweepFolder(options, report, { appId, folder: { userId, files: [] }, storedUrls });
    }
  }
  return report;
}

async function sweepFolder(
  options: SweepOptions,
  report: SweepReport,
  place: { appId: string; folder: StoredFolder; storedUrls: StoredUrls },
): Promise<void> {
  const { appId, storedUrls } = place;
  const { userId, files } = place.folder;
  // Files first, rows second: what is written between the two is young, what is forgotten between them is gone anyway.
  const named = new Set(await storedUrls(userId));
  const present = new Set<string>();
  for (const { path, modifiedAt } of files) {
    // Odd names (unfinished writes, what somebody put there by hand) no row can name.
    const url = anyUploadUrl(path);
    present.add(url);
    const isOld = options.now.getTime() - modifiedAt.getTime() > options.graceMs;
    if (named.has(url) || !isOld) {
      report.kept += 1;
      continue;
    }
    await options.storage.remove(path);
    report.removed.push(url);
  }
  const absent = [...named].filter((url) => !present.has(url));
  if (absent.length > 0) {
    const still = new Set(await storedUrls(userId));
    for (const url of absent) {
      if (still.has(url) && !(await isThere(options.storage, url))) report.missing.push(url);
    }
  }
  await options.storage.tidyFolder(appId, userId);
}

async function isThere(storage: Storage, url: string): Promise<boolean> {
  const path = parseUploadUrl(url);
  return path !== null && (await storage.find(path)) !== null;
}
