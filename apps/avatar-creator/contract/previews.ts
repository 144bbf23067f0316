import { Words } from '@lumiku/contract';
import { z } from 'zod';
import { Attributes, Prompt, SEED_MAX, Success } from './choices.ts';

/** `POST /projects/:projectId/avatars/generate-preview`. */
export const GeneratePreviewInput = Attributes.extend({
  prompt: Prompt,
  seed: z.number().int().min(0).max(SEED_MAX).optional(),
});
export type GeneratePreviewInput = z.infer<typeof GeneratePreviewInput>;

export const PreviewStatus = z.enum(['pending', 'processing', 'completed', 'failed', 'cancelled']);
export type PreviewStatus = z.infer<typeof PreviewStatus>;

/** A picture to look at before anything is paid; it is gone when `expiresAt` is past. Times are ISO 8601 UTC. */
export const PreviewState = z.object({
  previewId: z.uuid(),
  projectId: z.uuid(),
  status: PreviewStatus,
  /** Whole percent, 0..100; null = the engine cannot say. */
  progress: z.number().int().min(0).max(100).nullable(),
  /** What is being done now, e.g. `drawing`, `saving`; null when it is over or not begun. */
  stage: z.string().nullable(),
  /** Place in the queue while pending, 1 = next; null otherwise. */
  queuePosition: z.number().int().nullable(),
  errorCode: z.string().nullable(),
  errorMessage: z.string().nullable(),
  /** When to try again, where the engine said so. */
  retryAfterSeconds: z.number().int().nullable(),
  prompt: z.string(),
  enhancedPrompt: z.string(),
  attributes: Attributes,
  seed: z.number().int(),
  /** Owner only, like every file; null until it is completed. */
  imageUrl: z.string().nullable(),
  thumbnailUrl: z.string().nullable(),
  engine: z.string().nullable(),
  /** What the person should know, e.g. which of their words the engine could not draw. */
  note: Words.nullable(),
  /** Those words. */
  unreadWords: z.array(z.string()),
  /** The avatar it was saved as. */
  avatarId: z.uuid().nullable(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type PreviewState = z.infer<typeof PreviewState>;

/** A finished preview with its pictures as base64 (no `data:` in front). */
export const Preview = PreviewState.extend({
  imageBase64: z.string(),
  thumbnailBase64: z.string(),
  mediaType: z.string(),
  thumbnailMediaType: z.string(),
});
export type Preview = z.infer<typeof Preview>;

export const PREVIEW_MESSAGE = 'Preview generated successfully. Review and save if you like it.';
export const PreviewAnswer = z.object({ success: Success, preview: Preview, message: z.string() });

/** 202, when asked for with `Prefer: respond-async`. Both URLs are paths of this server. */
export const PreviewAcceptedAnswer = z.object({
  success: Success,
  previewId: z.uuid(),
  eventsUrl: z.string(),
  statusUrl: z.string(),
});
export type PreviewAcceptedAnswer = z.infer<typeof PreviewAcceptedAnswer>;

/** `GET /previews/:previewId`: with the pictures once it is completed. */
export const PreviewStateAnswer = z.object({
  success: Success,
  preview: PreviewState.extend(
    Preview.partial().pick({
      imageBase64: true,
      thumbnailBase64: true,
      mediaType: true,
      thumbnailMediaType: true,
    }).shape,
  ),
});
/** `GET /projects/:projectId/previews`: what can still be looked at and saved, newest first. */
export const PreviewsAnswer = z.object({ success: Success, previews: z.array(PreviewState) });

/**
 * What `GET /previews/:previewId/events` carries (`type` of a LiveEvent → its `data`). A stream begins with
 * `preview.snapshot`. How it ended is told without the words and the picture: fetch `statusUrl` then.
 */
export const PreviewEventData = {
  'preview.snapshot': z.object({ preview: PreviewState }),
  'preview.started': z.object({}),
  'preview.progressed': z.object({
    /** 0..1; null = the engine cannot say. */
    fraction: z.number().nullable(),
    stage: z.string(),
    /** What the picture looks like so far, from engines that show it. */
    previewUrl: z.string().optional(),
  }),
  'preview.completed': z.object({}),
  'preview.failed': z.object({ errorCode: z.string(), errorMessage: z.string() }),
  'preview.cancelled': z.object({}),
} as const;
export type PreviewEventType = keyof typeof PreviewEventData;
