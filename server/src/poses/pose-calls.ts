/** What each call of the library takes and answers, for the router and for the API description. */
import { createRoute, z } from '@hono/zod-openapi';
import { PageMeta, PoseDetection, PoseFacets, PoseJoints, PoseTemplate } from '@lumiku/contract';
import { STICK_FAMILIES } from '@lumiku/pose-kit';
import { form, jsonAnswer, jsonBody, pictureField } from './call-parts.ts';
import { ChangePoseInput, CreatePoseInput } from './own-pose-input.ts';
import { CanvasQuery, ListPosesQuery, PoseFilter, ThumbnailQuery } from './pose-query.ts';

const tags = ['Poses'];
const params = z.object({ id: z.string() });
const counts = z.record(z.string(), z.number().int());

const picture = (description: string, mediaType: string) => ({
  200: {
    description,
    content: { [mediaType]: { schema: z.string().meta({ format: 'binary' }) } },
  },
});

export const listPoses = createRoute({
  method: 'get',
  path: '/api/poses',
  tags,
  summary: 'The pose library: filter, search, page; with what each further filter would leave',
  request: { query: ListPosesQuery },
  responses: jsonAnswer(
    'One page',
    z.object({ data: z.array(PoseTemplate), meta: PageMeta, facets: PoseFacets }),
  ),
});

export const randomPose = createRoute({
  method: 'get',
  path: '/api/poses/random',
  tags,
  summary: 'Any pose of the filter',
  request: { query: PoseFilter },
  responses: jsonAnswer('A pose', z.object({ data: PoseTemplate })),
});

export const readPoseStats = createRoute({
  method: 'get',
  path: '/api/poses/stats',
  tags,
  summary: 'How many poses there are of each kind',
  responses: jsonAnswer(
    'Counts',
    z.object({
      data: z.object({
        total: z.number().int(),
        byCategory: counts,
        byGender: counts,
        byView: counts,
        byFraming: counts,
      }),
    }),
  ),
});

export const getPose = createRoute({
  method: 'get',
  path: '/api/poses/{id}',
  tags,
  summary: 'One pose',
  request: { params },
  responses: jsonAnswer('The pose', z.object({ data: PoseTemplate })),
});

export const similarPoses = createRoute({
  method: 'get',
  path: '/api/poses/{id}/similar',
  tags,
  summary: 'Poses of a like shape, nearest first',
  request: {
    params,
    query: z.object({ limit: z.coerce.number().int().min(1).max(100).default(12) }),
  },
  responses: jsonAnswer('Poses', z.object({ data: z.array(PoseTemplate) })),
});

export const poseThumbnail = createRoute({
  method: 'get',
  path: '/api/poses/{id}/thumbnail.webp',
  tags,
  summary: 'The figure in this pose, 384 × 512; needs no sign-in but for own poses and turned ones',
  security: [],
  request: { params, query: ThumbnailQuery },
  responses: picture('A WebP', 'image/webp'),
});

export const poseControlImage = createRoute({
  method: 'get',
  path: '/api/poses/{id}/control.png',
  tags,
  summary:
    'The skeleton as engines follow it; `family=xinsir` with the thick lines those networks want, `hands=true` and `face=true` with their points',
  request: {
    params,
    query: CanvasQuery.extend({ family: z.enum(STICK_FAMILIES).default('standard') }),
  },
  responses: picture('A PNG', 'image/png'),
});

export const poseOpenpose = createRoute({
  method: 'get',
  path: '/api/poses/{id}/openpose.json',
  tags,
  summary: 'The skeleton as OpenPose JSON; `hands=true` and `face=true` with their points',
  request: { params, query: CanvasQuery },
  responses: jsonAnswer('OpenPose JSON', z.record(z.string(), z.unknown())),
});

const pose = z.object({ data: PoseTemplate });
export const createPose = createRoute({
  method: 'post',
  path: '/api/poses',
  tags,
  summary: 'Keep a pose of your own, from OpenPose JSON or from joints; only you see it',
  request: jsonBody(CreatePoseInput),
  responses: {
    201: { description: 'The pose', content: { 'application/json': { schema: pose } } },
  },
});

export const changePose = createRoute({
  method: 'put',
  path: '/api/poses/{id}',
  tags,
  summary: 'Change a pose of your own; what is left out stays',
  request: { params, ...jsonBody(ChangePoseInput) },
  responses: jsonAnswer('The pose', pose),
});

export const deletePose = createRoute({
  method: 'delete',
  path: '/api/poses/{id}',
  tags,
  summary: 'Delete a pose of your own; pictures made with it stay',
  request: { params },
  responses: jsonAnswer('Deleted', z.object({ message: z.string() })),
});

export const readPoseJoints = createRoute({
  method: 'get',
  path: '/api/poses/{id}/joints',
  tags,
  summary: 'The pose in three dimensions, as the editor opens it',
  request: { params, query: ThumbnailQuery },
  responses: jsonAnswer('Joints and axes of the parts', z.object({ data: PoseJoints })),
});

export const detectPoses = createRoute({
  method: 'post',
  path: '/api/poses/detect',
  tags,
  summary: 'Photo in, skeletons out, seen on this server; keeps nothing, costs nothing',
  request: form(z.object({ image: pictureField })),
  responses: jsonAnswer('Everybody whose pose could be read', z.object({ data: PoseDetection })),
});
