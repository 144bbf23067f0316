import { expect, test } from 'bun:test';
import { EXAMPLE_LOOKS } from '../example-figures.ts';
import { facePlan } from './face-plan.ts';

const [, person] = EXAMPLE_LOOKS;
if (!person || person === 'clay') throw new Error('The second example look is a person.');

test('a person keeps the face when clothes, glasses and haircut change', () => {
  const changed = { ...person, outfit: 'formal', glasses: 'round', hairStyle: 'bun' } as const;
  expect(facePlan(changed, 7)).toEqual(facePlan(person, 7));
});

test('people of another skin or hair colour have other faces', () => {
  const faces = ['#e9b995', '#5a3a28', '#c99468', '#f0cdb4'].map((skinColour) =>
    JSON.stringify(facePlan({ ...person, skinColour }, 7)),
  );
  expect(new Set(faces).size).toBe(faces.length);
});

test('two pictures of one person differ less than two people', () => {
  const jaw = (skinColour: string, seed: number): number =>
    facePlan({ ...person, skinColour }, seed).jaw;
  const spread = (values: number[]): number => Math.max(...values) - Math.min(...values);
  const seeds = Array.from({ length: 200 }, (_, i) => jaw(person.skinColour, i * 7919));
  const people = Array.from({ length: 200 }, (_, i) =>
    jaw(`#${(0x603020 + i * 4099).toString(16)}`, 7),
  );
  expect(spread(seeds)).toBeLessThan(spread(people) * 0.75);
});

test('moods change the mouth and the eyes, not the shape of the face', () => {
  const calm = facePlan(person, 3);
  const laughing = facePlan({ ...person, expression: 'laugh' }, 3);
  const sad = facePlan({ ...person, expression: 'sad' }, 3);
  expect([laughing.jaw, laughing.nose, laughing.eyeX]).toEqual([calm.jaw, calm.nose, calm.eyeX]);
  expect(laughing.gape).toBeGreaterThan(0);
  expect(sad.smile).toBeLessThan(0);
});
