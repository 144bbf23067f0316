import { Fault } from '@lumiku/contract';
import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { z } from 'zod';

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

/** Where a page ended: time and id of its last row. Opaque to callers. */
export function writeCursor(at: Date, id: string): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString('base64url');
}

/** "After the row the cursor names", for lists in falling order of time and id. @throws Fault CURSOR_INVALID (400) */
export function afterCursor(
  cursor: string | undefined,
  at: PgColumn,
  id: PgColumn,
): SQL | undefined {
  if (cursor === undefined) return undefined;
  try {
    const [time, last] = Position.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')),
    );
    return sql`(${at}, ${id}) < (${time}::timestamptz, ${last}::uuid)`;
  } catch (cause) {
    throw new Fault({
      code: 'CURSOR_INVALID',
      status: 400,
      message: 'This cursor is not one of ours.',
      fix: 'Use meta.nextCursor of the page before, or leave the cursor out.',
      cause,
    });
  }
}
