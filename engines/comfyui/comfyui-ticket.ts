import { z } from 'zod';
import { EngineFault, type EngineTicket } from '../engine.ts';

const Ticket = z.object({
  version: z.literal(1),
  /** Also the id of the websocket's client, and in the name of the file. */
  promptId: z.string().min(1),
  kind: z.enum(['text-to-image', 'pose-transfer', 'face-swap', 'image-to-video', 'upscale']),
  /** The node whose files are the result. */
  output: z.string(),
  seed: z.number(),
  weights: z.object({ total: z.number(), heavy: z.array(z.string()).readonly() }),
  /** What the clip began with, as it lies on the server. */
  posterFile: z.string().optional(),
});
export type ComfyuiTicket = z.infer<typeof Ticket>;

export const writeComfyuiTicket = (ticket: Omit<ComfyuiTicket, 'version'>): EngineTicket => ({
  version: 1,
  ...ticket,
});

/** Null for a ticket of something else. */
export const knownTicket = (ticket: EngineTicket): ComfyuiTicket | null =>
  Ticket.safeParse(ticket).data ?? null;

/** @throws EngineFault `result_expired` for a ticket of something else */
export function readComfyuiTicket(ticket: EngineTicket): ComfyuiTicket {
  const read = Ticket.safeParse(ticket);
  if (read.success) return read.data;
  throw new EngineFault('result_expired', 'This work was begun by another version of Lumiku.', {
    cause: read.error,
  });
}

/** Where the result of an attempt is written: its name is known before it exists, so a restarted server's files are found. */
export const FILE_FOLDER = 'lumiku';
export const filePrefix = (promptId: string): string => `${FILE_FOLDER}/${promptId}`;
export const fileNames = (promptId: string): readonly string[] =>
  ['png', 'mp4', 'webm', 'webp'].map((kind) => `${promptId}_00001_.${kind}`);
