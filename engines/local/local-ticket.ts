import { Look, SceneFraming, SceneLight, Shading, Words } from '@lumiku/contract';
import type { FigureJob } from '@lumiku/figure';
import { FRAME_NAMES, JOINT_NAMES, type SolvedPose } from '@lumiku/pose-kit';
import { z } from 'zod';
import { EngineFault, type EngineTicket } from '../engine.ts';

const Point = z.tuple([z.number(), z.number(), z.number()]).readonly();
const Axes = z
  .tuple([
    z.number(),
    z.number(),
    z.number(),
    z.number(),
    z.number(),
    z.number(),
    z.number(),
    z.number(),
    z.number(),
  ])
  .readonly();
const Hand = z.enum(['relaxed', 'flat', 'fist', 'point', 'grip']);

const Pose: z.ZodType<SolvedPose> = z.object({
  joints: z.record(z.enum(JOINT_NAMES), Point),
  frames: z.record(z.enum(FRAME_NAMES), Axes),
  hands: z.object({ left: Hand, right: Hand }),
  support: z.enum(['none', 'wall', 'stool', 'chair', 'floor']),
});

/** What the local engine stores: the whole drawing job, so that any process can draw the same picture again. */
const LocalTicket = z.object({
  version: z.literal(1),
  id: z.string(),
  job: z.object({
    pose: Pose,
    look: Look,
    camera: z.object({ yaw: z.number(), pitch: z.number(), framing: SceneFraming }),
    widthPx: z.int().positive(),
    heightPx: z.int().positive(),
    backdrop: z.string(),
    light: SceneLight,
    smoothEdges: z.boolean(),
    shading: Shading,
    seed: z.int().nonnegative(),
  }),
  /** Told with the picture of somebody's words. */
  note: Words.optional(),
  unreadWords: z.array(z.string()).optional(),
});

export interface LocalWork {
  readonly id: string;
  readonly job: FigureJob;
  readonly note?: Words | undefined;
  readonly unreadWords?: readonly string[] | undefined;
}

export const writeLocalTicket = (work: LocalWork): EngineTicket => ({ version: 1, ...work });

/** @throws EngineFault `result_expired` when the ticket is not one this version can draw */
export function readLocalTicket(ticket: EngineTicket): LocalWork {
  const read = LocalTicket.safeParse(ticket);
  if (!read.success)
    throw new EngineFault(
      'result_expired',
      'This picture was begun by another version of Lumiku.',
      {
        cause: read.error,
      },
    );
  const { id, job, note, unreadWords } = read.data;
  return { id, job, note, unreadWords };
}
