import { expect, setDefaultTimeout, test } from 'bun:test';
import { SceneBackdrop, SceneLight, Shading } from '@lumiku/contract';
import { EXAMPLE_LOOKS, examplePose } from '../example-figures.ts';
import type { FigureJob, FigurePicture } from '../figure-job.ts';
import { renderFigure } from './render-figure.ts';

/** Drawing shares a small machine with everything else; time is not what is tested. */
setDefaultTimeout(60_000);

const job: FigureJob = {
  pose: examplePose('handOnHip'),
  look: EXAMPLE_LOOKS[1],
  camera: { yaw: -12, pitch: 4, framing: 'half' },
  widthPx: 192,
  heightPx: 256,
  backdrop: '#dddddd',
  smoothEdges: true,
  seed: 1,
};

const bytes = (wanted: FigureJob): string =>
  Buffer.from(renderFigure(wanted).pixels).toString('base64');

/** Colours of the picture, as `r,g,b`. */
function coloursOf({ pixels, channels }: FigurePicture): Set<string> {
  const colours = new Set<string>();
  for (let p = 0; p < pixels.length; p += channels) colours.add(pixels.subarray(p, p + 3).join());
  return colours;
}

test('every style, light and backdrop is another picture of the same size', () => {
  const small = { ...job, widthPx: 96, heightPx: 128 };
  const pictures = [
    ...Shading.options.map((shading) => ({ ...small, shading })),
    ...SceneLight.options.slice(1).map((light) => ({ ...small, light })),
    ...SceneBackdrop.options.map((backdrop) => ({ ...small, backdrop })),
  ].map((wanted) => renderFigure(wanted).pixels);
  const different = new Set(pictures.map((pixels) => Buffer.from(pixels).toString('base64')));
  expect(different.size).toBe(pictures.length);
  expect(new Set(pictures.map(({ length }) => length))).toEqual(new Set([96 * 128 * 3]));
});

test('left out, a picture is clay in soft light', () => {
  expect(bytes(job)).toBe(bytes({ ...job, shading: 'clay', light: 'soft' }));
});

test('pure white is white to the last bit beside the figure, and line art stands on white too', () => {
  for (const wanted of [
    { ...job, backdrop: 'white' },
    { ...job, shading: 'line' as const, backdrop: 'sunset' },
  ]) {
    const { pixels } = renderFigure(wanted);
    expect([...pixels.subarray(0, 3 * 20)].every((byte) => byte === 255)).toBe(true);
  }
});

test('line art is black ink on white paper, greys only where the two meet', () => {
  const { pixels } = renderFigure({ ...job, shading: 'line', widthPx: 384, heightPx: 512 });
  let between = 0;
  for (let p = 0; p < pixels.length; p += 3) if (pixels[p] > 40 && pixels[p] < 250) between++;
  expect(between / (pixels.length / 3)).toBeLessThan(0.16);
});

test('pixel art has few colours on the figure and square pixels of one size', () => {
  const wanted: FigureJob = { ...job, shading: 'pixel', backdrop: 'transparent', heightPx: 512 };
  const picture = renderFigure({ ...wanted, widthPx: 384 });
  expect(coloursOf(picture).size).toBeLessThan(120);
  const side = 4;
  for (let y = 0; y < picture.heightPx; y += 37)
    for (let x = 0; x < picture.widthPx; x += 29) {
      const cell =
        (Math.floor(y / side) * side * picture.widthPx + Math.floor(x / side) * side) * 4;
      const here = (y * picture.widthPx + x) * 4;
      expect(picture.pixels.subarray(here, here + 4)).toEqual(
        picture.pixels.subarray(cell, cell + 4),
      );
    }
});

for (const shading of Shading.options)
  test(`a transparent picture has clean alpha around the figure (${shading})`, () => {
    const picture = renderFigure({ ...job, shading, backdrop: 'transparent' });
    const alpha = (x: number, y: number): number =>
      picture.pixels[(y * picture.widthPx + x) * 4 + 3];
    for (let y = 0; y < 100; y++) expect([y, alpha(4, y)]).toEqual([y, 0]);
    expect(alpha(96, 160)).toBe(255);
  });
