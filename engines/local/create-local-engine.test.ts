import { afterAll, expect, setDefaultTimeout, test } from 'bun:test';
import { Fault, type Look } from '@lumiku/contract';
import { createFigurePool } from '@lumiku/figure/pool';
import { PoseSpec, RIGS, solvePose } from '@lumiku/pose-kit';
import sharp from 'sharp';
import { EngineFault, type ImageToVideoRequest, type PoseTransferRequest } from '../engine.ts';
import { createLocalEngine } from './create-local-engine.ts';

/** Drawing shares a small machine with everything else; time is not what is tested. */
setDefaultTimeout(60_000);

const pool = createFigurePool({ workers: 2 });
const engine = createLocalEngine({ pool });
afterAll(() => pool.close());

const look: Look = {
  gender: 'female',
  ageRange: 'adult',
  skinColour: '#c58b62',
  hairStyle: 'bob',
  hairColour: '#2b1a12',
  headCover: 'none',
  glasses: 'round',
  beard: 'none',
  build: 1,
  outfit: 'casual',
  topColour: '#2f6f8f',
  bottomColour: '#3a3f4d',
  accentColour: '#f0e6d2',
};
const hanging = { free: { out: 9, forward: 3, inward: 10, bend: 14 } };
const solved = solvePose(
  PoseSpec.parse({
    pelvis: {},
    chest: {},
    head: { yaw: 10 },
    weight: 0.5,
    kneeBend: 4,
    legs: { left: { at: [0.06, 0] }, right: { at: [-0.06, 0] } },
    arms: { left: hanging, right: hanging },
    support: 'none',
  }),
  RIGS.female,
);

const request = (wish: Partial<PoseTransferRequest> = {}): PoseTransferRequest => ({
  kind: 'pose-transfer',
  photo: { bytes: new Uint8Array(), mediaType: 'image/jpeg' },
  look,
  pose: { id: 'stand', solved, yaw: 15, pitch: 4, framing: 'full' },
  prompt: 'photo of a person standing',
  negativePrompt: '',
  stylePreset: 'realistic',
  widthPx: 192,
  heightPx: 256,
  seed: 7,
  ...wish,
});
const never = new AbortController().signal;
const handing = { signal: never, key: crypto.randomUUID(), onProgress: () => {} };
const silent = { signal: never, onProgress: () => {} };

test('a ticket survives JSON and gives the same picture in another engine', async () => {
  const ticket = await engine.submit(request(), handing);
  const first = await engine.follow(ticket, silent);
  const again = await createLocalEngine({ pool }).follow(
    JSON.parse(JSON.stringify(ticket)),
    silent,
  );
  expect(Buffer.compare(first.bytes, again.bytes)).toBe(0);
  const meta = await sharp(first.bytes).metadata();
  expect([meta.format, meta.width, meta.height]).toEqual(['png', 192, 256]);
  expect(first.source).toBe('algorithmicMedia');
});

test('words become a picture, and what was not read of them comes with it, also in another process', async () => {
  const ticket = await engine.submit(
    {
      kind: 'text-to-image',
      prompt: 'portrait of a woman with a dragon, sharp focus',
      negativePrompt: 'blurry',
      words: 'a woman with a dragon',
      attributes: { bodyType: 'full_body' },
      widthPx: 192,
      heightPx: 256,
      seed: 3,
    },
    handing,
  );
  const again = createLocalEngine({ pool });
  const picture = await again.follow(JSON.parse(JSON.stringify(ticket)), silent);
  if (picture.kind !== 'picture') throw new Error('not a picture');
  expect([picture.widthPx, picture.heightPx, picture.seed]).toEqual([192, 256, 3]);
  expect(picture.unreadWords).toEqual(['dragon']);
  expect(picture.note?.en).toContain('dragon');
});

test('progress rises from 0 to 1', async () => {
  const fractions: number[] = [];
  const ticket = await engine.submit(request({ widthPx: 384, heightPx: 512 }), handing);
  await engine.follow(ticket, {
    signal: never,
    onProgress: ({ fraction }) => fractions.push(fraction ?? -1),
  });
  expect(fractions[0]).toBe(0);
  expect(fractions.at(-1)).toBe(1);
  expect(fractions.length).toBeGreaterThan(3);
  expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
});

test('cancelling a ticket ends its picture with a cancelled fault, and the next picture is drawn', async () => {
  const ticket = await engine.submit(request({ widthPx: 1536, heightPx: 2048 }), handing);
  const started = Promise.withResolvers<void>();
  const picture = engine.follow(ticket, { signal: never, onProgress: () => started.resolve() });
  await started.promise;
  await engine.cancel(ticket);
  const fault = await picture.then(
    () => null,
    (error: unknown) => error,
  );
  expect(fault).toBeInstanceOf(EngineFault);
  expect(fault instanceof EngineFault && fault.kind).toBe('cancelled');
  const next = await engine.follow(await engine.submit(request(), handing), silent);
  expect(next.widthPx).toBe(192);
});

test('every style is another picture, by its own name and by the name of a preset', async () => {
  const pictures = await Promise.all(
    ['realistic', 'cartoon', 'anime', 'line', 'pixel'].map(async (stylePreset) => {
      const ticket = await engine.submit(request({ stylePreset }), handing);
      return Buffer.from((await engine.follow(ticket, silent)).bytes).toString('base64');
    }),
  );
  expect(new Set(pictures).size).toBe(5);
  const named = await engine.submit(request({ stylePreset: 'anything', shading: 'cel' }), handing);
  const cel = await engine.follow(named, silent);
  expect(Buffer.from(cel.bytes).toString('base64')).toBe(pictures[2]);
});

test('a scene is drawn: light, backdrop and framing change the picture, a transparent one has clean alpha', async () => {
  const draw = async (scene: PoseTransferRequest['scene']): Promise<Uint8Array> =>
    (await engine.follow(await engine.submit(request({ scene }), handing), silent)).bytes;
  const scenes = [
    undefined,
    { light: 'dramatic' },
    { backdrop: 'arch' },
    { backdrop: '#aa3344' },
    { framing: 'bust' },
    { transparent: true },
  ] as const;
  const pictures: Uint8Array[] = [];
  for (const scene of scenes) pictures.push(await draw(scene));
  expect(new Set(pictures.map((bytes) => Buffer.from(bytes).toString('base64'))).size).toBe(6);
  const { channels } = await sharp(pictures.at(-1)).stats();
  expect(channels[3]).toMatchObject({ min: 0, max: 255 });
});

const clip = (wish: Partial<ImageToVideoRequest> = {}): ImageToVideoRequest => ({
  ...{ kind: 'image-to-video', picture: { bytes: new Uint8Array(), mediaType: 'image/png' } },
  ...{ move: 'wave', look, pose: request().pose, prompt: '', seconds: 0.4, seed: 7 },
  ...{ widthPx: 97, heightPx: 128 },
  ...wish,
});

test('a clip is an animated WebP of all frames that goes round, an MP4 with it where there is an ffmpeg', async () => {
  const fractions: number[] = [];
  const made = await engine.follow(
    JSON.parse(JSON.stringify(await engine.submit(clip(), handing))),
    { signal: never, onProgress: ({ fraction }) => fractions.push(fraction ?? -1) },
  );
  if (made.kind !== 'clip') throw new Error('That is no clip.');
  expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
  expect([fractions[0], fractions.at(-1)]).toEqual([0, 1]);
  expect([made.widthPx, made.heightPx, made.seconds]).toEqual([98, 128, 0.4]);
  const webp = made.mediaType === 'image/webp' ? made : made.alternatives?.[0];
  const meta = await sharp(webp?.bytes, { animated: true }).metadata();
  expect([meta.pages, meta.width, meta.pageHeight, meta.loop]).toEqual([8, 98, 128, 0]);
  expect((await sharp(made.poster?.bytes).metadata()).width).toBe(98);
  if (Bun.which('ffmpeg')) {
    expect(made.mediaType).toBe('video/mp4');
    expect(Buffer.from(made.bytes.subarray(4, 8)).toString()).toBe('ftyp');
  }
});

test('a clip is cancelled between frames, and what cannot be moved is refused', async () => {
  const ticket = await engine.submit(clip({ seconds: 6, widthPx: 384, heightPx: 512 }), handing);
  const fault = await engine
    .follow(ticket, { signal: never, onProgress: () => void engine.cancel(ticket) })
    .catch((error: unknown) => error);
  expect(fault instanceof EngineFault && fault.kind).toBe('cancelled');
  for (const wrong of [{ look: null }, { pose: null }, { seconds: 60 }, { widthPx: 4000 }]) {
    const refused = await engine.submit(clip(wrong), handing).catch((error: unknown) => error);
    expect(refused instanceof EngineFault && refused.kind).toBe('invalid_input');
  }
});

test('a picture is enlarged to the size that was asked for; one that is none is refused', async () => {
  const small = await sharp({ create: { width: 40, height: 60, channels: 3, background: '#a52' } })
    .jpeg()
    .toBuffer();
  const picture = { bytes: small, mediaType: 'image/jpeg' };
  const size = { widthPx: 160, heightPx: 240 };
  const ticket = await engine.submit({ kind: 'upscale', picture, ...size }, handing);
  const made = await engine.follow(ticket, silent);
  const meta = await sharp(made.bytes).metadata();
  expect([meta.width, meta.height]).toEqual([160, 240]);
  const broken = { bytes: new Uint8Array([1, 2, 3]), mediaType: 'image/jpeg' };
  const wrong = await engine.submit({ kind: 'upscale', picture: broken, ...size }, handing);
  const fault = await engine.follow(wrong, silent).catch((error: unknown) => error);
  expect(fault instanceof EngineFault && fault.kind).toBe('invalid_input');
});

test('a face is swapped by whoever was lent for it, and why it cannot be is passed on as it is', async () => {
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const picture = { bytes: png, mediaType: 'image/png' };
  const request = { kind: 'face-swap', face: picture, target: picture, seed: 5 } as const;
  const kind = (e: typeof engine): boolean => e.capabilities.some((c) => c.kind === 'face-swap');
  expect(kind(engine)).toBe(false);
  const able = createLocalEngine({
    pool,
    faces: { swapFace: async (bytes) => ({ bytes, widthPx: 8, heightPx: 8 }) },
  });
  expect(kind(able)).toBe(true);
  const made = await able.follow(await able.submit(request, handing), silent);
  expect([made.widthPx, made.kind, made.seed]).toEqual([8, 'picture', 5]);
  const why = new Fault({ code: 'FACE_SWAP_NO_FACE', status: 422, message: 'No.', fix: 'Other.' });
  const unable = createLocalEngine({ pool, faces: { swapFace: () => Promise.reject(why) } });
  const told = unable.follow(await unable.submit(request, handing), silent);
  expect(await told.catch((error: unknown) => error)).toBe(why);
});

test('work on pictures that another process took is handed over again at no cost', async () => {
  const picture = { bytes: new Uint8Array([1]), mediaType: 'image/png' };
  const ticket = await engine.submit(
    { kind: 'upscale', picture, widthPx: 10, heightPx: 10 },
    handing,
  );
  const fault = await createLocalEngine({ pool })
    .follow(ticket, silent)
    .catch((error: unknown) => error);
  expect(fault).toMatchObject({ kind: 'result_expired', costUsd: 0 });
});

test('a ticket of something else is refused as expired', async () => {
  const fault = await engine.follow({ version: 0 }, silent).then(
    () => null,
    (error: unknown) => error,
  );
  expect(fault instanceof EngineFault && fault.kind).toBe('result_expired');
});

test('a picture larger than the engine can draw is refused before it starts', async () => {
  const fault = await engine.submit(request({ widthPx: 4096 }), handing).then(
    () => null,
    (error: unknown) => error,
  );
  expect(fault instanceof EngineFault && fault.kind).toBe('invalid_input');
});
