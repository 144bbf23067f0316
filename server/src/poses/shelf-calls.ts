/** What the calls for searching by shape, favourites, recent poses and collections take and answer. */
import { createRoute, z } from '@hono/zod-openapi';
import { PoseCollection, PoseDetection, PoseLike } from '@lumiku/contract';
import { jsonAnswer, jsonBody, pictureField } from './call-parts.ts';
import { SearchPosesInput } from './search-poses.ts';

const tags = ['Poses'];
const params = z.object({ id: z.string() });
const collectionParams = z.object({ id: z.uuid() });
const placeParams = z.object({ id: z.uuid(), poseId: z.string() });
const named = z.object({
  name: z.string().trim().min(1, 'Give the collection a name.').max(100, 'At most 100 letters.'),
});

const SearchForm = SearchPosesInput.pick({ person: true, limit: true }).extend({
  image: pictureField,
});

export const searchPoses = createRoute({
  method: 'post',
  path: '/api/poses/search',
  tags,
  summary:
    'Poses that look like a photo or a skeleton, whole or in part, from any side and mirrored',
  request: {
    body: {
      content: {
        'application/json': { schema: SearchPosesInput },
        'multipart/form-data': { schema: SearchForm },
      },
    },
  },
  responses: jsonAnswer(
    'The nearest first; for a photo with who was seen in it',
    z.object({ data: z.array(PoseLike), detection: PoseDetection.optional() }),
  ),
});

export const listFavourites = createRoute({
  method: 'get',
  path: '/api/poses/favourites',
  tags,
  summary: 'Ids of the poses you like, the newest first',
  responses: jsonAnswer('Ids', z.object({ data: z.array(z.string()) })),
});

const liked = z.object({ data: z.object({ id: z.string(), isFavourite: z.boolean() }) });
export const addFavourite = createRoute({
  method: 'put',
  path: '/api/poses/{id}/favourite',
  tags,
  summary: 'Put a pose among your favourites',
  request: { params },
  responses: jsonAnswer('Done, also when it was there', liked),
});
export const removeFavourite = createRoute({
  method: 'delete',
  path: '/api/poses/{id}/favourite',
  tags,
  summary: 'Take a pose out of your favourites',
  request: { params },
  responses: jsonAnswer('Done, also when it was not there', liked),
});

export const noteUse = createRoute({
  method: 'post',
  path: '/api/poses/{id}/use',
  tags,
  summary: 'Put a pose first among those you used last; a generation does so by itself',
  request: { params },
  responses: jsonAnswer('Done', z.object({ data: z.object({ id: z.string() }) })),
});

const collection = z.object({ data: PoseCollection });
export const listCollections = createRoute({
  method: 'get',
  path: '/api/poses/collections',
  tags,
  summary: 'Your collections with the ids of their poses',
  responses: jsonAnswer('Collections', z.object({ data: z.array(PoseCollection) })),
});
export const createCollection = createRoute({
  method: 'post',
  path: '/api/poses/collections',
  tags,
  summary: 'Make a collection',
  request: jsonBody(named),
  responses: {
    201: { description: 'The collection', content: { 'application/json': { schema: collection } } },
  },
});
export const renameCollection = createRoute({
  method: 'put',
  path: '/api/poses/collections/{id}',
  tags,
  summary: 'Rename a collection',
  request: { params: collectionParams, ...jsonBody(named) },
  responses: jsonAnswer('The collection', collection),
});
export const deleteCollection = createRoute({
  method: 'delete',
  path: '/api/poses/collections/{id}',
  tags,
  summary: 'Delete a collection; its poses stay',
  request: { params: collectionParams },
  responses: jsonAnswer('Deleted', z.object({ message: z.string() })),
});

const place = z.object({ data: z.object({ id: z.string(), poseId: z.string() }) });
export const addToCollection = createRoute({
  method: 'put',
  path: '/api/poses/collections/{id}/poses/{poseId}',
  tags,
  summary: 'Put a pose in a collection',
  request: { params: placeParams },
  responses: jsonAnswer('Done, also when it was there', place),
});
export const removeFromCollection = createRoute({
  method: 'delete',
  path: '/api/poses/collections/{id}/poses/{poseId}',
  tags,
  summary: 'Take a pose out of a collection',
  request: { params: placeParams },
  responses: jsonAnswer('Done, also when it was not there', place),
});
