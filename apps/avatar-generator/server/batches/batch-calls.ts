/** What each call about batches takes and answers. */
import { createRoute, z } from '@hono/zod-openapi';
import { consentField } from '@lumiku/app-kit';
import { inBoth } from '@lumiku/contract';
import {
  BatchAnswer,
  BatchesAnswer,
  BatchForm,
  BatchStartedAnswer,
  DeleteAnswer,
  ListBatchesQuery,
  VariationsBody,
} from '../../contract.ts';
import { form, json, keyHeader, params, pictureField, tags } from '../call-parts.ts';

export const createBatch = createRoute({
  method: 'post',
  path: '/batches',
  tags,
  summary:
    'One photo in up to 50 poses: one price, one hold; each picture is paid for when it is there',
  request: {
    headers: keyHeader,
    ...form(
      BatchForm.extend({
        image: pictureField.optional(),
        consent: consentField,
      }),
    ),
  },
  responses: { 201: json('Accepted; the price of all is held', BatchStartedAnswer) },
});

export const listBatches = createRoute({
  method: 'get',
  path: '/batches',
  tags,
  summary: 'My batches, newest first, without their pictures',
  request: { query: ListBatchesQuery },
  responses: { 200: json('One page', BatchesAnswer) },
});

export const getBatch = createRoute({
  method: 'get',
  path: '/batches/{id}',
  tags,
  summary: 'One batch with its pictures; of a place that was tried again, the latest try',
  request: { params },
  responses: { 200: json('The batch', BatchAnswer) },
});

export const cancelBatch = createRoute({
  method: 'post',
  path: '/batches/{id}/cancel',
  tags,
  summary: 'Stop what is not over; its credits go back, what was delivered stays',
  request: { params },
  responses: { 200: json('Cancelled', BatchStartedAnswer) },
});

export const deleteBatch = createRoute({
  method: 'delete',
  path: '/batches/{id}',
  tags,
  summary: 'Delete a batch with all its pictures; work in progress is cancelled and costs nothing',
  request: { params },
  responses: { 200: json('Deleted', DeleteAnswer) },
});

export const batchZip = createRoute({
  method: 'get',
  path: '/batches/{id}/pictures.zip',
  tags,
  summary: 'The finished pictures of a batch and a table of their settings, streamed',
  request: { params },
  responses: {
    200: { description: 'ZIP', content: { 'application/zip': { schema: z.string() } } },
  },
});

export const batchCsv = createRoute({
  method: 'get',
  path: '/batches/{id}/settings.csv',
  tags,
  summary: 'Every picture of a batch with its settings, cost and outcome',
  request: { params },
  responses: { 200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } } },
});

export const selectionZip = createRoute({
  method: 'get',
  path: '/pictures.zip',
  tags,
  summary: 'Several of my finished pictures and a table of their settings, streamed',
  request: {
    query: z.object({
      ids: z
        .string()
        .transform((text) => text.split(',').filter((id) => id !== ''))
        .pipe(
          z
            .array(
              z.uuid({
                message: inBoth({
                  en: 'Ids of generations, with commas between.',
                  id: 'Id gambar, dengan koma di antaranya.',
                }),
              }),
            )
            .min(
              1,
              inBoth({ en: 'Name at least one picture.', id: 'Sebutkan sedikitnya satu gambar.' }),
            )
            .max(
              200,
              inBoth({
                en: 'At most 200 pictures at once.',
                id: 'Paling banyak 200 gambar sekaligus.',
              }),
            ),
        )
        .openapi({ type: 'string', description: 'Ids with commas between; up to 200' }),
    }),
  },
  responses: {
    200: { description: 'ZIP', content: { 'application/zip': { schema: z.string() } } },
  },
});

export const variations = createRoute({
  method: 'post',
  path: '/generations/{id}/variations',
  tags,
  summary: 'A batch of the same photo, pose and choices, each with another seed',
  request: {
    params,
    headers: keyHeader,
    body: { content: { 'application/json': { schema: VariationsBody } } },
  },
  responses: { 201: json('Accepted; the price of all is held', BatchStartedAnswer) },
});
