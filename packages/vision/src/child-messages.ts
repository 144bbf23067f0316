import { PhotoReport } from '@lumiku/contract';
import { z } from 'zod';
import { SwapRefusal } from './child/swap/judge-pair.ts';
import { SeenBodies } from './seen-bodies.ts';

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** What the parent asks of the child, one at a time. `warm` only loads the networks. */
export const ChildRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('warm'), id: z.int() }),
  z.object({ kind: z.literal('look'), id: z.int(), photo: Bytes }),
  /** `careful` reads with the largest network, twice each: for figures and for scores. */
  z.object({ kind: z.literal('bodies'), id: z.int(), photo: Bytes, careful: z.boolean() }),
  z.object({ kind: z.literal('faces'), id: z.int(), photo: Bytes, other: Bytes }),
  z.object({ kind: z.literal('swap'), id: z.int(), photo: Bytes, other: Bytes }),
]);
export type ChildRequest = z.infer<typeof ChildRequest>;
/** A question before it has its number. */
export type ChildQuestion = ChildRequest extends infer One
  ? One extends ChildRequest
    ? Omit<One, 'id'>
    : never
  : never;

const answered = { id: z.int(), residentBytes: z.number() };

export const ChildReply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('warm'), ...answered }),
  z.object({ kind: z.literal('report'), ...answered, report: PhotoReport }),
  z.object({ kind: z.literal('bodies'), ...answered, seen: SeenBodies }),
  /** Null when one of the pictures shows no face. */
  z.object({ kind: z.literal('faces'), ...answered, distance: z.number().nullable() }),
  z.object({
    ...{ kind: z.literal('swapped'), ...answered, bytes: Bytes },
    ...{ widthPx: z.int(), heightPx: z.int() },
  }),
  z.object({ kind: z.literal('refused'), ...answered, reason: SwapRefusal }),
  /** The file is no picture: the photo's fault, not the child's. */
  z.object({ kind: z.literal('unreadable'), ...answered, detail: z.string() }),
  z.object({ kind: z.literal('failed'), ...answered, detail: z.string() }),
]);
export type ChildReply = z.infer<typeof ChildReply>;
