// From the photo on the wire to 201: sign-in, checks, upright and stripped copy, hold, rows; beside a bare handler that
// only reads the same form. Nobody works here, so only the accepting is measured.
import { createTestStudio } from '@lumiku/server/testing/studio';
import { Hono } from 'hono';
import { largePhoto } from './support/large-photo.ts';
import { type Figure, percentile, printFigures } from './support/report.ts';
import { WIDE_LIMITS } from './support/wide-limits.ts';

const AT_ONCE = [1, 20];
const REQUESTS = 60;

const photo = await largePhoto();
const studio = await createTestStudio({
  environment: { LUMIKU_ROLE: 'web', LUMIKU_WELCOME_CREDITS: '100000', ...WIDE_LIMITS },
});
const person = await studio.signUp();
const { data: poses } = await (await person.fetch('/api/poses?limit=1')).json();

const bare = new Hono();
bare.post('/', async (c) => {
  const { image } = await c.req.parseBody();
  return c.json({ bytes: image instanceof File ? (await image.arrayBuffer()).byteLength : 0 }, 201);
});
const server = Bun.serve({ port: 0, fetch: bare.fetch });

/** Bytes after the picture's end make a file nobody has seen; they are dropped when it is cleaned. */
let sent = 0;
const unseen = () => new File([photo, `${++sent}`], photo.name, { type: photo.type });

function form(image: File): FormData {
  const body = new FormData();
  body.set('image', image);
  body.set('poseTemplateId', poses[0].id);
  return body;
}
const accept = (image: File) =>
  person.fetch('/api/apps/avatar-generator/generate', { method: 'POST', body: form(image) });
const read = () => fetch(server.url, { method: 'POST', body: form(photo) });

/** Milliseconds of each of `REQUESTS`, so many of them under way at any time. */
async function measure(atOnce: number, send: () => Promise<Response>): Promise<number[]> {
  const samples: number[] = [];
  let left = REQUESTS;
  const lane = async () => {
    while (left > 0) {
      left -= 1;
      const start = performance.now();
      const answer = await send();
      await answer.arrayBuffer();
      if (answer.status !== 201) throw new Error(`it answered ${answer.status}`);
      samples.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return samples;
}

for (let at = 0; at < 5; at += 1) await (await accept(photo)).arrayBuffer();
const figures: Figure[] = [];
for (const atOnce of AT_ONCE) {
  const baseline = await measure(atOnce, read);
  for (const [photoIs, image] of [
    ['never seen', unseen],
    ['checked before', () => photo],
  ] as const) {
    const samples = await measure(atOnce, () => accept(image()));
    figures.push({
      what: `accept a generation, ${atOnce} at a time, ${photoIs}`,
      unit: 'ms',
      measured: percentile(samples, 0.5),
      tail: percentile(samples, 0.99),
      baseline: { what: 'bare Hono, same form', value: percentile(baseline, 0.5) },
      target: 'p50 60, p99 250 ms at 20',
    });
  }
}
await server.stop(true);
await studio.stop();
printFigures(`A photo of ${(photo.size / 1e6).toFixed(1)} MB and 12 megapixels`, figures);
process.exit(0);
