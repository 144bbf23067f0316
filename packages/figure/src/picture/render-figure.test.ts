import { expect, setDefaultTimeout, test } from 'bun:test';
import { projectPoint } from '@lumiku/pose-kit';
import { EXAMPLE_LOOKS, EXAMPLE_POSES, examplePose } from '../example-figures.ts';
import type { FigureJob, FigurePicture } from '../figure-job.ts';
import { cameraFor } from './camera-for.ts';
import { renderFigure } from './render-figure.ts';

/** Drawing shares a small machine with everything else; time is not what is tested. */
setDefaultTimeout(60_000);

const COCO_JOINTS = [
  'nose',
  'leftShoulder',
  'rightShoulder',
  'leftElbow',
  'rightElbow',
  'leftWrist',
  'rightWrist',
  'leftHip',
  'rightHip',
  'leftKnee',
  'rightKnee',
  'leftAnkle',
  'rightAnkle',
  'leftEye',
  'rightEye',
] as const;

const jobFor = (pose: FigureJob['pose'], look: FigureJob['look'], yaw = 0): FigureJob => ({
  pose,
  look,
  camera: { yaw, pitch: 5, framing: 'full' },
  widthPx: 192,
  heightPx: 256,
  backdrop: 'transparent',
  smoothEdges: false,
  seed: 1,
});

const isFigure = (picture: FigurePicture, x: number, y: number): boolean =>
  picture.pixels[(Math.floor(y) * picture.widthPx + Math.floor(x)) * picture.channels + 3] === 255;

/** The nose is a point of the outline in profile, so a joint may fall one pixel beside the figure. */
const touchesFigure = (picture: FigurePicture, x: number, y: number): boolean =>
  [-1, 0, 1].some((dx) => [-1, 0, 1].some((dy) => isFigure(picture, x + dx, y + dy)));

for (const name of EXAMPLE_POSES)
  test(`the figure covers every joint of its skeleton (${name})`, () => {
    for (const [i, look] of EXAMPLE_LOOKS.entries()) {
      const job = jobFor(examplePose(name), look, [0, 35, -70][i % 3]);
      const picture = renderFigure(job);
      const camera = cameraFor(job);
      for (const joint of COCO_JOINTS) {
        const at = projectPoint(camera, job.pose.joints[joint]);
        expect([joint, touchesFigure(picture, at.x, at.y)]).toEqual([joint, true]);
      }
    }
  });

test('the figure stays inside the picture', () => {
  for (const name of EXAMPLE_POSES.filter((n) => n !== 'leaning')) {
    const picture = renderFigure(jobFor(examplePose(name), 'clay'));
    const { widthPx: w, heightPx: h } = picture;
    for (let x = 0; x < w; x++)
      expect([isFigure(picture, x, 0), isFigure(picture, x, h - 1)]).toEqual([false, false]);
    for (let y = 0; y < h; y++)
      expect([isFigure(picture, 0, y), isFigure(picture, w - 1, y)]).toEqual([false, false]);
  }
});

test('on a transparent backdrop nothing is left of the floor but the shadow', () => {
  const picture = renderFigure(jobFor(examplePose('standing'), 'clay'));
  const alpha = (x: number, y: number): number => picture.pixels[(y * picture.widthPx + x) * 4 + 3];
  // The key light comes from the left, so the shadow falls to the right.
  for (let y = 0; y < picture.heightPx; y++) expect([y, alpha(8, y)]).toEqual([y, 0]);
  const shadow = Array.from({ length: picture.heightPx }, (_, y) => alpha(150, y));
  expect(Math.max(...shadow)).toBeGreaterThan(20);
});

test('every attribute of a look changes the picture', () => {
  const base = EXAMPLE_LOOKS[1];
  if (base === 'clay') throw new Error('The second example look is a person.');
  const render = (look: FigureJob['look']): string =>
    Buffer.from(
      renderFigure({ ...jobFor(examplePose('standing'), look), backdrop: '#dddddd' }).pixels,
    ).toString('base64');
  const variants = [
    base,
    ...(['male', 'unisex'] as const).map((gender) => ({ ...base, gender })),
    ...(['adult', 'mature'] as const).map((ageRange) => ({ ...base, ageRange })),
    ...(['bald', 'buzz', 'short', 'curly', 'afro', 'bob', 'ponytail', 'bun'] as const).map(
      (hairStyle) => ({ ...base, hairStyle }),
    ),
    ...(['round', 'square', 'sun'] as const).map((glasses) => ({ ...base, glasses })),
    ...(['stubble', 'moustache', 'short', 'full'] as const).map((beard) => ({ ...base, beard })),
    ...(['formal', 'sporty', 'professional', 'traditional', 'dress'] as const).map((outfit) => ({
      ...base,
      outfit,
    })),
    ...(['neutral', 'smile', 'laugh', 'serious', 'surprised', 'sad'] as const).map(
      (expression) => ({ ...base, expression }),
    ),
    { ...base, headCover: 'hijab' as const },
    { ...base, build: 1.25 },
    { ...base, skinColour: '#5a3a28' },
    { ...base, hairColour: '#a06a32' },
    { ...base, topColour: '#aa3333' },
    { ...base, bottomColour: '#333333' },
    { ...base, accentColour: '#33aa33' },
  ];
  expect(new Set(variants.map(render)).size).toBe(variants.length);
});

test('each of the three colours shows on every outfit', () => {
  const base = EXAMPLE_LOOKS[1];
  if (base === 'clay') throw new Error('The second example look is a person.');
  const bytes = (look: FigureJob['look']): Buffer =>
    Buffer.from(renderFigure(jobFor(examplePose('standing'), look)).pixels);
  for (const gender of ['female', 'male'] as const)
    for (const outfit of [
      'casual',
      'formal',
      'sporty',
      'professional',
      'traditional',
      'dress',
    ] as const) {
      const dressed = { ...base, gender, outfit };
      const before = bytes(dressed);
      for (const colour of ['topColour', 'bottomColour', 'accentColour'] as const)
        expect([
          gender,
          outfit,
          colour,
          before.equals(bytes({ ...dressed, [colour]: '#8844cc' })),
        ]).toEqual([gender, outfit, colour, false]);
    }
});

test('the same seed gives the same bytes and another seed another picture', () => {
  const job = { ...jobFor(examplePose('handOnHip'), EXAMPLE_LOOKS[1]), smoothEdges: true };
  const first = Buffer.from(renderFigure(job).pixels);
  renderFigure(jobFor(examplePose('jumping'), 'clay'));
  expect(first.equals(renderFigure(job).pixels)).toBe(true);
  expect(first.equals(renderFigure({ ...job, seed: 2 }).pixels)).toBe(false);
});

test('a view drawn after another view of the same figure has the bytes it has alone', () => {
  const front = jobFor(examplePose('handOnHip'), EXAMPLE_LOOKS[1]);
  const side = { ...front, camera: { ...front.camera, yaw: 70 } };
  const alone = Buffer.from(renderFigure(side).pixels);
  renderFigure(jobFor(examplePose('jumping'), 'clay'));
  renderFigure(front);
  expect(alone.equals(renderFigure(side).pixels)).toBe(true);
});

test('a size or backdrop that cannot be drawn is refused with what is allowed', () => {
  const job = jobFor(examplePose('standing'), 'clay');
  expect(() => renderFigure({ ...job, widthPx: 0 })).toThrow(/16 to 4096 pixels/);
  expect(() => renderFigure({ ...job, backdrop: 'blue' })).toThrow(/#rrggbb or transparent/);
});
