import { expect, setDefaultTimeout, test } from 'bun:test';
import { EXAMPLE_LOOKS, examplePose } from '../example-figures.ts';
import type { FigureJob } from '../figure-job.ts';
import { renderFigure } from '../picture/render-figure.ts';
import { drawBand } from './draw-band.ts';

/** Drawing shares a small machine with everything else; time is not what is tested. */
setDefaultTimeout(60_000);

const job: FigureJob = {
  pose: examplePose('crossedArms'),
  look: EXAMPLE_LOOKS[3],
  camera: { yaw: 20, pitch: 4, framing: 'half' },
  widthPx: 150,
  heightPx: 200,
  backdrop: 'transparent',
  smoothEdges: true,
  seed: 4,
};

/** The picture put together from bands of uneven heights, drawn out of order, as RGBA. */
function inBands(id: number, wanted: FigureJob): Uint8Array {
  const out = new Uint8Array(wanted.widthPx * wanted.heightPx * 4);
  for (const [from, to] of [
    [90, 131],
    [0, 17],
    [131, 200],
    [17, 90],
  ])
    out.set(drawBand({ id, job: wanted, from, to }), from * wanted.widthPx * 4);
  return out;
}

test('bands drawn alone and out of order make the picture that is drawn at once', () => {
  const whole = renderFigure(job);
  expect(Buffer.from(inBands(1, job)).equals(whole.pixels)).toBe(true);
});

test('an opaque picture has the same colours and full alpha', () => {
  const opaque: FigureJob = { ...job, backdrop: 'sunset', light: 'golden', shading: 'cel' };
  const whole = renderFigure(opaque);
  const bands = inBands(2, opaque);
  const colours = bands.filter((_, i) => i % 4 !== 3);
  expect(Buffer.from(colours).equals(whole.pixels)).toBe(true);
  expect(bands.every((byte, i) => i % 4 !== 3 || byte === 255)).toBe(true);
});

test('lines drawn band by band meet', () => {
  const lined: FigureJob = { ...job, shading: 'line' };
  expect(Buffer.from(inBands(4, lined)).equals(renderFigure(lined).pixels)).toBe(true);
});

test('a band of a job that cannot be drawn says what is wrong', () => {
  const wrong: FigureJob = { ...job, widthPx: 0 };
  expect(() => drawBand({ id: 3, job: wrong, from: 0, to: 1 })).toThrow(/16 to 4096 pixels/);
});
