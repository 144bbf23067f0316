/** What the descriptions of calls share. */
import { z } from '@hono/zod-openapi';
import { CONSENT_FIELD_WORDS, CONSENT_VERSION_WORDS, IMAGE_MISSING } from '../contract.ts';

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
/** Agreeing with the photo itself; see `heedConsent`. */
export const consentField = z.coerce
  .number({ message: CONSENT_VERSION_WORDS })
  .int({ message: CONSENT_VERSION_WORDS })
  .optional()
  .openapi({ type: 'integer', description: CONSENT_FIELD_WORDS });
export const form = <S extends z.ZodObject>(schema: S) => ({
  body: { required: true, content: { 'multipart/form-data': { schema } } },
});
export const stream = {
  200: {
    description: 'Server-sent events, each a LiveEvent; a snapshot first',
    content: { 'text/event-stream': { schema: z.string() } },
  },
};
