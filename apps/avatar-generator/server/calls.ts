/** What each call takes and answers, for the router and for the API description. */
import { createRoute } from '@hono/zod-openapi';
import {
  DeleteAnswer,
  GenerateAnswer,
  GenerateForm,
  GenerationAnswer,
  GenerationsAnswer,
  ListGenerationsQuery,
  PhotoCheckAnswer,
  PhotoCheckForm,
  StatsAnswer,
} from '../contract.ts';
import { form, json, keyHeader, params, pictureField, stream, tags } from './call-parts.ts';

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
