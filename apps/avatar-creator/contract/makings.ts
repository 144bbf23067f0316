import { inBoth } from '@lumiku/contract';
import { z } from 'zod';
import { Avatar } from './avatars.ts';
import { Attributes, AvatarName, Prompt, SEED_MAX, Success } from './choices.ts';
import { PreviewStatus } from './previews.ts';

/** `POST /projects/:projectId/avatars/generate`: make and save in one step, without looking first. */
export const GenerateAvatarsInput = Attributes.extend({
  prompt: Prompt,
  /** With a number behind it when there are several: "Sari 1", "Sari 2". */
  name: AvatarName,
  count: z
    .number()
    .int()
    .min(1, inBoth({ en: 'Ask for 1 to 5 pictures.', id: 'Minta 1 sampai 5 gambar.' }))
    .max(5, inBoth({ en: 'Ask for 1 to 5 pictures.', id: 'Minta 1 sampai 5 gambar.' }))
    .default(1),
  seed: z.number().int().min(0).max(SEED_MAX).optional(),
});
export type GenerateAvatarsInput = z.infer<typeof GenerateAvatarsInput>;

/** One picture of such a request: a job of its own, paid on its own. */
export const AvatarMaking = z.object({
  /** Also the id of the avatar it becomes. */
  id: z.uuid(),
  requestId: z.uuid(),
  name: z.string(),
  status: PreviewStatus,
  /** Whole percent, 0..100; null = the engine cannot say. */
  progress: z.number().int().min(0).max(100).nullable(),
  stage: z.string().nullable(),
  errorCode: z.string().nullable(),
  errorMessage: z.string().nullable(),
  /** Null until it is completed. */
  avatar: Avatar.nullable(),
});
export type AvatarMaking = z.infer<typeof AvatarMaking>;

export const AvatarRequest = z.object({
  id: z.uuid(),
  projectId: z.uuid(),
  /** `completed` when every picture is over, however it ended. */
  status: z.enum(['processing', 'completed']),
  makings: z.array(AvatarMaking),
  /** Held when it was accepted. */
  creditsHeld: z.number().int(),
  /** Taken so far, for the pictures that were delivered. */
  creditUsed: z.number().int(),
  createdAt: z.iso.datetime(),
});
export type AvatarRequest = z.infer<typeof AvatarRequest>;

/** 201 once every picture is over. `avatars` are the ones delivered, `request` tells about the others too. */
export const GenerateAvatarsAnswer = z.object({
  success: Success,
  avatars: z.array(Avatar),
  request: AvatarRequest,
  message: z.string(),
});
/** 202, when asked for with `Prefer: respond-async`. */
export const AvatarsAcceptedAnswer = z.object({
  success: Success,
  requestId: z.uuid(),
  request: AvatarRequest,
  eventsUrl: z.string(),
  statusUrl: z.string(),
});
/** `GET /avatar-requests/:requestId`. */
export const AvatarRequestAnswer = z.object({ success: Success, request: AvatarRequest });

/** What `GET /avatar-requests/:requestId/events` carries; it begins with `avatar.snapshot`. `subject` is the making. */
export const AvatarEventData = {
  'avatar.snapshot': z.object({ request: AvatarRequest }),
  'avatar.started': z.object({ making: AvatarMaking }),
  'avatar.progressed': z.object({ fraction: z.number().nullable(), stage: z.string() }),
  'avatar.completed': z.object({ making: AvatarMaking }),
  'avatar.failed': z.object({ making: AvatarMaking }),
  'avatar.cancelled': z.object({ making: AvatarMaking }),
  /** By any way: preview, upload, one step. */
  'avatar.saved': z.object({ avatar: Avatar }),
  'avatar.deleted': z.object({}),
} as const;
export type AvatarEventType = keyof typeof AvatarEventData;
