import { expect } from 'bun:test';
import { z } from 'zod';
import { until } from '../../testing/until.ts';
import type { AppBench } from './app-bench.ts';

export const CREATOR = '/api/apps/avatar-creator';
export const WORDS = 'a friendly woman in a blue shirt, studio background';

const Avatar = z.looseObject({
  id: z.uuid(),
  projectId: z.uuid(),
  name: z.string(),
  imageUrl: z.string(),
  thumbnailUrl: z.string(),
  generationPrompt: z.string().nullable(),
  usageCount: z.number(),
  creditUsed: z.number(),
});
const PreviewState = z.looseObject({
  previewId: z.uuid(),
  status: z.string(),
  seed: z.number(),
  enhancedPrompt: z.string(),
  imageUrl: z.string().nullable(),
  errorCode: z.string().nullable(),
  avatarId: z.uuid().nullable(),
});
const Preview = PreviewState.extend({ imageBase64: z.string(), thumbnailBase64: z.string() });
const Request = z.object({
  id: z.uuid(),
  status: z.string(),
  creditsHeld: z.number(),
  creditUsed: z.number(),
  makings: z.array(z.looseObject({ id: z.uuid(), status: z.string(), name: z.string() })),
});
export const Saved = z.object({ success: z.literal(true), avatar: Avatar, message: z.string() });
export const Made = z.object({
  success: z.literal(true),
  preview: Preview,
  message: z.literal('Preview generated successfully. Review and save if you like it.'),
});
export const Generated = z.object({
  success: z.literal(true),
  avatars: z.array(Avatar),
  request: Request,
});

/** The creator's calls as a client makes them. */
export function creatorCalls(bench: AppBench) {
  const send = (user: string | null, method: string, path: string, body?: unknown, headers = {}) =>
    bench.fetch(`${CREATOR}${path}`, user, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const project = async (user: string): Promise<string> => {
    const response = await send(user, 'POST', '/projects', { name: 'Summer' });
    expect(response.status).toBe(201);
    return z.object({ project: z.object({ id: z.uuid() }) }).parse(await response.json()).project
      .id;
  };
  const ask = (user: string | null, projectId: string, more: object = {}, headers = {}) =>
    send(
      user,
      'POST',
      `/projects/${projectId}/avatars/generate-preview`,
      { prompt: WORDS, ...more },
      headers,
    );
  const preview = async (user: string, projectId: string, more: object = {}) => {
    const response = await ask(user, projectId, more);
    expect(response.status).toBe(200);
    return Made.parse(await response.json()).preview;
  };
  const asyncPreview = async (user: string, projectId: string, more: object = {}) => {
    const response = await ask(user, projectId, more, { prefer: 'respond-async' });
    expect(response.status).toBe(202);
    return z
      .object({ previewId: z.uuid(), eventsUrl: z.string(), statusUrl: z.string() })
      .parse(await response.json());
  };
  const read = async (user: string, previewId: string) => {
    const response = await send(user, 'GET', `/previews/${previewId}?pictures=false`);
    expect(response.status).toBe(200);
    return z.object({ preview: PreviewState }).parse(await response.json()).preview;
  };
  const reached = (user: string, previewId: string, status: string) =>
    until(async () => (await read(user, previewId)).status === status);
  const save = (user: string | null, projectId: string, body: object, headers = {}) =>
    send(
      user,
      'POST',
      `/projects/${projectId}/avatars/save-preview`,
      { name: 'Sari', ...body },
      headers,
    );
  const saved = async (user: string, projectId: string, body: object, headers = {}) => {
    const response = await save(user, projectId, body, headers);
    expect(response.status).toBe(201);
    return Saved.parse(await response.json()).avatar;
  };
  const avatar = async (user: string, id: string) =>
    z.object({ avatar: Avatar }).parse(await (await send(user, 'GET', `/avatars/${id}`)).json())
      .avatar;
  return { send, project, ask, preview, asyncPreview, read, reached, save, saved, avatar };
}
