import { expect, test } from 'bun:test';
import type { PictureMeasure } from '@lumiku/app-kit';
import { measureResult } from './measure-result.ts';

const pose = {
  oks: 0.9,
  worstLimb: null,
  worstLimbDegrees: null,
  facing: true,
  tiltDegrees: 0,
  isMirrored: false,
  verdict: 'pass',
  passes: true,
} as const;

function measuring(seen: PictureMeasure) {
  return measureResult(
    {
      photos: { measure: async () => seen },
      policy: { identityBar: 0.5 },
      log: { warn: () => undefined },
    },
    { id: crypto.randomUUID(), signal: new AbortController().signal },
    { bytes: new Uint8Array() },
    {},
  );
}

test('one person in the pose passes', async () => {
  const scores = await measuring({ pose, identity: null, people: 1 });
  expect(scores).toMatchObject({ people: 1, passes: true, pose: { match: 0.9, passes: true } });
});

test('where nobody can be made out, as in some line art, the pose is unknown and not a failure of 0 %', async () => {
  const missed = { ...pose, oks: 0, verdict: 'fail', passes: false } as const;
  const scores = await measuring({ pose: missed, identity: null, people: 0 });
  expect(scores).toMatchObject({ people: 0, passes: null, pose: null });
});
