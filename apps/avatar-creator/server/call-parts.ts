import { z } from '@hono/zod-openapi';

/** What the calls' descriptions are made of. */
export const json = <S extends z.ZodType>(description: string, schema: S) => ({
  description,
  content: { 'application/json': { schema } },
});
export const jsonBody = <S extends z.ZodType>(schema: S) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});
export const eventStreamAnswer = {
  200: {
    description: 'Server-sent events, each a LiveEvent; a snapshot first',
    content: { 'text/event-stream': { schema: z.string() } },
  },
};

export const inProject = z.object({ projectId: z.string() });
export const ofAvatar = z.object({ id: z.string() });
export const ofPreview = z.object({ previewId: z.string() });
export const ofRequest = z.object({ requestId: z.string() });

export const keyHeader = z.object({
  'idempotency-key': z
    .string()
    .optional()
    .describe('Makes a request that may arrive twice one request.'),
});
export const preferHeader = z.object({
  prefer: z.string().optional().describe('`respond-async` answers 202 at once.'),
});
