import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  setDefaultTimeout,
  test,
} from 'bun:test';
import { CONSENT_VERSION } from '@lumiku/contract';
import { z } from 'zod';
import { until } from '../testing/until.ts';
import { type AppBench, createAppBench, photoFile } from './testing/app-bench.ts';
import { CREATOR, creatorCalls, Generated, Saved, WORDS } from './testing/creator-calls.ts';
import { faultOf } from './testing/generator-calls.ts';
import { drawAtOnce, fail, hang } from './testing/scripted-engine.ts';

setDefaultTimeout(60_000);
let bench: AppBench;
let call: ReturnType<typeof creatorCalls>;
beforeAll(async () => {
  bench = await createAppBench();
  call = creatorCalls(bench);
});
afterAll(() => bench.close());
beforeEach(() => bench.engine.play(drawAtOnce));

const NOBODY = '00000000-0000-4000-8000-000000000000';
const Project = z.object({
  project: z.object({
    id: z.uuid(),
    name: z.string(),
    description: z.string().nullable(),
    avatarCount: z.number(),
    coverUrls: z.array(z.string()),
    avatars: z.array(z.object({ id: z.uuid() })).optional(),
  }),
});
const readProject = async (response: Response) => Project.parse(await response.json()).project;

async function upload(
  user: string | null,
  project: string,
  fields: Record<string, string | File>,
  headers: Record<string, string> = {},
) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const path = `${CREATOR}/projects/${project}/avatars`;
  return bench.fetch(path, user, { method: 'POST', body: form, headers });
}
const uploaded = async (user: string, project: string) => {
  const response = await upload(user, project, { name: 'Own', image: await photoFile() });
  expect(response.status).toBe(201);
  return Saved.parse(await response.json()).avatar;
};

describe('every call', () => {
  const calls = (project: string, avatar: string): [string, string, object?][] => [
    ['GET', `/projects/${project}`],
    ['PUT', `/projects/${project}`, { name: 'Winter' }],
    ['GET', `/projects/${project}/avatars`],
    ['GET', `/projects/${project}/previews`],
    ['POST', `/projects/${project}/avatars/generate-preview`, { prompt: WORDS }],
    ['POST', `/projects/${project}/avatars/save-preview`, { name: 'S', previewId: NOBODY }],
    ['POST', `/projects/${project}/avatars/generate`, { name: 'S', prompt: WORDS }],
    ['GET', `/avatars/${avatar}`],
    ['PUT', `/avatars/${avatar}`, { name: 'New' }],
    ['GET', `/avatars/${avatar}/usage-history`],
    ['GET', `/previews/${avatar}`],
    ['DELETE', `/previews/${avatar}`],
    ['GET', `/previews/${avatar}/events`],
    ['GET', `/avatar-requests/${avatar}`],
    ['POST', `/avatar-requests/${avatar}/cancel`],
    ['GET', `/avatar-requests/${avatar}/events`],
    ['DELETE', `/avatars/${avatar}`],
    ['DELETE', `/projects/${project}`],
  ];

  test('asks who it is', async () => {
    const all = [...calls(NOBODY, NOBODY), ['GET', '/projects'], ['GET', '/stats']] as const;
    for (const [method, path, body] of all) {
      expect([path, (await call.send(null, method, path, body)).status]).toEqual([path, 401]);
    }
    expect((await upload(null, NOBODY, { name: 'x' })).status).toBe(401);
  });

  test('answers as if what is somebody else’s, or no id at all, were not there', async () => {
    const [owner, other] = [await bench.makeUser(), await bench.makeUser()];
    const project = await call.project(owner);
    const avatar = await uploaded(owner, project);
    for (const [p, a] of [[project, avatar.id] as const, ['x', 'y'] as const]) {
      for (const [method, path, body] of calls(p, a)) {
        const answer = await call.send(other, method, path, body);
        expect([method, path, answer.status]).toEqual([method, path, 404]);
      }
    }
    expect((await upload(other, project, { name: 'x', image: await photoFile() })).status).toBe(
      404,
    );
    expect((await call.avatar(owner, avatar.id)).name).toBe('Own');
    expect(await bench.filesOf(other, 'avatar-creator')).toEqual([]);
  });

  test('refuses what is not as it should be', async () => {
    const user = await bench.makeUser();
    const project = await call.project(user);
    const { id } = await uploaded(user, project);
    const wrong: [string, string, unknown][] = [
      ['POST', '/projects', { name: '' }],
      ['POST', '/projects', { name: 'x'.repeat(101) }],
      ['POST', '/projects', { name: '\u0000' }],
      ['PUT', `/projects/${project}`, {}],
      ['PUT', `/avatars/${id}`, {}],
      ['PUT', `/avatars/${id}`, { bodyType: 'head' }],
      ['POST', `/projects/${project}/avatars/generate`, { prompt: WORDS }],
      ['POST', `/projects/${project}/avatars/generate`, { prompt: WORDS, name: 'S', count: 6 }],
      ['POST', `/projects/${project}/avatars/generate`, { prompt: WORDS, name: 'S', count: 0 }],
    ];
    for (const [method, path, body] of wrong) {
      const answer = await call.send(user, method, path, body);
      expect([path, body, answer.status]).toEqual([path, body, 400]);
    }
    const paged = await call.send(user, 'GET', `/projects/${project}/avatars?cursor=nonsense`);
    expect((await faultOf(paged)).code).toBe('CURSOR_INVALID');
    const noImage = new File(['<svg/>'], 'me.png', { type: 'image/png' });
    expect((await upload(user, project, { name: 'x', image: noImage })).status).toBe(415);
    expect((await upload(user, project, { name: 'x' })).status).toBe(400);
    const elsewhere = await call.send(user, 'PUT', `/avatars/${id}`, { projectId: NOBODY });
    expect(elsewhere.status).toBe(404);
  });
});

describe('an own picture and its consent', () => {
  const cookie = { cookie: 'as a browser' };
  const consent = async (user: string, method = 'GET') =>
    (await (await bench.fetch('/api/consent', user, { method })).json()).data;

  test('a browser asks first; with the picture or before it, the yes is recorded once for every app', async () => {
    const user = await bench.makeUser();
    const project = await call.project(user);
    const fields = { name: 'Own', image: await photoFile() };
    const asked = await upload(user, project, fields, cookie);
    expect([asked.status, (await faultOf(asked)).code]).toEqual([403, 'CONSENT_NEEDED']);
    expect(await bench.filesOf(user, 'avatar-creator')).toEqual([]);
    const old = await upload(user, project, { ...fields, consent: '1' }, cookie);
    expect([old.status, (await faultOf(old)).code]).toEqual([409, 'CONSENT_OUTDATED']);
    const agreed = { ...fields, consent: String(CONSENT_VERSION) };
    expect((await upload(user, project, agreed, cookie)).status).toBe(201);
    expect((await upload(user, project, fields, cookie)).status).toBe(201);
    const { isGiven, records, photosKept } = await consent(user);
    expect([isGiven, records.length, photosKept]).toEqual([true, 1, 2]);
    const picture = new FormData();
    for (const [name, value] of Object.entries({ ...fields, poseTemplateId: bench.pose })) {
      picture.set(name, value);
    }
    const path = '/api/apps/avatar-generator/generate';
    const init = { method: 'POST', body: picture, headers: cookie };
    expect((await bench.fetch(path, user, init)).status).toBe(201);
  });

  test('taken back, own pictures go with it; avatars made from words stay', async () => {
    const user = await bench.makeUser();
    const project = await call.project(user);
    await uploaded(user, project);
    const { previewId } = await call.preview(user, project);
    const made = await call.saved(user, project, { previewId });
    expect(await consent(user, 'DELETE')).toMatchObject({ photosRemoved: 1, photosKept: 0 });
    const left = await call.send(user, 'GET', `/projects/${project}/avatars`);
    expect((await left.json()).avatars.map(({ id }: { id: string }) => id)).toEqual([made.id]);
    expect(await bench.filesOf(user, 'avatar-creator')).toHaveLength(2);
  });
});

describe('projects and avatars', () => {
  test('are made, renamed, described, counted, covered and listed by when they were touched', async () => {
    const user = await bench.makeUser();
    const made = await call.send(user, 'POST', '/projects', {
      name: ' Batik ',
      description: 'Solo',
    });
    const first = await readProject(made);
    expect(first).toMatchObject({ name: 'Batik', description: 'Solo', avatarCount: 0 });
    const second = await call.project(user);
    const avatar = await uploaded(user, first.id);
    const list = await (await call.send(user, 'GET', '/projects')).json();
    expect(list).toMatchObject({
      success: true,
      projects: [
        { id: first.id, avatarCount: 1, coverUrls: [avatar.thumbnailUrl] },
        { id: second, avatarCount: 0 },
      ],
      meta: { total: 2 },
    });
    const change = { name: 'Kebaya', description: null };
    const changed = await readProject(
      await call.send(user, 'PUT', `/projects/${first.id}`, change),
    );
    expect(changed).toMatchObject(change);
    const one = await readProject(await call.send(user, 'GET', `/projects/${first.id}`));
    expect(one.avatars?.map(({ id }) => id)).toEqual([avatar.id]);
  });

  test('an avatar is renamed, moved and deleted with its files', async () => {
    const user = await bench.makeUser();
    const [from, to] = [await call.project(user), await call.project(user)];
    const { id } = await uploaded(user, from);
    const change = { name: 'Ayu', projectId: to, gender: 'female', bodyType: 'full_body' };
    const answer = await call.send(user, 'PUT', `/avatars/${id}`, change);
    expect(await answer.json()).toMatchObject({ success: true, avatar: change });
    expect((await call.send(user, 'DELETE', `/avatars/${id}`)).status).toBe(200);
    expect((await call.send(user, 'DELETE', `/avatars/${id}`)).status).toBe(404);
    expect(await bench.filesOf(user, 'avatar-creator')).toEqual([]);
  });

  test('a deleted project takes avatars, files and work with it, and the credits of the work go back', async () => {
    const user = await bench.makeUser();
    const project = await call.project(user);
    await uploaded(user, project);
    const { previewId } = await call.preview(user, project);
    await call.saved(user, project, { previewId });
    bench.engine.play(hang);
    const wish = { name: 'S', prompt: WORDS, count: 3 };
    const path = `/projects/${project}/avatars/generate`;
    const accepted = await call.send(user, 'POST', path, wish, { prefer: 'respond-async' });
    expect(accepted.status).toBe(202);
    expect((await bench.credits.summary(user)).held).toBe(45);
    expect((await call.send(user, 'DELETE', `/projects/${project}`)).status).toBe(200);
    expect(await bench.credits.summary(user)).toEqual({ balance: 85, held: 0, available: 85 });
    expect(await bench.filesOf(user, 'avatar-creator')).toEqual([]);
    const stats = await (await call.send(user, 'GET', '/stats')).json();
    expect(stats).toMatchObject({ data: { totalProjects: 0, totalAvatars: 0 } });
  });

  test('the statistics count what there is', async () => {
    const user = await bench.makeUser();
    const project = await call.project(user);
    await uploaded(user, project);
    const { previewId } = await call.preview(user, project);
    await call.saved(user, project, { previewId });
    expect(await (await call.send(user, 'GET', '/stats')).json()).toEqual({
      success: true,
      data: {
        ...{ totalProjects: 1, totalAvatars: 2, generatedAvatars: 1, uploadedAvatars: 1 },
        ...{ totalUses: 0, totalCreditsUsed: 15 },
      },
    });
  });
});

describe('generate in one step', () => {
  const generate = (user: string, project: string, more: object = {}, headers = {}) =>
    call.send(
      user,
      'POST',
      `/projects/${project}/avatars/generate`,
      { name: 'Sari', prompt: WORDS, ...more },
      headers,
    );

  test('makes and saves each picture with a seed and a capture of its own', async () => {
    const user = await bench.makeUser();
    const project = await call.project(user);
    const response = await generate(user, project, { count: 3, seed: 7 });
    expect(response.status).toBe(201);
    const { avatars, request } = Generated.parse(await response.json());
    expect(avatars.map(({ name }) => name)).toEqual(['Sari 1', 'Sari 2', 'Sari 3']);
    expect(request).toMatchObject({ status: 'completed', creditsHeld: 45, creditUsed: 45 });
    const seeds = bench.engine.submitted.slice(-3).map((wish) => 'seed' in wish && wish.seed);
    expect(seeds.toSorted()).toEqual([7, 8, 9]);
    expect(await bench.credits.summary(user)).toEqual({ balance: 55, held: 0, available: 55 });
  });

  test('charges only what was delivered', async () => {
    const user = await bench.makeUser();
    const project = await call.project(user);
    bench.engine.play(drawAtOnce, fail('content_refused', 'no'), drawAtOnce);
    const { avatars, request } = Generated.parse(
      await (await generate(user, project, { count: 3 })).json(),
    );
    expect([avatars.length, request.creditsHeld, request.creditUsed]).toEqual([2, 45, 30]);
    expect(request.makings.map(({ status }) => status).toSorted()).toEqual([
      ...['completed', 'completed', 'failed'],
    ]);
    expect(await bench.credits.summary(user)).toEqual({ balance: 70, held: 0, available: 70 });
  });

  test('is refused as a whole when not all of it can be paid', async () => {
    const user = await bench.makeUser(40);
    const response = await generate(user, await call.project(user), { count: 3 });
    expect(response.status).toBe(402);
    expect((await faultOf(response)).details).toMatchObject({ price: 45, available: 40 });
    expect((await bench.credits.summary(user)).held).toBe(0);
  });

  test('sent twice under one key is one request', async () => {
    const user = await bench.makeUser();
    const project = await call.project(user);
    const key = { 'idempotency-key': 'once' };
    const answers = await Promise.all([1, 2].map(() => generate(user, project, { count: 2 }, key)));
    const requests = [];
    for (const answer of answers) requests.push(Generated.parse(await answer.json()).request.id);
    expect(new Set(requests).size).toBe(1);
    expect((await bench.credits.summary(user)).balance).toBe(70);
  });

  test('can be stopped: what is not over costs nothing', async () => {
    const user = await bench.makeUser();
    const project = await call.project(user);
    bench.engine.play(hang);
    const prefer = { prefer: 'respond-async' };
    const accepted = z
      .object({ requestId: z.uuid() })
      .parse(await (await generate(user, project, { count: 2 }, prefer)).json());
    await until(async () => (await bench.credits.summary(user)).held === 30);
    const path = `/avatar-requests/${accepted.requestId}`;
    const stopped = await (await call.send(user, 'POST', `${path}/cancel`)).json();
    expect(stopped).toMatchObject({ request: { status: 'completed', creditUsed: 0 } });
    expect(await bench.credits.summary(user)).toEqual({ balance: 100, held: 0, available: 100 });
  });
});
