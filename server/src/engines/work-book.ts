import { createHash } from 'node:crypto';
import type { JobTicket } from '@lumiku/app-kit';
import {
  ENGINE_FAULT_KINDS,
  type EngineFaultKind,
  type EngineRequest,
  type EngineTicket,
} from '@lumiku/engines/engine';
import { z } from 'zod';

/** One piece of work of a job, as its row keeps it. */
const Piece = z.object({
  engineId: z.string(),
  /** Of the attempt; stored before the engine is called. */
  key: z.string(),
  since: z.iso.datetime(),
  /** Null while nobody knows whether the engine took it. */
  ticket: z.record(z.string(), z.unknown()).nullable(),
  /** The work is over without a result, and somebody may have paid for it: it is never handed over again. */
  over: z.enum(ENGINE_FAULT_KINDS).nullable(),
});
const Book = z.object({ pieces: z.record(z.string(), Piece) });

export interface Piece {
  readonly engineId: string;
  readonly key: string;
  readonly since: string;
  readonly ticket: EngineTicket | null;
  readonly over: EngineFaultKind | null;
}

/** What a job has handed over to engines, kept in its row; each change is written before anything else happens. */
export interface WorkBook {
  readonly piece: Piece | null;
  write(piece: Piece): Promise<void>;
  forget(): Promise<void>;
}

/** Opens the book of a job at the page of one request. */
export async function openWorkBook(ticket: JobTicket, request: EngineRequest): Promise<WorkBook> {
  const name = pieceName(request);
  const stored = await ticket.load();
  const read = Book.safeParse(stored?.ticket);
  const pieces = new Map(Object.entries(read.success ? read.data.pieces : {}));
  const save = async (engineId: string): Promise<void> =>
    pieces.size === 0
      ? await ticket.clear()
      : await ticket.store(engineId, { pieces: Object.fromEntries(pieces) });
  return {
    get piece() {
      return pieces.get(name) ?? null;
    },
    async write(piece) {
      pieces.set(name, { ...piece, ticket: piece.ticket && { ...piece.ticket } });
      await save(piece.engineId);
    },
    async forget() {
      const piece = pieces.get(name);
      if (!piece) return;
      pieces.delete(name);
      await save(piece.engineId);
    },
  };
}

/** The same for the same request of a job that is run again; pictures are told apart by what is wanted of them. */
function pieceName(request: EngineRequest): string {
  const wanted = JSON.stringify(request, (_, value: unknown) =>
    value instanceof Uint8Array ? value.byteLength : value,
  );
  return `${request.kind}-${createHash('sha256').update(wanted).digest('hex').slice(0, 16)}`;
}
