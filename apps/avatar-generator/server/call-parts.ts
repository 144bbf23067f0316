/** What the descriptions of calls share. */
import { z } from '@hono/zod-openapi';
import { IMAGE_MISSING } from '../contract.ts';

export const tags = ['Avatar Generator'];
export const params = z.object({ id: z.string() });
export const keyHeader = z.object({
  'idempotency-key': z
    .string()
    .optional()
    .describe('Makes a request that may arrive twice one request.'),
});

export const json = <S extends z.ZodType>(description: string, schema: S) => ({
  description,
  content: { 'application/json': { schema } },
});
/** Says of the picture what the description cannot see from its schema. */
export const pictureField = z
  .instanceof(File, { message: IMAGE_MISSING })
  .openapi({ type: 'string', format: 'binary' });
export const form = <S extends z.ZodObject>(schema: S) => ({
  body: { required: true, content: { 'multipart/form-data': { schema } } },
});
export const stream = {
  200: {
    description: 'Server-sent events, each a LiveEvent; a snapshot first',
    content: { 'text/event-stream': { schema: z.string() } },
  },
};
