import { expect } from 'bun:test';
import type { FaultBody } from '@lumiku/contract';
import { z } from 'zod';
import { until } from '../../testing/until.ts';
import { type AppBench, photoFile } from './app-bench.ts';

export const PREFIX = '/api/apps/avatar-generator';
const Generation = z.looseObject({
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
export const One = z.object({ message: z.string().optional(), data: Generation });
const Page = z.object({
  data: z.array(Generation),
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

  return { generate, started, read, reached, list, send };
}

/** What a refused call says. */
export const faultOf = async (response: Response): Promise<FaultBody['error']> =>
  z.object({ error: z.custom<FaultBody['error']>() }).parse(await response.json()).error;
