import { beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test';
import { asIs, turned } from '../testing/altered-photos.ts';
import { samplePhotos } from '../testing/sample-photos.ts';
import { type Chart, drawChart, FACE_LAYOUT, HEAD_LAYOUT } from './chart.ts';
import { colourDistance, labOf } from './colour.ts';
import { findPeople, type SeenFace } from './find-people.ts';
import { growHair } from './hair-region.ts';
import { faceArea } from './head-outline.ts';
import { type Eyes, openEyes } from './look-at-photo.ts';
import { decodePhoto, type Photo } from './picture.ts';
import { readClothes } from './read-clothes.ts';
import { readHair } from './read-hair.ts';
import { readHeadCover } from './read-head-cover.ts';
import { readSkin } from './read-skin.ts';
import { sceneLight } from './white-balance.ts';

setDefaultTimeout(90_000);

let eyes: Eyes;
beforeAll(async () => {
  eyes = await openEyes();
});

async function charted(file: Uint8Array): Promise<{ photo: Photo; face: SeenFace; head: Chart }> {
  const photo = await decodePhoto(file);
  const { faces } = await findPeople(eyes.models, photo);
  const [face] = faces;
  if (!face) throw new Error('No face in the sample.');
  return { photo, face, head: drawChart(photo, face.mesh, HEAD_LAYOUT) };
}

/** The chart's pixels changed in place; `change` answers undefined to leave one. */
function paint(chart: Chart, change: (x: number, y: number) => number[] | undefined): void {
  for (let i = 0; i < chart.side * chart.side; i += 1) {
    const colour = change(i % chart.side, Math.floor(i / chart.side));
    if (colour) chart.rgb.set(colour, i * 3);
  }
}

describe('the head chart', () => {
  test('puts forehead and chin at the same places for any turn of the photo', async () => {
    for (const degrees of [0, 20, -20, 90]) {
      const { head } = await charted(await turned(samplePhotos().astronaut, degrees));
      const top = head.place(10);
      const chin = head.place(152);
      expect(top.x).toBeCloseTo(head.side / 2, 3);
      expect(chin.x).toBeCloseTo(head.side / 2, 3);
      expect(chin.y - top.y).toBeCloseTo(HEAD_LAYOUT.facePx, 3);
    }
  });

  test('shows the same clothes and hair for a photo lying on its side', async () => {
    const upright = await charted(await asIs(samplePhotos().astronaut));
    const lying = await charted(await turned(samplePhotos().astronaut, 90));
    for (const [x, y] of [
      [128, 66],
      [100, 215],
      [128, 130],
    ] as const) {
      const distance = colourDistance(upright.head.colourAt(x, y), lying.head.colourAt(x, y));
      expect(distance).toBeLessThan(18);
    }
  });

  test('tells person from background', async () => {
    const { head } = await charted(await asIs(samplePhotos().astronaut));
    const mask = eyes.masker.mask(head);
    const at = (x: number, y: number) => mask[y * head.side + x];
    expect(mask).toHaveLength(256 * 256);
    expect(at(128, 112)).toBeGreaterThan(0.9);
    expect(at(128, 66)).toBeGreaterThan(0.9);
    expect(at(128, 220)).toBeGreaterThan(0.9);
    expect(at(205, 60)).toBeLessThan(0.1);
    expect(at(30, 110)).toBeLessThan(0.1);
  });
});

/** The astronaut's head with all that is read of it before hair and covers, to be painted on. */
async function astronaut() {
  const { photo, face, head } = await charted(await asIs(samplePhotos().astronaut));
  const skin = readSkin(drawChart(photo, face.mesh, FACE_LAYOUT), sceneLight(photo, face.box));
  if (!skin) throw new Error('No skin in the sample.');
  return { face, head, skin, oval: faceArea(head), mask: eyes.masker.mask(head) };
}

describe('a cloth around the face', () => {
  const cloth = [40, 110, 120];

  async function covered(colour: number[]) {
    const { head, skin, oval, mask } = await astronaut();
    paint(head, (x, y) => {
      const around = Math.hypot((x - 128) / 48, (y - 112) / 62) < 1 && oval[y * 256 + x] === 0;
      if (around) mask[y * 256 + x] = 1;
      return around ? colour : undefined;
    });
    return { head, mask, skin };
  }

  test('is taken for a hijab of its colour', async () => {
    const { head, mask, skin } = await covered(cloth);
    const reading = readHeadCover(head, mask, skin.seen);
    expect(reading?.value).toBe('hijab');
    expect(reading?.certainty).toBeGreaterThan(0.6);
    expect(colourDistance(reading?.colour ?? [0, 0, 0], labOf([40, 110, 120]))).toBeLessThan(6);
  });

  for (const [hair, colour] of [
    ['black', [14, 12, 12]],
    ['brown', [84, 60, 40]],
  ] as const)
    test(`that could be ${hair} hair over a collar of its colour is not guessed at`, async () => {
      const { head, mask, skin } = await covered([...colour]);
      const reading = readHeadCover(head, mask, skin.seen);
      expect(reading).toBeDefined();
      expect(reading?.value).toBeUndefined();
    });

  test('is not seen where hair and neck show', async () => {
    const { head, photo, face } = await charted(await asIs(samplePhotos().astronaut));
    const skin = readSkin(drawChart(photo, face.mesh, FACE_LAYOUT), sceneLight(photo, face.box));
    if (!skin) throw new Error('No skin in the sample.');
    const mask = eyes.masker.mask(head);
    expect(readHeadCover(head, mask, skin.seen)).toBeUndefined();
    const hair = growHair(head, mask, faceArea(head), skin.seen);
    expect(hair?.bareShare).toBeLessThan(0.4);
    expect(readClothes(head, mask, hair?.area, skin.seen)).toBeDefined();
  });
});

describe('hair', () => {
  /** The astronaut with a colour painted beside her face, from the eyes to the chest. */
  async function hung(colour: readonly number[], reach: number) {
    const { face, head, skin, oval, mask } = await astronaut();
    paint(head, (x, y) => {
      const aside = Math.abs(x - 128);
      const isHung = aside > 18 && aside < reach && y > 60 && y < 200 && oval[y * 256 + x] === 0;
      if (isHung) mask[y * 256 + x] = 1;
      return isHung ? [...colour] : undefined;
    });
    const hair = growHair(head, mask, oval, skin.seen);
    if (!hair) throw new Error('No hair in the sample.');
    return readHair(head, hair, mask, { skin: skin.seen, yaw: face.yaw });
  }
  const own = [140, 130, 95];

  test('that falls beside the face to the chest is long', async () => {
    expect((await hung(own, 46)).style?.value).toBe('long');
  });

  test('is long too where somebody with such hair stands beside', async () => {
    expect((await hung(own, 110)).style?.value).toBe('long');
  });

  test('of another colour than on top is not called short: it may be the light', async () => {
    expect((await hung([30, 40, 90], 46)).style).toBeUndefined();
  });
});

describe('skin colour', () => {
  async function skinOf(paintOver: [number, number, number]) {
    const { photo, face } = await charted(await asIs(samplePhotos().astronaut));
    const chart = drawChart(photo, face.mesh, FACE_LAYOUT);
    paint(chart, () => paintOver);
    return readSkin(chart, { gains: [1, 1, 1], whiteLevel: 90, isGrey: false });
  }

  // The ends and the middle of the Monk skin tone scale (Ellis Monk, 2019; CC BY 4.0).
  for (const tone of [
    [246, 237, 228],
    [215, 189, 150],
    [130, 92, 67],
    [96, 65, 52],
    [58, 49, 42],
  ] as const) {
    test(`rgb(${tone}) stays what it is, neither lightened nor darkened`, async () => {
      const reading = await skinOf([...tone]);
      expect(colourDistance(reading?.colour ?? [0, 0, 0], labOf(tone))).toBeLessThan(9);
      expect(reading?.colour[0]).toBeCloseTo(Math.min(90, labOf(tone)[0]), 0);
    });
  }

  test('never takes the colour of a coloured lamp', async () => {
    const reading = await skinOf([90, 120, 220]);
    const [, a, b] = reading?.colour ?? [0, 0, 0];
    expect(a).toBeGreaterThan(0);
    expect(b).toBeGreaterThan(0);
    expect(reading?.certainty).toBeLessThan(0.4);
  });
});
