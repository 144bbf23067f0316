import { afterAll, expect, setDefaultTimeout, test } from 'bun:test';
import { Fault } from '@lumiku/contract';
import sharp from 'sharp';
import { createVision } from './create-vision.ts';
import {
  asIs,
  blurred,
  part,
  plainColour,
  relit,
  scaled,
  sideBySide,
} from './testing/altered-photos.ts';
import { samplePhotos } from './testing/sample-photos.ts';

// The child loads its networks anew, beside whatever else the machine does.
setDefaultTimeout(120_000);

const photos = samplePhotos();
const vision = createVision({ memoryLimitMb: 1500, recycleAfter: 1000, timeoutMs: 100_000 });
afterAll(() => vision.close());

const refusal = async (face: Uint8Array, target: Uint8Array): Promise<string> =>
  vision.swapFace(face, target).then(
    () => 'swapped',
    (error: unknown) => (error instanceof Fault ? error.code : String(error)),
  );

/** Mean difference of two pictures' bytes within a box. */
async function difference(
  one: Uint8Array,
  other: Uint8Array,
  box: { left: number; top: number; width: number; height: number },
): Promise<number> {
  const pixels = (file: Uint8Array): Promise<Buffer> =>
    sharp(file).removeAlpha().extract(box).raw().toBuffer();
  const [a, b] = [await pixels(one), await pixels(other)];
  return a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0) / a.length;
}

test('a face in other light is put in, its colours matched; nothing outside the face changes', async () => {
  const target = await asIs(photos.astronaut);
  const face = await part(photos.astronaut, { left: 140, top: 0, width: 200, height: 230 });
  const darker = await sharp(face)
    .resize(600)
    .linear([0.72, 0.78, 0.9], [0, 0, 0])
    .png()
    .toBuffer();
  const made = await vision.swapFace(darker, target);
  expect([made.widthPx, made.heightPx]).toEqual([512, 512]);
  const outside = { left: 0, top: 230, width: 512, height: 282 };
  expect(await difference(target, made.bytes, outside)).toBe(0);
  const inside = { left: 195, top: 90, width: 60, height: 60 };
  const changed = await difference(target, made.bytes, inside);
  expect(changed).toBeGreaterThan(0);
  // The same face: after the colours are matched it lies nearly where it was.
  expect(changed).toBeLessThan(14);
  expect(await vision.compareFaces(target, made.bytes)).toBeGreaterThan(0.6);
});

test('what would not look right is refused, and the person is told why', async () => {
  const bearded = await asIs(photos.bearded);
  const astronaut = await asIs(photos.astronaut);
  const nobody = await plainColour('#889988');
  const glasses = await part(photos.threeTimesGlasses, {
    ...{ left: 0, top: 0, width: 387, height: 580 },
  });
  expect(await refusal(nobody, astronaut)).toBe('FACE_SWAP_NO_FACE');
  expect(await refusal(astronaut, nobody)).toBe('FACE_SWAP_NO_FACE_IN_TARGET');
  const two = await sideBySide(photos.astronaut, photos.astronaut);
  expect(await refusal(two, astronaut)).toBe('FACE_SWAP_SEVERAL_FACES');
  expect(await refusal(bearded, two)).toBe('FACE_SWAP_SEVERAL_FACES_IN_TARGET');
  expect(await refusal(await scaled(photos.astronaut, 300), bearded)).toBe(
    'FACE_SWAP_FACE_TOO_SMALL',
  );
  expect(await refusal(glasses, bearded)).toBe('FACE_SWAP_GLASSES');
  expect(await refusal(bearded, astronaut)).toBe('FACE_SWAP_NOT_ALIKE');
});

test('a face that is not lit on one side, or lies under hair, is refused before anything is drawn', async () => {
  const half = await sharp(await relit(photos.bearded, 1))
    .composite([
      {
        input: {
          create: { width: 150, height: 300, channels: 4, background: '#1a120cff' },
        },
        left: 200,
        top: 330,
      },
    ])
    .png()
    .toBuffer();
  expect(await refusal(half, await asIs(photos.bearded))).toMatch(/FACE_COVERED|NO_FACE/);
});

test('a blurred face, and a picture whose face is behind a bar, are refused for just that', async () => {
  const bearded = await asIs(photos.bearded);
  expect(await refusal(await blurred(photos.bearded, 7), bearded)).toBe('FACE_SWAP_BLURRED');
  // Over one cheek, as a hand or a cup would be.
  const bar = { width: 75, height: 100, channels: 3, background: '#3355aa' } as const;
  const covered = await sharp(bearded)
    .composite([{ input: { create: bar }, left: 190, top: 375 }])
    .png()
    .toBuffer();
  expect(await refusal(bearded, covered)).toBe('FACE_SWAP_TARGET_COVERED');
});

test('a picture that cannot be read is the photo’s fault', async () => {
  expect(await refusal(new Uint8Array([1, 2, 3]), await asIs(photos.astronaut))).toBe(
    'PHOTO_UNREADABLE',
  );
});
