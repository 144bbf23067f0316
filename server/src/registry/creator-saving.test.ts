import {
  afterAll,
  beforeAll,
  beforeEach,
  describe,
  expect,
  setDefaultTimeout,
  test,
} from 'bun:test';
import fc from 'fast-check';
import sharp from 'sharp';
import { type AppBench, createAppBench } from './testing/app-bench.ts';
import { creatorCalls, Saved, WORDS } from './testing/creator-calls.ts';
import { faultOf } from './testing/generator-calls.ts';
import { drawAtOnce } from './testing/scripted-engine.ts';

setDefaultTimeout(60_000);
let bench: AppBench;
let call: ReturnType<typeof creatorCalls>;
beforeAll(async () => {
  bench = await createAppBench();
  call = creatorCalls(bench);
});
afterAll(() => bench.close());
beforeEach(() => bench.engine.play(drawAtOnce));

async function personWithProject(available = 100) {
  const user = await bench.makeUser(available);
  return { user, project: await call.project(user) };
}
async function picture(shade = 90, format: 'png' | 'jpeg' = 'png'): Promise<string> {
  const background = { r: shade, g: 120, b: 140 };
  const image = sharp({ create: { width: 300, height: 400, channels: 3, background } });
  return (await image.toFormat(format).toBuffer()).toString('base64');
}
const captures = (user: string) =>
  bench.credits.entries({ userId: user, kinds: ['capture'] }, { limit: 100, offset: 0 });
const files = (user: string) => bench.filesOf(user, 'avatar-creator');

describe('saving a preview', () => {
  test('takes 15 credits, names the avatar in the ledger and keeps the preview’s files', async () => {
    const { user, project } = await personWithProject();
    const preview = await call.preview(user, project, { gender: 'female', bodyType: 'full_body' });
    const response = await call.save(user, project, { previewId: preview.previewId });
    expect(response.status).toBe(201);
    const { avatar, message } = Saved.parse(await response.json());
    expect(message).toBe('Avatar saved successfully');
    expect(avatar).toMatchObject({
      name: 'Sari',
      generationPrompt: WORDS,
      gender: 'female',
      bodyType: 'full_body',
      imageUrl: preview.imageUrl,
      creditUsed: 15,
    });
    const lines = await captures(user);
    expect(lines.map((line) => [line.amount, line.reference])).toEqual([
      [-15, `avatar-creator:avatar:${avatar.id}`],
    ]);
    expect((await bench.fetch(avatar.imageUrl, user)).status).toBe(200);
  });

  test('at once, twice and under two keys is one avatar and one capture', async () => {
    const { user, project } = await personWithProject();
    const { previewId } = await call.preview(user, project);
    const headers = [{}, {}, { 'idempotency-key': 'a' }, { 'idempotency-key': 'a' }, {}];
    const answers = await Promise.all(
      headers.map((header) => call.save(user, project, { previewId }, header)),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array(5).fill(201));
    expect(await captures(user)).toHaveLength(1);
    expect(await files(user)).toHaveLength(2);
  });

  test('without enough credits is 402 with the figures, and the preview can still be saved later', async () => {
    const { user, project } = await personWithProject(10);
    const { previewId } = await call.preview(user, project);
    const response = await call.save(user, project, { previewId });
    expect(response.status).toBe(402);
    expect((await faultOf(response)).details).toMatchObject({ price: 15, available: 10 });
    expect((await call.read(user, previewId)).status).toBe('completed');
    await bench.db.transaction((tx) =>
      bench.credits.grant(tx, { userId: user, amount: 20, kind: 'grant', reference: `g:${user}` }),
    );
    await call.saved(user, project, { previewId });
    expect((await bench.credits.summary(user)).balance).toBe(15);
  });

  test('whatever is looked at, saved, saved again and thrown away: previews never change the ledger, each avatar has one capture', async () => {
    const Step = fc.record({
      verb: fc.constantFrom('look', 'look', 'save', 'save', 'save twice', 'throw away', 'delete'),
      which: fc.nat({ max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(Step, { minLength: 4, maxLength: 12 }), async (steps) => {
        const { user, project } = await personWithProject();
        const seen: string[] = [];
        const everSaved = new Set<string>();
        for (const { verb, which } of steps) {
          const before = await captures(user);
          const previewId = seen[which % Math.max(seen.length, 1)];
          if (verb === 'look') {
            seen.push((await call.preview(user, project)).previewId);
            expect(await captures(user)).toEqual(before);
          } else if (previewId === undefined) continue;
          else if (verb.startsWith('save')) {
            const times = verb === 'save twice' ? [1, 2] : [1];
            const all = await Promise.all(times.map(() => call.save(user, project, { previewId })));
            for (const answer of all) if (answer.status === 201) everSaved.add(previewId);
          } else if (verb === 'throw away')
            await call.send(user, 'DELETE', `/previews/${previewId}`);
          else await call.send(user, 'DELETE', `/avatars/${previewId}`);
        }
        const lines = (await captures(user)).map((line) => line.reference).sort();
        expect(lines).toEqual([...everSaved].map((id) => `avatar-creator:avatar:${id}`).sort());
        const { balance, held } = await bench.credits.summary(user);
        expect([balance, held]).toEqual([100 - 15 * everSaved.size, 0]);
      }),
      { numRuns: 12 },
    );
  });
});

describe('saving pictures', () => {
  const body = async (shade?: number) => ({
    imageBase64: await picture(shade),
    thumbnailBase64: await picture(shade, 'jpeg'),
    generationPrompt: WORDS,
    gender: 'female',
  });

  test('checks, re-encodes, marks and pays them', async () => {
    const { user, project } = await personWithProject();
    const avatar = await call.saved(user, project, await body());
    expect(avatar).toMatchObject({ generationPrompt: WORDS, creditUsed: 15 });
    const stored = await bench.fetch(avatar.imageUrl, user);
    const { width, xmp } = await sharp(await stored.arrayBuffer()).metadata();
    expect(width).toBe(300);
    expect(xmp?.toString()).toContain('DigitalSourceType');
  });

  test('by a double click are one avatar and one capture, with or without a key', async () => {
    const { user, project } = await personWithProject();
    const sent = await body();
    const key = { 'idempotency-key': 'k1' };
    const all = await Promise.all(
      [{}, {}, key, key].map((head) => call.save(user, project, sent, head)),
    );
    expect(all.map((answer) => answer.status)).toEqual([201, 201, 201, 201]);
    expect(await captures(user)).toHaveLength(1);
    expect(await files(user)).toHaveLength(2);
    const other = await call.save(user, project, await body(10), key);
    expect([other.status, (await faultOf(other)).code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect(await files(user)).toHaveLength(2);
  });

  test('takes a data URL whose type is true', async () => {
    const { user, project } = await personWithProject();
    const imageBase64 = `data:image/jpeg;base64,${await picture(30, 'jpeg')}`;
    await call.saved(user, project, { imageBase64, generationPrompt: WORDS });
  });

  test('refuses what is no picture, too large, a bomb or not what it says, and leaves nothing', async () => {
    const { user, project } = await personWithProject();
    const good = await picture();
    const blank = { width: 9_000, height: 9_000, channels: 3 as const, background: '#fff' };
    const bomb = await sharp({ create: blank }).png({ compressionLevel: 9 }).toBuffer();
    const text = Buffer.from('<svg onload="alert(1)"></svg>').toString('base64');
    const cases: [object, number][] = [
      [{ imageBase64: text }, 415],
      [{ imageBase64: '%%% not base64' }, 400],
      [{ imageBase64: Buffer.alloc(12_000_000, 7).toString('base64') }, 413],
      [{ imageBase64: bomb.toString('base64') }, 400],
      [{ imageBase64: good.slice(0, 200) }, 400],
      [{ imageBase64: `data:image/jpeg;base64,${good}` }, 415],
      [{ imageBase64: `data:text/html;base64,${good}` }, 415],
      [{ imageBase64: 'data:image/png,plain' }, 400],
      [{ imageBase64: good, thumbnailBase64: text }, 415],
      [{ imageBase64: good, generationPrompt: undefined }, 400],
      [{ imageBase64: good, generationPrompt: 'short' }, 400],
      [{ imageBase64: good, previewId: crypto.randomUUID() }, 400],
      [{}, 400],
      [{ imageBase64: good, name: ' ' }, 400],
      [{ imageBase64: good, name: 'x'.repeat(101) }, 400],
      [{ imageBase64: good, gender: 'robot' }, 400],
      [{ previewId: 'x' }, 400],
    ];
    for (const [sent, status] of cases) {
      const response = await call.save(user, project, { generationPrompt: WORDS, ...sent });
      expect([Object.keys(sent), response.status]).toEqual([Object.keys(sent), status]);
    }
    expect(await files(user)).toEqual([]);
    expect(await captures(user)).toEqual([]);
  });

  test('without enough credits leaves no file', async () => {
    const { user, project } = await personWithProject(14);
    expect((await call.save(user, project, await body())).status).toBe(402);
    expect(await files(user)).toEqual([]);
  });
});
