import { Fault } from '@lumiku/contract';
import { z } from 'zod';

const Position = z.tuple([z.iso.datetime(), z.uuid()]);

/** Where a page ended: time and id of its last row. Opaque to callers. */
export function writeCursor(row: { createdAt: Date; id: string }): string {
  return Buffer.from(JSON.stringify([row.createdAt.toISOString(), row.id])).toString('base64url');
}

/** @throws Fault CURSOR_INVALID (400) */
export function readCursor(cursor: string): { createdAt: Date; id: string } {
  try {
    const [createdAt, id] = Position.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')),
    );
    return { createdAt: new Date(createdAt), id };
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
