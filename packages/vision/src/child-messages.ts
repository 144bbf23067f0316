import { PhotoReport } from '@lumiku/contract';
import { z } from 'zod';

/** What the parent asks of the child, one at a time. `warm` only loads the networks. */
export const ChildRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('warm'), id: z.int() }),
  z.object({
    kind: z.literal('look'),
    id: z.int(),
    photo: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  }),
]);
export type ChildRequest = z.infer<typeof ChildRequest>;

const answered = { id: z.int(), residentBytes: z.number() };

export const ChildReply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('warm'), ...answered }),
  z.object({ kind: z.literal('report'), ...answered, report: PhotoReport }),
  /** The file is no picture: the photo's fault, not the child's. */
  z.object({ kind: z.literal('unreadable'), ...answered, detail: z.string() }),
  z.object({ kind: z.literal('failed'), ...answered, detail: z.string() }),
]);
export type ChildReply = z.infer<typeof ChildReply>;
