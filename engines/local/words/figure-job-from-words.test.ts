import { describe, expect, test } from 'bun:test';
import type { TextToImageRequest } from '../../engine.ts';
import { ETHNICITIES } from './ethnicities.ts';
import { figureJobFromWords } from './figure-job-from-words.ts';

const draw = (
  words: string,
  attributes: Partial<TextToImageRequest['attributes']> = {},
  seed = 1,
) => {
  const { job, ...told } = figureJobFromWords({
    kind: 'text-to-image',
    prompt: words,
    negativePrompt: '',
    words,
    attributes: { bodyType: 'half_body', ...attributes },
    widthPx: 768,
    heightPx: 1024,
    seed,
  });
  if (job.look === 'clay') throw new Error('words are never drawn as the plain mannequin');
  return { ...told, job, look: job.look };
};
const seeds = Array.from({ length: 40 }, (_, index) => index * 7919);

describe('a figure from words', () => {
  test('what the person chose fills what their words left open, and never overrules them', () => {
    const choices = { gender: 'male', ageRange: 'mature', style: 'formal' } as const;
    expect(draw('somebody friendly', choices).look).toMatchObject({
      gender: 'male',
      ageRange: 'mature',
      outfit: 'formal',
    });
    expect(draw('a young woman in a red dress', choices).look).toMatchObject({
      gender: 'female',
      ageRange: 'young',
      outfit: 'dress',
    });
  });

  test('the seed varies what nobody chose and nothing else', () => {
    const drawn = seeds.map((seed) => draw('woman in a blue shirt, brown skin', {}, seed));
    expect(new Set(drawn.map(({ look }) => look.topColour))).toEqual(new Set(['#2f62b5']));
    expect(new Set(drawn.map(({ look }) => look.skinColour))).toEqual(new Set(['#b77f57']));
    expect(new Set(drawn.map(({ look }) => look.hairStyle)).size).toBeGreaterThan(3);
    expect(new Set(drawn.map(({ look }) => look.bottomColour)).size).toBeGreaterThan(1);
    expect(new Set(drawn.map(({ job }) => JSON.stringify(job.pose))).size).toBeGreaterThan(2);
  });

  test('the same words and seed give the same figure', () => {
    expect(draw('pria berjenggot', {}, 5)).toEqual(draw('pria berjenggot', {}, 5));
  });

  test('a chosen ethnicity gives skin and hair of its range, and words about skin count more', () => {
    for (const ethnicity of ETHNICITIES) {
      const name = ethnicity.en[0] ?? '';
      for (const seed of seeds) {
        const { look } = draw('somebody in a shirt', { ethnicity: name }, seed);
        expect(ethnicity.skinColours).toContain(look.skinColour);
        expect(ethnicity.hairColours).toContain(look.hairColour);
      }
    }
    const { look } = draw('man with fair skin', { ethnicity: 'southeast_asian' });
    expect(look.skinColour).toBe('#f3d3bd');
  });

  test('body type decides how much is seen', () => {
    expect(draw('a woman').job.camera.framing).toBe('half');
    expect(draw('a woman', { bodyType: 'full_body' }).job.camera.framing).toBe('full');
  });

  test('a hijab implies a woman where nobody said otherwise', () => {
    expect(draw('berhijab krem, kemeja putih').look).toMatchObject({
      gender: 'female',
      headCover: 'hijab',
      coverColour: '#d8c7a6',
    });
  });

  test('the note names what could not be drawn, in both languages', () => {
    const { note, unreadWords } = draw('a woman riding a dragon');
    expect(unreadWords).toEqual(['riding', 'dragon']);
    expect(note.en).toContain('riding, dragon');
    expect(note.id).toContain('riding, dragon');
    expect(draw('a woman in a red shirt').note.en).not.toContain('could not');
  });
});
