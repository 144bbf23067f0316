// How long an accepted generation waits on an idle queue before its engine is called: from the 201 to the submit.
import type { Engine } from '@lumiku/engines/engine';
import { createTestStudio } from '@lumiku/server/testing/studio';
import sharp from 'sharp';
import { percentile, printFigures, timeEach } from './support/report.ts';
import { WIDE_LIMITS } from './support/wide-limits.ts';

const TIMES = 40;

let called = Promise.withResolvers<number>();
const bytes = new Uint8Array(
  await sharp({ create: { width: 96, height: 128, channels: 3, background: '#ccc' } })
    .png()
    .toBuffer(),
);
const engine: Engine = {
  id: 'instant',
  title: 'Instant engine',
  capabilities: [
    {
      ...{ kind: 'pose-transfer', longestSidePx: 2048, isAi: false, takesSeed: true },
      ...{ reportsProgress: false, sendsPreviews: false, cancels: false, costUsd: 0, models: [] },
    },
  ],
  submit: async () => {
    called.resolve(performance.now());
    return {};
  },
  follow: async () => ({
    ...{ kind: 'picture', bytes, mediaType: 'image/png', widthPx: 96, heightPx: 128 },
    ...{ seed: 1, source: 'algorithmicMedia' },
  }),
  cancel: async () => undefined,
  close: async () => undefined,
};

const studio = await createTestStudio({
  environment: { LUMIKU_VISION: 'off', LUMIKU_WELCOME_CREDITS: '100000', ...WIDE_LIMITS },
  overrides: { engines: [engine] },
});
const person = await studio.signUp();
const path = '/api/apps/avatar-generator';
const { data: poses } = await (await person.fetch('/api/poses?limit=1')).json();
const photo = new File([bytes], 'me.png', { type: 'image/png' });

const waits: number[] = [];
for (let at = 0; at < TIMES + 5; at += 1) {
  called = Promise.withResolvers();
  const body = new FormData();
  body.set('image', photo);
  body.set('poseTemplateId', poses[0].id);
  const answer = await person.fetch(`${path}/generate`, { method: 'POST', body });
  const acceptedAt = performance.now();
  const { data } = await answer.json();
  // The engine may be called before the answer has come all the way back.
  waits.push(Math.max(0, (await called.promise) - acceptedAt));
  while (data.status !== 'completed') {
    await Bun.sleep(20);
    data.status = (await (await person.fetch(`${path}/generations/${data.id}`)).json()).data.status;
  }
}
const ping = await timeEach(TIMES, () => person.fetch('/api/credits').then((r) => r.arrayBuffer()));
await studio.stop();
printFigures('An idle queue', [
  {
    what: 'accepted → engine called',
    unit: 'ms',
    measured: percentile(waits.slice(5), 0.5),
    tail: percentile(waits.slice(5), 0.99),
    baseline: { what: 'one small signed-in request', value: percentile(ping, 0.5) },
    target: 'p50 under 30 ms',
  },
]);
process.exit(0);
