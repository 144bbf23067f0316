/** What the calls about projects take and answer, for the router and for the API description. */
import { createRoute } from '@hono/zod-openapi';
import {
  CreateProjectInput,
  CreatorStatsAnswer,
  DoneAnswer,
  ListProjectsQuery,
  ProjectAnswer,
  ProjectsAnswer,
  ProjectWithAvatarsAnswer,
  UpdateProjectInput,
} from '../contract.ts';
import { inProject, json, jsonBody } from './call-parts.ts';

const tags = ['Avatar Creator'];

export const listProjects = createRoute({
  method: 'get',
  path: '/projects',
  tags,
  summary: 'My projects, most recently touched first',
  request: { query: ListProjectsQuery },
  responses: { 200: json('One page', ProjectsAnswer) },
});

export const createProject = createRoute({
  method: 'post',
  path: '/projects',
  tags,
  summary: 'Make a project',
  request: jsonBody(CreateProjectInput),
  responses: { 201: json('Made', ProjectAnswer) },
});

export const getProject = createRoute({
  method: 'get',
  path: '/projects/{projectId}',
  tags,
  summary: 'One project with its newest avatars',
  request: { params: inProject },
  responses: { 200: json('The project', ProjectWithAvatarsAnswer) },
});

export const updateProject = createRoute({
  method: 'put',
  path: '/projects/{projectId}',
  tags,
  summary: 'Rename or describe a project',
  request: { params: inProject, ...jsonBody(UpdateProjectInput) },
  responses: { 200: json('Changed', ProjectAnswer) },
});

export const deleteProject = createRoute({
  method: 'delete',
  path: '/projects/{projectId}',
  tags,
  summary: 'Delete a project with its avatars and files; what is being made for it is stopped',
  request: { params: inProject },
  responses: { 200: json('Deleted', DoneAnswer) },
});

export const readStats = createRoute({
  method: 'get',
  path: '/stats',
  tags,
  summary: 'Sums over my projects and avatars',
  responses: { 200: json('Sums', CreatorStatsAnswer) },
});
