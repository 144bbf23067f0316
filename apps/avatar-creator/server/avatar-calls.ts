/** What the calls about avatars take and answer, for the router and for the API description. */
import { createRoute, z } from '@hono/zod-openapi';
import { consentField } from '@lumiku/app-kit';
import {
  AvatarAnswer,
  AvatarsAnswer,
  DoneAnswer,
  ListAvatarsQuery,
  PICTURE_MISSING,
  SavedAvatarAnswer,
  SavePreviewInput,
  UpdateAvatarInput,
  UploadAvatarForm,
  UsageHistoryAnswer,
} from '../contract.ts';
import { inProject, json, jsonBody, keyHeader, ofAvatar } from './call-parts.ts';

const tags = ['Avatar Creator'];
/** Says of the picture what the description cannot see from its schema. */
const pictureField = z
  .instanceof(File, { message: PICTURE_MISSING })
  .openapi({ type: 'string', format: 'binary' });

export const listAvatars = createRoute({
  method: 'get',
  path: '/projects/{projectId}/avatars',
  tags,
  summary: 'Avatars of a project, newest first',
  request: { params: inProject, query: ListAvatarsQuery },
  responses: { 200: json('One page', AvatarsAnswer) },
});

export const uploadAvatar = createRoute({
  method: 'post',
  path: '/projects/{projectId}/avatars',
  tags,
  summary: 'Keep an own picture as an avatar; free',
  description:
    'The first time, send `consent` beside the picture (see `GET /api/consent`), or agree with `POST /api/consent`.',
  request: {
    params: inProject,
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: UploadAvatarForm.extend({ image: pictureField, consent: consentField }),
        },
      },
    },
  },
  responses: { 201: json('Kept', SavedAvatarAnswer) },
});

export const savePreview = createRoute({
  method: 'post',
  path: '/projects/{projectId}/avatars/save-preview',
  tags,
  summary: 'Keep a preview as an avatar; the price is taken here',
  request: { params: inProject, headers: keyHeader, ...jsonBody(SavePreviewInput) },
  responses: { 201: json('Saved and paid', SavedAvatarAnswer) },
});

export const getAvatar = createRoute({
  method: 'get',
  path: '/avatars/{id}',
  tags,
  summary: 'One avatar',
  request: { params: ofAvatar },
  responses: { 200: json('The avatar', AvatarAnswer) },
});

export const updateAvatar = createRoute({
  method: 'put',
  path: '/avatars/{id}',
  tags,
  summary: 'Rename an avatar, move it or change what it is known as',
  request: { params: ofAvatar, ...jsonBody(UpdateAvatarInput) },
  responses: { 200: json('Changed', AvatarAnswer) },
});

export const deleteAvatar = createRoute({
  method: 'delete',
  path: '/avatars/{id}',
  tags,
  summary: 'Delete an avatar with its files and usage history',
  request: { params: ofAvatar },
  responses: { 200: json('Deleted', DoneAnswer) },
});

export const usageHistory = createRoute({
  method: 'get',
  path: '/avatars/{id}/usage-history',
  tags,
  summary: 'What an avatar was used for, newest first',
  request: { params: ofAvatar, query: ListAvatarsQuery },
  responses: { 200: json('One page', UsageHistoryAnswer) },
});
