import { describe, expect, test } from 'bun:test';
import { PhotoProblem } from '@lumiku/contract';
import type { FaceQuality } from './face-quality.ts';
import type { SeenFace, SeenPeople } from './find-people.ts';
import { countPeople, judgePhoto } from './judge-photo.ts';
import type { Photo } from './picture.ts';

const photo: Photo = {
  width: 1000,
  height: 1000,
  rgb: new Uint8Array(),
  fullWidth: 2000,
  fullHeight: 2000,
};
const good: FaceQuality = { shade: 60, lit: 70, sharpness: 0.5 };

function face(changed: Partial<SeenFace> = {}): SeenFace {
  const box = { left: 400, top: 300, width: 160, height: 200 };
  return { mesh: [], box, confidence: 0.9, yaw: 0, pitch: 0, roll: 0, ...changed };
}

function judged(people: Partial<SeenPeople>, quality: FaceQuality = good): string[] {
  return judgePhoto(photo, { faces: [face()], bodies: [], ...people }, quality).map((problem) => {
    PhotoProblem.parse(problem);
    return `${problem.severity} ${problem.code}`;
  });
}

describe('the verdict on a photo', () => {
  test('a good face has no problem', () => {
    expect(judged({})).toEqual([]);
  });

  test('face height counts in pixels of the photo as it was sent', () => {
    const high = (height: number) => face({ box: { left: 400, top: 300, width: 30, height } });
    expect(judged({ faces: [high(31)] })).toEqual(['stop face_too_small']);
    expect(judged({ faces: [high(33)] })).toEqual(['warn face_too_small']);
    expect(judged({ faces: [high(46)] })).toEqual([]);
  });

  test('a passer-by far behind is no second person', () => {
    const behind = face({ box: { left: 50, top: 300, width: 40, height: 50 } });
    expect(judged({ faces: [face(), behind] })).toEqual([]);
    const beside = face({ box: { left: 50, top: 300, width: 90, height: 110 } });
    expect(judged({ faces: [face(), beside] })).toEqual(['stop several_people']);
  });

  test('someone seen from behind is warned about, but not a box within the same person', () => {
    const own = { left: 250, top: 250, width: 450, height: 750, score: 0.8 };
    const other = { left: 710, top: 250, width: 280, height: 750, score: 0.5 };
    const arm = { left: 260, top: 550, width: 400, height: 440, score: 0.5 };
    const faint = { ...other, score: 0.2 };
    expect(judged({ bodies: [own] })).toEqual([]);
    expect(judged({ bodies: [own, other] })).toEqual(['warn several_people']);
    expect(judged({ bodies: [own, arm] })).toEqual([]);
    expect(judged({ bodies: [own, faint] })).toEqual([]);
    expect(countPeople({ faces: [face()], bodies: [own, other] })).toBe(2);
  });

  test('a face turned far away stops, one turned half away warns', () => {
    expect(judged({ faces: [face({ yaw: -50 })] })).toEqual(['warn turned_away']);
    expect(judged({ faces: [face({ yaw: 80 })] })).toEqual(['stop turned_away']);
    expect(judged({ faces: [face({ yaw: 40 })] })).toEqual([]);
  });

  test('light is judged on the face', () => {
    expect(judged({}, { ...good, lit: 8 })).toEqual(['stop too_dark']);
    expect(judged({}, { ...good, lit: 15 })).toEqual(['warn too_dark']);
    expect(judged({}, { ...good, lit: 25, shade: 18 })).toEqual([]);
    expect(judged({}, { ...good, lit: 100, shade: 90 })).toEqual(['warn too_bright']);
    expect(judged({}, { ...good, lit: 100, shade: 100 })).toEqual(['stop too_bright']);
  });

  test('a face mostly outside the photo stops, a cut edge warns', () => {
    const at = (left: number) => face({ box: { left, top: 300, width: 100, height: 120 } });
    expect(judged({ faces: [at(-2)] })).toEqual([]);
    expect(judged({ faces: [at(-15)] })).toEqual(['warn face_cut_off']);
    expect(judged({ faces: [at(-50)] })).toEqual(['stop face_cut_off']);
  });

  test('what stops comes before what warns', () => {
    const small = face({ yaw: 50, box: { left: 400, top: 300, width: 20, height: 25 } });
    expect(judged({ faces: [small] })).toEqual(['stop face_too_small', 'warn turned_away']);
  });
});
