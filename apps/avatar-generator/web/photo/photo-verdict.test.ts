import { expect, test } from 'bun:test';
import type { PhotoReport } from '@lumiku/contract';
import { photoVerdict } from './photo-verdict.ts';

const good: PhotoReport = {
  width: 1200,
  height: 1600,
  people: 1,
  faces: [
    {
      box: { x: 0.3, y: 0.2, width: 0.3, height: 0.4 },
      confidence: 0.98,
      yaw: 2,
      pitch: 1,
      roll: 0,
      heightPx: 640.4,
    },
  ],
  usable: true,
  problems: [],
  suggestion: {},
  certainty: {},
};

test('a photo without problems is called good, with the size of the face', () => {
  const verdict = photoVerdict({ ...good, certainty: { skinColour: 0.8 } });
  expect(verdict.tone).toBe('good');
  expect(verdict.title.en).toBe('One face, well lit');
  expect(verdict.text.en).toContain('640 px');
});

test('a photo whose light does not show the skin is not called well lit', () => {
  expect(photoVerdict(good)).toMatchObject({ tone: 'good', title: { en: 'One face' } });
});

test('a warning leaves the photo usable and says how to mend it', () => {
  const verdict = photoVerdict({
    ...good,
    problems: [{ code: 'blurred', severity: 'warn', message: 'm', fix: 'f' }],
  });
  expect(verdict.tone).toBe('doubtful');
  expect(verdict.title.id).toBe('Kurang tajam');
});

test('what stops the photo is said before what only warns', () => {
  const verdict = photoVerdict({
    ...good,
    usable: false,
    problems: [
      { code: 'too_dark', severity: 'warn', message: 'm', fix: 'f' },
      { code: 'several_people', severity: 'stop', message: 'm', fix: 'f' },
    ],
  });
  expect(verdict.tone).toBe('wrong');
  expect(verdict.title.en).toBe('More than one person');
});
