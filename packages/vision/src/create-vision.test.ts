import { afterAll, describe, expect, setDefaultTimeout, test } from 'bun:test';
import { fileURLToPath } from 'node:url';
import { Fault, PhotoReport } from '@lumiku/contract';
import { createVision } from './create-vision.ts';
import {
  asIs,
  blurred,
  farAway,
  mirrored,
  noise,
  part,
  plainColour,
  relit,
  scaled,
  sideBySide,
  turned,
} from './testing/altered-photos.ts';
import { samplePhotos } from './testing/sample-photos.ts';

// Every child loads its networks anew, beside whatever else the machine does.
setDefaultTimeout(90_000);

const photos = samplePhotos();
const vision = createVision({ memoryLimitMb: 1500, recycleAfter: 1000, timeoutMs: 60_000 });
afterAll(() => vision.close());

const OWNER = fileURLToPath(new URL('./testing/owner-process.ts', import.meta.url));

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function codes(report: PhotoReport, severity?: 'stop' | 'warn'): string[] {
  return report.problems
    .filter((problem) => !severity || problem.severity === severity)
    .map(({ code }) => code);
}

describe('who is in a photo', () => {
  test('one clear face is found, placed and free of problems', async () => {
    const report = PhotoReport.parse(await vision.look(await asIs(photos.astronaut)));
    expect(report).toMatchObject({ width: 512, height: 512, people: 1, usable: true });
    expect(report.problems).toEqual([]);
    const [face] = report.faces;
    expect(report.faces).toHaveLength(1);
    expect((face?.box.x ?? 0) + (face?.box.width ?? 0) / 2).toBeCloseTo(0.44, 1);
    expect((face?.box.y ?? 0) + (face?.box.height ?? 0) / 2).toBeCloseTo(0.24, 1);
    expect(Math.abs(face?.yaw ?? 99)).toBeLessThan(15);
    expect(Math.abs(face?.roll ?? 99)).toBeLessThan(10);
  });

  test('two faces stop the photo and say how many there are', async () => {
    const report = await vision.look(await sideBySide(photos.astronaut, photos.astronaut));
    expect(codes(report, 'stop')).toEqual(['several_people']);
    expect(report.people).toBe(2);
    expect(report.problems[0]?.message).toContain('2 faces');
    expect(report.suggestion).toEqual({});
  });

  test('a second person without a visible face is noticed', async () => {
    const report = await vision.look(await sideBySide(photos.astronaut, photos.photographer));
    expect(codes(report, 'warn')).toContain('several_people');
    expect(report.people).toBe(2);
  });

  test('a person whose face is hidden is told from a photo without anyone', async () => {
    const hidden = await vision.look(await asIs(photos.photographer));
    const nobody = await vision.look(await plainColour('#c0a080'));
    expect(codes(hidden)).toEqual(['no_face']);
    expect(codes(nobody)).toEqual(['no_face']);
    expect(hidden.problems[0]?.message).toContain('There is a person');
    expect(nobody.problems[0]?.message).toBe('No face was found in this photo.');
    expect(nobody.people).toBe(0);
  });

  test('noise and a cat are no faces', async () => {
    expect(codes(await vision.look(await noise()))).toEqual(['no_face']);
    expect(codes(await vision.look(await asIs(photos.cat)))).toEqual(['no_face']);
  });

  test('a face small in a large photo is found', async () => {
    const report = await vision.look(await farAway(photos.astronaut));
    expect(report).toMatchObject({ width: 3000, height: 4000, usable: true });
    expect(report.faces[0]?.heightPx).toBeGreaterThan(120);
    expect(report.faces[0]?.heightPx).toBeLessThan(240);
  });
});

describe('what is wrong with a photo', () => {
  test('a face of too few pixels stops it', async () => {
    const report = await vision.look(await scaled(photos.astronaut, 220));
    expect(codes(report, 'stop')).toEqual(['face_too_small']);
    expect(report.problems[0]?.message).toMatch(/^The face is \d\d pixels high/);
  });

  test('a face in the dark stops it, a dim one is warned about', async () => {
    expect(codes(await vision.look(await relit(photos.astronaut, 0.1)), 'stop')).toEqual([
      'too_dark',
    ]);
    expect(codes(await vision.look(await relit(photos.astronaut, 0.19)), 'warn')).toContain(
      'too_dark',
    );
  });

  test('a face lost in white is noticed', async () => {
    expect(codes(await vision.look(await relit(photos.bearded, 1.6, 60)))).toContain('too_bright');
  });

  test('a blurred face is warned about, a sharp one is not', async () => {
    expect(codes(await vision.look(await blurred(photos.bearded, 7)))).toEqual(['blurred']);
    expect(codes(await vision.look(await asIs(photos.bearded)))).toEqual([]);
  });

  test('a face cut by the edge is warned about', async () => {
    const cut = await part(photos.astronaut, { left: 205, top: 0, width: 300, height: 300 });
    expect(codes(await vision.look(cut))).toContain('face_cut_off');
  });

  test('a photo upside down is told to be so', async () => {
    const report = await vision.look(await turned(photos.astronaut, 180));
    expect(codes(report, 'stop')).toEqual(['no_face']);
    expect(report.problems[0]).toMatchObject({ message: 'This photo is upside down.' });
  });

  test('a photo on its side is told to be so', async () => {
    for (const degrees of [90, 270]) {
      const report = await vision.look(await turned(photos.astronaut, degrees));
      expect(report.problems.map(({ message }) => message).join()).toContain('turned on its side');
    }
  });

  test('turning the head in the picture plane is measured with its sign', async () => {
    const right = await vision.look(await turned(photos.astronaut, 15));
    const left = await vision.look(await turned(photos.astronaut, -15));
    expect(right.faces[0]?.roll).toBeLessThan(-8);
    expect(left.faces[0]?.roll).toBeGreaterThan(8);
  });

  test('a mirrored face is turned to the other side', async () => {
    const seen = await vision.look(await asIs(photos.bearded));
    const flopped = await vision.look(await mirrored(photos.bearded));
    expect(seen.faces[0]?.yaw).toBeLessThan(-2);
    expect(flopped.faces[0]?.yaw).toBeGreaterThan(2);
  });
});

describe('the look that is suggested', () => {
  const channels = (hex = '#000000') =>
    [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

  test('light skin, short brownish hair, no beard, no glasses, orange suit', async () => {
    const { suggestion, certainty } = await vision.look(await asIs(photos.astronaut));
    const [skinR = 0, skinG = 0, skinB = 0] = channels(suggestion.skinColour);
    expect(skinR).toBeGreaterThan(190);
    expect(skinR).toBeGreaterThan(skinG);
    expect(skinG).toBeGreaterThan(skinB);
    const [hairR = 0, , hairB = 0] = channels(suggestion.hairColour);
    expect(hairR).toBeLessThan(180);
    expect(hairR).toBeGreaterThan(hairB + 20);
    const [topR = 0, , topB = 0] = channels(suggestion.topColour);
    expect(topR - topB).toBeGreaterThan(90);
    expect(suggestion).toMatchObject({
      hairStyle: 'short',
      beard: 'none',
      glasses: 'none',
      headCover: 'none',
    });
    expect(Object.keys(certainty).toSorted()).toEqual(Object.keys(suggestion).toSorted());
  });

  test('a goatee and very dark hair are seen', async () => {
    const { suggestion } = await vision.look(await asIs(photos.bearded));
    expect(suggestion).toMatchObject({ beard: 'goatee', glasses: 'none', gender: 'male' });
    expect(Math.max(...channels(suggestion.hairColour))).toBeLessThan(70);
  });

  for (const [who, left] of [
    ['first', 30],
    ['second', 540],
  ] as const)
    test(`long hair is long hair and no cover, whoever stands beside (${who} of four friends)`, async () => {
      const box = { left, top: 240, width: 480, height: 700 };
      const { suggestion } = await vision.look(await part(photos.fourFriends, box));
      expect(suggestion).toMatchObject({ hairStyle: 'long', headCover: 'none', beard: 'none' });
      const [skinR = 0, , skinB = 0] = channels(suggestion.skinColour);
      expect(skinR - skinB).toBeGreaterThan(40);
      expect(Math.max(...channels(suggestion.hairColour))).toBeLessThan(90);
    });

  test('glasses and light stubble are seen', async () => {
    const one = await part(photos.threeTimesGlasses, { left: 0, top: 0, width: 387, height: 580 });
    const { suggestion } = await vision.look(one);
    expect(suggestion).toMatchObject({ glasses: 'square', beard: 'stubble' });
    expect(suggestion.hairStyle).toBe('short');
  });

  test('a dim photo of light skin suggests no skin colour, in good light it does', async () => {
    for (const photo of [photos.astronaut, photos.bearded])
      for (const dimmed of [0.6, 0.35]) {
        const { suggestion } = await vision.look(await relit(photo, dimmed));
        expect([photo, dimmed, suggestion.skinColour]).toEqual([photo, dimmed, undefined]);
        expect(suggestion.hairStyle).not.toBe('bald');
      }
  });

  test('clothes and the top of the head are left out when they are not in the photo', async () => {
    const face = await part(photos.astronaut, { left: 160, top: 62, width: 130, height: 126 });
    const { suggestion } = await vision.look(face);
    expect(suggestion.skinColour).toBeDefined();
    expect(suggestion.topColour).toBeUndefined();
  });
});

describe('the process behind it', () => {
  const failure = async (promise: Promise<unknown>) =>
    promise.then(
      () => undefined,
      (error: unknown) => error,
    );

  test('a killed child costs one clear answer, the next photo works', async () => {
    await using own = ownVision({});
    await own.vision.warmUp();
    const pid = own.vision.processId() ?? 0;
    process.kill(pid, 'SIGSTOP');
    const looking = failure(own.vision.look(await plainColour('#808080')));
    process.kill(pid, 'SIGKILL');
    const fault = await looking;
    expect(fault).toBeInstanceOf(Fault);
    expect(fault).toMatchObject({ code: 'VISION_UNAVAILABLE', status: 503 });
    expect((await own.vision.look(await plainColour('#808080'))).usable).toBe(false);
    expect(own.vision.processId()).not.toBe(pid);
  });

  test('a child that hangs is ended after the time-out and replaced', async () => {
    await using own = ownVision({ timeoutMs: 1_500 });
    await own.vision.warmUp();
    const pid = own.vision.processId() ?? 0;
    process.kill(pid, 'SIGSTOP');
    expect(await failure(own.vision.look(await plainColour('#808080')))).toMatchObject({
      code: 'VISION_UNAVAILABLE',
    });
    expect(() => process.kill(pid, 0)).toThrow();
  });

  test('a child over its memory limit is replaced, and the answer still arrives', async () => {
    await using own = ownVision({ memoryLimitMb: 1 });
    expect((await own.vision.look(await asIs(photos.astronaut))).people).toBe(1);
    expect(own.vision.processId()).toBeUndefined();
    expect((await own.vision.look(await asIs(photos.astronaut))).people).toBe(1);
  });

  test('a child is replaced after so many photos', async () => {
    await using own = ownVision({ recycleAfter: 2 });
    await own.vision.look(await plainColour('#808080'));
    const pid = own.vision.processId();
    expect(pid).toBeDefined();
    await own.vision.look(await plainColour('#808080'));
    expect(own.vision.processId()).toBeUndefined();
  });

  test('an idle child is ended and comes back when asked', async () => {
    await using own = ownVision({ idleAfterMs: 1 });
    await own.vision.warmUp();
    while (own.vision.processId() !== undefined) await Bun.sleep(5);
    expect((await own.vision.look(await plainColour('#808080'))).people).toBe(0);
  });

  test('giving up while waiting leaves the others their turn', async () => {
    const picture = await plainColour('#808080');
    const stop = new AbortController();
    const first = vision.look(picture);
    const second = failure(vision.look(picture, stop.signal));
    const third = vision.look(picture);
    stop.abort(new Error('no longer wanted'));
    expect(await second).toMatchObject({ message: 'no longer wanted' });
    expect((await first).people).toBe(0);
    expect((await third).people).toBe(0);
  });

  test('a file that is no picture is the photo’s fault, not the child’s', async () => {
    await vision.warmUp();
    const pid = vision.processId();
    const fault = await failure(vision.look(new TextEncoder().encode('not a picture')));
    expect(fault).toMatchObject({ code: 'PHOTO_UNREADABLE', status: 422 });
    expect(vision.processId()).toBe(pid);
  });

  test('nothing is answered after closing, and no process is left', async () => {
    const own = createVision({ memoryLimitMb: 1500, recycleAfter: 9, timeoutMs: 60_000 });
    await own.warmUp();
    const pid = own.processId() ?? 0;
    await own.close();
    expect(() => process.kill(pid, 0)).toThrow();
    expect(await failure(own.warmUp())).toMatchObject({ code: 'VISION_UNAVAILABLE' });
  });

  test('the process ends with the one that started it, even when that one is killed', async () => {
    const owner = Bun.spawn([process.execPath, OWNER], { stdout: 'pipe', stdin: 'pipe' });
    const reader = owner.stdout.getReader();
    const { value } = await reader.read();
    const pid = Number(new TextDecoder().decode(value));
    expect(pid).toBeGreaterThan(1);
    process.kill(pid, 0);
    owner.kill('SIGKILL');
    await owner.exited;
    while (isRunning(pid)) await Bun.sleep(10);
    expect(isRunning(pid)).toBe(false);
  });

  function ownVision(changed: Partial<Parameters<typeof createVision>[0]>) {
    const own = createVision({
      memoryLimitMb: 1500,
      recycleAfter: 1000,
      timeoutMs: 60_000,
      ...changed,
    });
    return { vision: own, [Symbol.asyncDispose]: () => own.close() };
  }
});
