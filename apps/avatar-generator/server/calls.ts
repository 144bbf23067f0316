/** What each call takes and answers, for the router and for the API description. */
import { createRoute, z } from '@hono/zod-openapi';
import { consentField } from '@lumiku/app-kit';
import {
  ClipBody,
  DeleteAnswer,
  FaceSwapForm,
  GenerateAnswer,
  GenerateForm,
  GenerationAnswer,
  GenerationsAnswer,
  KeypointsAnswer,
  ListGenerationsQuery,
  PhotoCheckAnswer,
  PhotoCheckForm,
  StatsAnswer,
  StylesAnswer,
  WorkshopAnswer,
} from '../contract.ts';
import { form, json, keyHeader, params, pictureField, stream, tags } from './call-parts.ts';

export const generate = createRoute({
  method: 'post',
  path: '/generate',
  tags,
  summary: 'Start a generation: a photo of a person and a pose',
  description:
    'The first time, send `consent` beside the photo (see `GET /api/consent`), or agree with `POST /api/consent`. Without it the picture is made, but its face is compared with nobody and no likeness is measured.',
  request: {
    headers: keyHeader,
    ...form(GenerateForm.extend({ image: pictureField.optional(), consent: consentField })),
  },
  responses: { 201: json('Accepted; its price is held', GenerateAnswer) },
});

export const checkPhoto = createRoute({
  method: 'post',
  path: '/photos/check',
  tags,
  summary: 'Say whether a photo can be used and what is seen in it; keeps nothing, costs nothing',
  request: form(PhotoCheckForm.extend({ image: pictureField, consent: consentField })),
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

export const readKeypoints = createRoute({
  method: 'get',
  path: '/generations/{id}/keypoints',
  tags,
  summary: 'Where the joints of the pose are in this picture, with its own framing, shape and turn',
  request: { params },
  responses: { 200: json('COCO-18, as fractions of the picture', KeypointsAnswer) },
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

export const rejectGeneration = createRoute({
  method: 'post',
  path: '/generations/{id}/reject',
  tags,
  summary: 'Give a picture back that measured below the bar: its whole price is refunded, once',
  request: { params },
  responses: { 200: json('Given back', GenerateAnswer) },
});

export const createFaceSwap = createRoute({
  method: 'post',
  path: '/face-swaps',
  tags,
  summary: 'Put a face on one of my pictures, or on another one; needs my consent',
  request: {
    headers: keyHeader,
    ...form(
      FaceSwapForm.extend({
        ...{ image: pictureField.optional(), target: pictureField.optional() },
        consent: consentField,
      }),
    ),
  },
  responses: { 201: json('Accepted; its price is held', GenerateAnswer) },
});

export const createClip = createRoute({
  method: 'post',
  path: '/clips',
  tags,
  summary: 'Let one of my finished pictures move; needs my consent',
  request: {
    headers: keyHeader,
    body: { required: true, content: { 'application/json': { schema: ClipBody } } },
  },
  responses: { 201: json('Accepted; its price is held', GenerateAnswer) },
});

export const listStyles = createRoute({
  method: 'get',
  path: '/styles',
  tags,
  summary: 'The styles a picture may be made in, each with a sample picture',
  responses: { 200: json('All of them, in the order they are offered', StylesAnswer) },
});

export const styleSample = createRoute({
  method: 'get',
  path: '/styles/{id}/sample.webp',
  tags,
  summary: 'The sample picture of a style',
  request: { params },
  responses: {
    200: {
      description: 'WebP',
      content: { 'image/webp': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
});

export const readWorkshop = createRoute({
  method: 'get',
  path: '/workshop',
  tags,
  summary:
    'What this studio can make right now: pictures, HD, face swaps, clips; how long photos are kept',
  responses: { 200: json('As things stand', WorkshopAnswer) },
});
