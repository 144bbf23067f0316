import type { Database } from '@lumiku/app-kit';
import { makeZip } from 'client-zip';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { apiKeys, sessions, users } from './tables.ts';

export interface ExportDeps {
  db: Database;
  listFiles(userId: string): AsyncIterable<ExportedFile>;
}

export interface ExportedFile {
  /** `<app>/<name>` */
  name: string;
  modifiedAt: Date;
  /** Null when it vanished since it was listed. */
  read(): Promise<Uint8Array<ArrayBuffer> | null>;
}

/** What proves who somebody is, told below without the proofs themselves. */
const SPECIAL = new Set(['sessions', 'sign_in_methods', 'api_keys']);
const Named = z.object({ name: z.string() });

/**
 * Everything the studio keeps about a person as one ZIP, made while it is sent: `account.json`, one JSON file per table
 * that has rows with their `user_id`, and `files/`. Passwords, keys and tokens are left out.
 */
export function exportAccount(deps: ExportDeps, userId: string): ReadableStream<Uint8Array> {
  return makeZip(entries(deps, userId));
}

async function* entries(deps: ExportDeps, userId: string) {
  const { db } = deps;
  const json = (name: string, value: unknown) => ({
    name: `${name}.json`,
    lastModified: new Date(),
    input: `${JSON.stringify(value, null, 2)}\n`,
  });
  const [account] = await db.select().from(users).where(eq(users.id, userId));
  yield json('account', account);
  yield json('sessions', await sessionsOf(db, userId));
  yield json('api-keys', await keysOf(db, userId));
  for (const table of await tablesOfPeople(db)) {
    const { rows } = await db.execute(
      sql`select * from ${sql.identifier(table)} where user_id = ${userId}`,
    );
    if (rows.length > 0) yield json(table.replaceAll('_', '-'), rows);
  }
  for await (const { name, modifiedAt, read } of deps.listFiles(userId)) {
    const input = await read();
    if (input) yield { name: `files/${name}`, lastModified: modifiedAt, input };
  }
}

/** Every table that says whose its rows are, of the platform and of every app. */
async function tablesOfPeople(db: Database): Promise<string[]> {
  const { rows } = await db.execute(sql`
    select table_name as name from information_schema.columns
     where table_schema = current_schema() and column_name = 'user_id' order by table_name`);
  return rows.map((row) => Named.parse(row).name).filter((name) => !SPECIAL.has(name));
}

const sessionsOf = (db: Database, userId: string) =>
  db
    .select({
      createdAt: sessions.createdAt,
      expiresAt: sessions.expiresAt,
      ipAddress: sessions.ipAddress,
      userAgent: sessions.userAgent,
    })
    .from(sessions)
    .where(eq(sessions.userId, userId));

const keysOf = (db: Database, userId: string) =>
  db
    .select({
      name: apiKeys.name,
      start: apiKeys.start,
      createdAt: apiKeys.createdAt,
      expiresAt: apiKeys.expiresAt,
    })
    .from(apiKeys)
    .where(eq(apiKeys.referenceId, userId));
