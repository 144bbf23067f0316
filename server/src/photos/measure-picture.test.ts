import { afterAll, describe, expect, setDefaultTimeout, test } from 'bun:test';
import { readFile } from 'node:fs/promises';
import { renderFigure } from '@lumiku/figure';
import { poseLibrary, solveLibraryPose } from '@lumiku/poses';
import { createVision } from '@lumiku/vision';
import { samplePhotos } from '@lumiku/vision/testing';
import sharp from 'sharp';
import { createPhotos } from './create-photos.ts';

// Networks are loaded and figures drawn, beside whatever else the machine does.
setDefaultTimeout(90_000);

const vision = createVision({ memoryLimitMb: 1500, recycleAfter: 1000, timeoutMs: 60_000 });
const photos = createPhotos({ vision });
const samples = samplePhotos();
afterAll(() => vision.close());

function posed(id: string) {
  const pose = poseLibrary.find((one) => one.id === id);
  if (!pose) throw new Error(`no pose ${id}`);
  return { solved: solveLibraryPose(pose), ...pose.camera };
}

async function drawn(id: string, size = { widthPx: 384, heightPx: 512 }): Promise<Uint8Array> {
  const { solved, ...camera } = posed(id);
  const picture = renderFigure({
    ...{ pose: solved, look: 'clay', camera, ...size },
    ...{ backdrop: '#e6e5e2', smoothEdges: true, seed: 1 },
  });
  const raw = { width: picture.widthPx, height: picture.heightPx, channels: picture.channels };
  return await sharp(picture.pixels, { raw }).png().toBuffer();
}

describe('measuring a finished picture', () => {
  test('the pose it was made for passes, another one does not and says which limb is off', async () => {
    const own = await drawn('contrapposto-hand-on-hip');
    const right = await photos.measure(own, { pose: posed('contrapposto-hand-on-hip') });
    expect(right.people).toBe(1);
    expect(right.pose?.oks).toBeGreaterThan(0.8);
    expect(right.pose?.verdict).not.toBe('fail');
    const wrong = await photos.measure(own, { pose: posed('stretch-up') });
    expect(wrong.pose).toMatchObject({ verdict: 'fail', passes: false });
    expect(wrong.pose?.worstLimbDegrees).toBeGreaterThan(60);
    expect(wrong.pose?.worstLimb).toMatch(/arm/);
  });

  test('without a pose only people are counted, without a face nothing is said of likeness', async () => {
    const measured = await photos.measure(await readFile(samples.footballer), {});
    expect(measured).toEqual({ pose: null, identity: null, people: 1 });
    const wall = await sharp({
      create: { width: 300, height: 400, channels: 3, background: '#aabbcc' },
    })
      .png()
      .toBuffer();
    const nobody = await photos.measure(wall, {
      pose: posed('stretch-up'),
      face: await readFile(samples.astronaut),
    });
    expect(nobody).toMatchObject({ identity: null, people: 0, pose: { verdict: 'fail', oks: 0 } });
  });

  test('one person’s face is told from another’s', async () => {
    const astronaut = await readFile(samples.astronaut);
    const mirrored = await sharp(astronaut).flop().jpeg({ quality: 60 }).toBuffer();
    const bearded = await readFile(samples.bearded);
    const same = await photos.measure(mirrored, { face: astronaut });
    const other = await photos.measure(bearded, { face: astronaut });
    expect(same.identity).toBeGreaterThan(0.65);
    expect(other.identity).toBeLessThan(0.45);
  });
});
