import { expect, test } from 'bun:test';
import { CLOTHES, clothesOf } from './clothes.ts';
import { FACE_TRAIT_NAMES, FACE_TRAITS, FaceTraits } from './face-traits.ts';
import { Look, LookChoice } from './look.ts';
import { LOOK_CHOICES, LOOK_COLOURS, LOOK_RANGES } from './look-choices.ts';
import { OUTFIT_STYLES } from './look-values.ts';

const OLD_LOOK = {
  gender: 'female',
  ageRange: 'adult',
  skinColour: '#b77f57',
  hairStyle: 'long',
  hairColour: '#4a2f21',
  headCover: 'hijab',
  glasses: 'round',
  beard: 'none',
  build: 1,
  outfit: 'traditional',
  topColour: '#2f62b5',
  bottomColour: '#22304d',
  accentColour: '#c9a13b',
};

test('a look stored before the later choices existed is read as it was', () => {
  expect(Look.parse(OLD_LOOK)).toEqual(Look.parse(OLD_LOOK));
  for (const hairStyle of ['bald', 'buzz', 'short', 'curly', 'afro', 'bob', 'ponytail', 'bun'])
    expect(Look.safeParse({ ...OLD_LOOK, hairStyle }).success).toBe(true);
});

test('every choice has a title, and every value a name in both languages that no other value of it has', () => {
  for (const { title, values, names } of Object.values(LOOK_CHOICES)) {
    expect(title.en && title.id).toBeTruthy();
    const named: Record<string, { en: string; id: string }> = names;
    expect(Object.keys(named).sort()).toEqual([...values].sort());
    for (const language of ['en', 'id'] as const) {
      const said = values.map((value) => named[value]?.[language]);
      expect(new Set(said).size).toBe(values.length);
    }
  }
});

test('every choice, swatch and end of a range is one the contract accepts', () => {
  for (const [key, { values }] of Object.entries(LOOK_CHOICES))
    for (const value of values)
      expect(LookChoice.parse({ [key]: value })).toEqual({ [key]: value });
  for (const [key, { swatches }] of Object.entries(LOOK_COLOURS))
    for (const hex of swatches) expect(LookChoice.parse({ [key]: hex })).toEqual({ [key]: hex });
  for (const [key, { min, max }] of Object.entries(LOOK_RANGES))
    for (const size of [min, 1, max])
      expect(LookChoice.parse({ [key]: size })).toEqual({ [key]: size });
});

test('every style has several outfits, each in several colourways the contract accepts', () => {
  for (const style of OUTFIT_STYLES) expect(clothesOf(style).length).toBeGreaterThanOrEqual(4);
  for (const { colourways } of Object.values(CLOTHES)) {
    expect(colourways.length).toBeGreaterThanOrEqual(3);
    for (const { top, bottom, accent } of colourways)
      LookChoice.parse({ topColour: top, bottomColour: bottom, accentColour: accent });
  }
});

test('every trait of a face has words for itself and for both of its ends', () => {
  expect(Object.keys(FACE_TRAIT_NAMES)).toEqual([...FACE_TRAITS]);
  expect(Object.keys(FaceTraits.shape)).toEqual([...FACE_TRAITS]);
  for (const { title, low, high } of Object.values(FACE_TRAIT_NAMES))
    for (const words of [title, low, high]) expect(words.en && words.id).toBeTruthy();
});
