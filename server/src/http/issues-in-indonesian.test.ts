import { afterAll, beforeAll, expect, test } from 'bun:test';
import { FaultBody } from '@lumiku/contract';
import { z } from 'zod';
import { createTestStudio, type TestPerson, type TestStudio } from '../testing/test-studio.ts';

const STARTS_MS = 60_000;
/** Words that stand in every English sentence of ours and in no Indonesian one. */
const ENGLISH =
  /\b(the|this|that|an?|is|are|be|must|should|with|your|one of|use|give|at (least|most)|invalid|expected|received|too (small|big))\b/i;

const Schema = z.looseObject({
  $ref: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
});
const Call = z.looseObject({
  parameters: z.array(z.looseObject({ name: z.string(), in: z.string() })).optional(),
  requestBody: z
    .looseObject({ content: z.record(z.string(), z.looseObject({ schema: Schema.optional() })) })
    .optional(),
});
const Document = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), Call)),
  components: z.looseObject({ schemas: z.record(z.string(), Schema).optional() }).optional(),
});

let studio: TestStudio;
let owner: TestPerson;
beforeAll(async () => {
  studio = await createTestStudio({ environment: { LUMIKU_VISION: 'off' } });
  owner = await studio.signUp();
}, STARTS_MS);
afterAll(() => studio.stop());

const WRONG = [undefined, '', 'x'.repeat(3_000), -1, 1e12, ['']];

test(
  'no field of any call is faulted in English to who reads Indonesian, nor in Indonesian to others',
  async () => {
    const document = Document.parse(await (await owner.fetch('/api/openapi.json')).json());
    const said = { en: new Set<string>(), id: new Set<string>() };
    for (const [path, calls] of Object.entries(document.paths)) {
      // What ends accounts and sessions is left alone, or nothing more could be asked.
      if (path.startsWith('/api/auth/')) continue;
      for (const [method, call] of Object.entries(calls)) {
        for (const language of ['id', 'en'] as const) {
          for (const init of wrongRequests(call, document)) {
            const response = await ask(path, call, { method, language, ...init });
            for (const { message } of await issuesOf(response)) said[language].add(message);
          }
        }
      }
    }
    expect(said.id.size).toBeGreaterThan(40);
    expect([...said.id].filter((message) => ENGLISH.test(message))).toEqual([]);
    expect([...said.en].filter((message) => said.id.has(message))).toEqual([]);
    expect([...said.en].filter((message) => message.includes('\u001e'))).toEqual([]);
  },
  2 * STARTS_MS,
);

type Wrong = { query?: unknown; body?: Record<string, unknown>; form?: boolean };

/** Every wrong value in every field of the body, and in every parameter of the query. */
function wrongRequests(call: z.infer<typeof Call>, document: z.infer<typeof Document>): Wrong[] {
  const [type, content] = Object.entries(call.requestBody?.content ?? {})[0] ?? [];
  const reference = content?.schema?.$ref?.split('/').at(-1);
  const schema = reference ? document.components?.schemas?.[reference] : content?.schema;
  const fields = Object.keys(schema?.properties ?? {});
  const form = type === 'multipart/form-data';
  const bodies = content
    ? WRONG.map((value) => ({
        form,
        body: Object.fromEntries(fields.map((field) => [field, value])),
      }))
    : [];
  const hasQuery = call.parameters?.some((one) => one.in === 'query') ?? false;
  const queries = hasQuery ? WRONG.map((value) => ({ query: value ?? 'no' })) : [];
  return [...bodies, ...queries, ...(bodies.length + queries.length > 0 ? [] : [{}])];
}

async function ask(
  path: string,
  call: z.infer<typeof Call>,
  wrong: Wrong & { method: string; language: string },
): Promise<Response> {
  const query = new URLSearchParams();
  for (const one of call.parameters ?? []) {
    if (one.in === 'query' && wrong.query !== undefined) query.set(one.name, String(wrong.query));
  }
  const filled = path.replace(/\{[^}]+\}/g, 'not-an-id');
  const headers = new Headers({ 'accept-language': wrong.language });
  if (wrong.body && !wrong.form) headers.set('content-type', 'application/json');
  return await owner.fetch(`${filled}?${query}`, {
    method: wrong.method.toUpperCase(),
    headers,
    ...(wrong.body ? { body: wrong.form ? formOf(wrong.body) : JSON.stringify(wrong.body) } : {}),
  });
}

function formOf(body: Record<string, unknown>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) {
    if (value !== undefined)
      form.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return form;
}

async function issuesOf(response: Response) {
  if (response.status < 400 || !response.headers.get('content-type')?.includes('json')) {
    await response.body?.cancel();
    return [];
  }
  return FaultBody.parse(await response.json()).error.issues ?? [];
}
