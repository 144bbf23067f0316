/** What the descriptions of calls are put together from. */
import { z } from '@hono/zod-openapi';

export const jsonAnswer = <S extends z.ZodType>(description: string, schema: S) => ({
  200: { description, content: { 'application/json': { schema } } },
});

export const jsonBody = <S extends z.ZodType>(schema: S) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});

export const form = <S extends z.ZodObject>(schema: S) => ({
  body: { required: true, content: { 'multipart/form-data': { schema } } },
});

/** Says of the picture what the description cannot see from its schema. */
export const pictureField = z
  .instanceof(File, { message: 'Send the picture as the field "image".' })
  .openapi({ type: 'string', format: 'binary' });
