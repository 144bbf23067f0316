import { expect } from 'bun:test';
import type { PictureMeasure } from '@lumiku/app-kit';
import { Generation } from '@lumiku/apps/avatar-generator/contract';
import { CONSENT_VERSION, type FaultBody } from '@lumiku/contract';
import { z } from 'zod';
import { until } from '../../testing/until.ts';
import { type AppBench, photoFile } from './app-bench.ts';

export const PREFIX = '/api/apps/avatar-generator';
const GenerationOfCalls = z.looseObject({
  id: z.uuid(),
  userId: z.string(),
  status: z.string(),
  poseTemplateId: z.string(),
  inputImageUrl: z.string(),
  outputImageUrl: z.string().nullable(),
  thumbnailUrl: z.string().nullable(),
  creditUsed: z.number(),
  errorCode: z.string().nullable(),
  errorMessage: z.string().nullable(),
  seed: z.number(),
});
export const One = z.object({ message: z.string().optional(), data: GenerationOfCalls });
const Page = z.object({
  data: z.array(GenerationOfCalls),
  meta: z.object({
    total: z.number(),
    limit: z.number(),
    offset: z.number(),
    hasMore: z.boolean(),
    nextCursor: z.string().optional(),
  }),
});

/** The generator's calls as a client makes them. */
export function generatorCalls(bench: AppBench) {
  async function generate(
    user: string | null,
    fields: Record<string, string | File> = {},
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const form = new FormData();
    const all = { image: await photoFile(), poseTemplateId: bench.pose, ...fields };
    for (const [name, value] of Object.entries(all)) form.set(name, value);
    return bench.fetch(`${PREFIX}/generate`, user, { method: 'POST', body: form, headers });
  }
  const started = async (user: string, fields: Record<string, string | File> = {}) => {
    const response = await generate(user, fields);
    expect(response.status).toBe(201);
    return One.parse(await response.json()).data;
  };
  const read = async (user: string, id: string) =>
    One.parse(await (await bench.fetch(`${PREFIX}/generations/${id}`, user)).json()).data;
  const reached = (user: string, id: string, status: string) =>
    until(async () => (await read(user, id)).status === status);
  const list = async (user: string, query = '') =>
    Page.parse(await (await bench.fetch(`${PREFIX}/generations${query}`, user)).json());
  const send = (user: string | null, method: string, path: string, headers = {}) =>
    bench.fetch(`${PREFIX}${path}`, user, { method, headers });

  const json = (user: string | null, method: string, path: string, body?: unknown, headers = {}) =>
    bench.fetch(`${PREFIX}${path}`, user, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const form = (
    user: string | null,
    path: string,
    fields: Readonly<Record<string, string | File>>,
    headers: Record<string, string> = {},
  ) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return bench.fetch(`${PREFIX}${path}`, user, { method: 'POST', body, headers });
  };
  /** The id of a picture that is done. */
  const finished = async (user: string, fields: Record<string, string | File> = {}) => {
    const { id } = await started(user, fields);
    await reached(user, id, 'completed');
    return id;
  };
  /** A generation as the screens read it. */
  const view = async (user: string, id: string): Promise<Generation> =>
    Generation.parse((await (await send(user, 'GET', `/generations/${id}`)).json()).data);
  const consent = (
    user: string | null,
    method: 'GET' | 'POST' | 'DELETE',
    version: unknown = CONSENT_VERSION,
  ) =>
    bench.fetch('/api/consent', user, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(method === 'POST' ? { body: JSON.stringify({ version }) } : {}),
    });
  const personWhoAgreed = async () => {
    const user = await bench.makeUser();
    expect((await consent(user, 'POST')).status).toBe(200);
    return user;
  };

  return {
    ...{ generate, started, read, reached, list, send, json, form, finished, view, consent },
    personWhoAgreed,
  };
}

/** What a refused call says. */
export const faultOf = async (response: Response): Promise<FaultBody['error']> =>
  z.object({ error: z.custom<FaultBody['error']>() }).parse(await response.json()).error;

/** What the eyes say of a picture whose pose matches this well. */
export function measured(oks: number): PictureMeasure {
  const verdict = oks < 0.75 ? 'fail' : 'pass';
  return {
    pose: {
      ...{ oks, verdict, passes: verdict === 'pass', worstLimb: 'left forearm' },
      ...{ worstLimbDegrees: 6, facing: true, tiltDegrees: 1, isMirrored: false },
    },
    ...{ identity: null, people: 1 },
  };
}
