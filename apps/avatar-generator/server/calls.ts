/** What each call takes and answers, for the router and for the API description. */
import { createRoute, z } from '@hono/zod-openapi';
import {
  DeleteAnswer,
  GenerateAnswer,
  GenerateForm,
  GenerationAnswer,
  GenerationsAnswer,
  IMAGE_MISSING,
  ListGenerationsQuery,
  PhotoCheckAnswer,
  PhotoCheckForm,
  StatsAnswer,
} from '../contract.ts';

const tags = ['Avatar Generator'];
const params = z.object({ id: z.string() });
const keyHeader = z.object({
  'idempotency-key': z
    .string()
    .optional()
    .describe('Makes a request that may arrive twice one request.'),
});

const json = <S extends z.ZodType>(description: string, schema: S) => ({
  description,
  content: { 'application/json': { schema } },
});
/** Says of the picture what the description cannot see from its schema. */
const pictureField = z
  .instanceof(File, { message: IMAGE_MISSING })
  .openapi({ type: 'string', format: 'binary' });
const form = <S extends z.ZodObject>(schema: S) => ({
  body: { required: true, content: { 'multipart/form-data': { schema } } },
});
const stream = {
  200: {
    description: 'Server-sent events, each a LiveEvent; a snapshot first',
    content: { 'text/event-stream': { schema: z.string() } },
  },
};

export const generate = createRoute({
  method: 'post',
  path: '/generate',
  tags,
  summary: 'Start a generation: a photo of a person and a pose',
  request: { headers: keyHeader, ...form(GenerateForm.extend({ image: pictureField.optional() })) },
  responses: { 201: json('Accepted; its price is held', GenerateAnswer) },
});

export const checkPhoto = createRoute({
  method: 'post',
  path: '/photos/check',
  tags,
  summary: 'Say whether a photo can be used and what is seen in it; keeps nothing, costs nothing',
  request: form(PhotoCheckForm.extend({ image: pictureField })),
  responses: { 200: json('What was seen', PhotoCheckAnswer) },
});

export const listGenerations = createRoute({
  method: 'get',
  path: '/generations',
  tags,
  summary: 'My generations, newest first',
  request: { query: ListGenerationsQuery },
  responses: { 200: json('One page', GenerationsAnswer) },
});

export const getGeneration = createRoute({
  method: 'get',
  path: '/generations/{id}',
  tags,
  summary: 'One generation',
  request: { params },
  responses: { 200: json('The generation', GenerationAnswer) },
});

export const deleteGeneration = createRoute({
  method: 'delete',
  path: '/generations/{id}',
  tags,
  summary: 'Delete a generation and its pictures; work in progress is cancelled and costs nothing',
  request: { params },
  responses: { 200: json('Deleted', DeleteAnswer) },
});

export const retryGeneration = createRoute({
  method: 'post',
  path: '/generations/{id}/retry',
  tags,
  summary: 'The same photo, pose and choices with another seed, at the same price',
  request: { params, headers: keyHeader },
  responses: { 201: json('Accepted; its price is held', GenerateAnswer) },
});

export const cancelGeneration = createRoute({
  method: 'post',
  path: '/generations/{id}/cancel',
  tags,
  summary: 'Stop a generation that is not over; its credits go back',
  request: { params },
  responses: { 200: json('Cancelled', GenerateAnswer) },
});

export const readStats = createRoute({
  method: 'get',
  path: '/stats',
  tags,
  summary: 'Sums over my generations',
  responses: { 200: json('Sums', StatsAnswer) },
});

export const followGeneration = createRoute({
  method: 'get',
  path: '/generations/{id}/events',
  tags,
  summary: 'Follow one generation live',
  request: { params },
  responses: stream,
});

export const followAll = createRoute({
  method: 'get',
  path: '/events',
  tags,
  summary: 'Follow all my generations live',
  responses: stream,
});
