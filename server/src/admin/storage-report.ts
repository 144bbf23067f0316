import type { Clock, Database } from '@lumiku/app-kit';
import type { StorageReport } from '@lumiku/contract';
import { desc, gte, inArray, lt, sum } from 'drizzle-orm';
import { users } from '../accounts/tables.ts';
import type { Files, StoredSum } from '../files/index.ts';
import { fileSweeps } from './tables.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const KEPT_DAYS = 30;
const PEOPLE_MAX = 50;
/** Every file is looked at, so it is not done again for each look at the page. */
const MEASURED_FOR_MS = 30_000;

/** What lies on the disk, whose it is, and what the sweeper found. */
export function createStorageReport(deps: {
  db: Database;
  clock: Clock;
  files: Pick<Files, 'storage' | 'measure'>;
}) {
  const { db, clock, files } = deps;
  let measured: { at: Date; sums: Promise<StoredSum[]> } | null = null;
  const measure = () => {
    const now = clock.now();
    if (!measured || now.getTime() - measured.at.getTime() > MEASURED_FOR_MS) {
      measured = { at: now, sums: files.measure() };
      measured.sums.catch(() => {
        measured = null;
      });
    }
    return measured;
  };
  return {
    async read(): Promise<StorageReport> {
      const { at, sums: measuring } = measure();
      const sums = await measuring;
      const people = sumsBy(sums, ({ userId }) => userId).slice(0, PEOPLE_MAX);
      const names = await namesOf(db, [...people.map(({ key }) => key)]);
      return {
        measuredAt: at.toISOString(),
        total: totalOf(sums),
        freeBytes: await files.storage.freeBytes(),
        apps: sumsBy(sums, ({ appId }) => appId).map(({ key, ...sum }) => ({ appId: key, ...sum })),
        people: people.map(({ key, ...sum }) => ({
          id: key,
          name: names.get(key) ?? null,
          ...sum,
        })),
        sweeps: await readSweeps(db, clock.now()),
      };
    },
    /** Called by housekeeping after each round. */
    async swept(report: { removed: readonly string[]; missing: readonly string[] }): Promise<void> {
      const at = clock.now();
      const [removed, missing] = [report.removed.length, report.missing.length];
      await db.insert(fileSweeps).values({ at, removed, missing });
      await db
        .delete(fileSweeps)
        .where(lt(fileSweeps.at, new Date(at.getTime() - KEPT_DAYS * DAY_MS)));
    },
  };
}

export type StorageDesk = ReturnType<typeof createStorageReport>;

async function readSweeps(db: Database, now: Date): Promise<StorageReport['sweeps']> {
  const since = new Date(now.getTime() - KEPT_DAYS * DAY_MS);
  const [all] = await db
    .select({ removed: sum(fileSweeps.removed).mapWith(Number) })
    .from(fileSweeps)
    .where(gte(fileSweeps.at, since));
  const [last] = await db.select().from(fileSweeps).orderBy(desc(fileSweeps.at)).limit(1);
  return {
    lastAt: last?.at.toISOString() ?? null,
    orphansRemoved: all?.removed ?? 0,
    missing: last?.missing ?? 0,
  };
}

async function namesOf(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function totalOf(sums: readonly StoredSum[]): { files: number; bytes: number } {
  return sums.reduce(
    (total, { files, bytes }) => ({ files: total.files + files, bytes: total.bytes + bytes }),
    { files: 0, bytes: 0 },
  );
}

/** Largest first. */
function sumsBy(
  sums: readonly StoredSum[],
  keyOf: (sum: StoredSum) => string,
): { key: string; files: number; bytes: number }[] {
  return [...Map.groupBy(sums, keyOf)]
    .map(([key, group]) => ({ key, ...totalOf(group) }))
    .toSorted((a, b) => b.bytes - a.bytes);
}
