/** What the calls that make pictures take and answer, for the router and for the API description. */
import { createRoute, z } from '@hono/zod-openapi';
import {
  AvatarRequestAnswer,
  AvatarsAcceptedAnswer,
  DoneAnswer,
  GenerateAvatarsAnswer,
  GenerateAvatarsInput,
  GeneratePreviewInput,
  PreviewAcceptedAnswer,
  PreviewAnswer,
  PreviewStateAnswer,
  PreviewsAnswer,
} from '../contract.ts';
import {
  eventStreamAnswer,
  inProject,
  json,
  jsonBody,
  keyHeader,
  ofPreview,
  ofRequest,
  preferHeader,
} from './call-parts.ts';

const tags = ['Avatar Creator'];

export const generatePreview = createRoute({
  method: 'post',
  path: '/projects/{projectId}/avatars/generate-preview',
  tags,
  summary: 'Make a picture from words to look at; free, kept for an hour',
  request: { params: inProject, headers: preferHeader, ...jsonBody(GeneratePreviewInput) },
  responses: {
    200: json('The preview', PreviewAnswer),
    202: json('Being made: asked for so, or it takes long', PreviewAcceptedAnswer),
  },
});

export const listPreviews = createRoute({
  method: 'get',
  path: '/projects/{projectId}/previews',
  tags,
  summary: 'Previews of a project that can still be saved, newest first',
  request: { params: inProject },
  responses: { 200: json('Previews', PreviewsAnswer) },
});

export const getPreview = createRoute({
  method: 'get',
  path: '/previews/{previewId}',
  tags,
  summary: 'How a preview stands, with its pictures once it is completed',
  request: {
    params: ofPreview,
    query: z.object({
      pictures: z.enum(['true', 'false']).default('true').describe('Send them as base64 too'),
    }),
  },
  responses: { 200: json('The preview', PreviewStateAnswer) },
});

export const discardPreview = createRoute({
  method: 'delete',
  path: '/previews/{previewId}',
  tags,
  summary: 'Cancel a preview and throw it away',
  request: { params: ofPreview },
  responses: { 200: json('Gone', DoneAnswer) },
});

export const followPreview = createRoute({
  method: 'get',
  path: '/previews/{previewId}/events',
  tags,
  summary: 'Follow a preview live',
  request: { params: ofPreview },
  responses: eventStreamAnswer,
});

export const generateAvatars = createRoute({
  method: 'post',
  path: '/projects/{projectId}/avatars/generate',
  tags,
  summary: 'Make and save one to five avatars in one step',
  request: {
    params: inProject,
    headers: keyHeader.extend(preferHeader.shape),
    ...jsonBody(GenerateAvatarsInput),
  },
  responses: {
    201: json('All are over; what was delivered is saved and paid', GenerateAvatarsAnswer),
    202: json('Being made: asked for so, or it takes long', AvatarsAcceptedAnswer),
  },
});

export const getRequest = createRoute({
  method: 'get',
  path: '/avatar-requests/{requestId}',
  tags,
  summary: 'How a one-step request stands',
  request: { params: ofRequest },
  responses: { 200: json('The request', AvatarRequestAnswer) },
});

export const cancelRequest = createRoute({
  method: 'post',
  path: '/avatar-requests/{requestId}/cancel',
  tags,
  summary: 'Stop what of a request is not over; its credits go back',
  request: { params: ofRequest },
  responses: { 200: json('The request', AvatarRequestAnswer) },
});

export const followRequest = createRoute({
  method: 'get',
  path: '/avatar-requests/{requestId}/events',
  tags,
  summary: 'Follow a one-step request live',
  request: { params: ofRequest },
  responses: eventStreamAnswer,
});
