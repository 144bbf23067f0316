import { describe, expect, test } from 'bun:test';
import { Look } from '@lumiku/contract';
import { completeLook } from './complete-look.ts';

describe('completing a look', () => {
  test('nothing known gives a whole, neutral look', () => {
    expect(Look.safeParse(completeLook({}, {})).success).toBe(true);
    expect(completeLook({}, {}).gender).toBe('unisex');
  });

  test('the person’s word counts more than the photo, the photo more than neutral', () => {
    const look = completeLook({ glasses: 'round', beard: 'full' }, { glasses: 'none' });
    expect(look).toMatchObject({ glasses: 'none', beard: 'full', outfit: 'casual' });
  });

  test('a guessed head cover gives way to hair the person chose', () => {
    expect(completeLook({ headCover: 'hijab' }, {}).headCover).toBe('hijab');
    expect(completeLook({ headCover: 'hijab' }, { hairStyle: 'bob' }).headCover).toBe('none');
    const both = completeLook({}, { headCover: 'hijab', hairStyle: 'bob' });
    expect(both.headCover).toBe('hijab');
  });

  test('an outfit asked for by name brings its style; one trait of a face keeps the others', () => {
    expect(completeLook({}, { clothes: 'kebaya' }).outfit).toBe('traditional');
    const face = completeLook({ face: { lips: 0.5, chin: -0.25 } }, { face: { lips: 0 } }).face;
    expect(face).toEqual({ lips: 0, chin: -0.25 });
  });
});
