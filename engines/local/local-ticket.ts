import { Look, SceneFraming, SceneLight, Shading, Words } from '@lumiku/contract';
import type { FigureJob, Move } from '@lumiku/figure';
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
  props: z.array(z.string()).readonly().optional(),
});

const Job = z.object({
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
});

/** What a figure's work needs to be done again in any process: the whole drawing job. */
const FigureTicket = z.discriminatedUnion('task', [
  z.object({
    task: z.literal('draw'),
    id: z.string(),
    job: Job,
    /** Told with the picture of somebody's words. */
    note: Words.optional(),
    unreadWords: z.array(z.string()).optional(),
  }),
  z.object({
    task: z.literal('clip'),
    id: z.string(),
    job: Job,
    move: z.enum(['turn', 'wave', 'walk', 'catwalk', 'talk']),
    seconds: z.number().positive(),
  }),
  /** Work on pictures, which no ticket holds: they wait in the instance that took them. */
  z.object({ task: z.enum(['face-swap', 'upscale']), id: z.string() }),
]);
const LocalTicket = z.object({ version: z.literal(2), work: FigureTicket });

export interface DrawWork {
  readonly task: 'draw';
  readonly id: string;
  readonly job: FigureJob;
  readonly note?: Words | undefined;
  readonly unreadWords?: readonly string[] | undefined;
}
export interface ClipWork {
  readonly task: 'clip';
  readonly id: string;
  readonly job: FigureJob;
  readonly move: Move;
  readonly seconds: number;
}
interface PictureWork {
  readonly task: 'face-swap' | 'upscale';
  readonly id: string;
}
export type LocalWork = DrawWork | ClipWork | PictureWork;

export const writeLocalTicket = (work: LocalWork): EngineTicket => ({ version: 2, work });

/** @throws EngineFault `result_expired` when the ticket is not one this version can follow; it cost nothing */
export function readLocalTicket(ticket: EngineTicket): LocalWork {
  const read = LocalTicket.safeParse(ticket);
  if (read.success) return read.data.work;
  throw new EngineFault('result_expired', 'This work was begun by another version of Lumiku.', {
    cause: read.error,
    costUsd: 0,
  });
}
