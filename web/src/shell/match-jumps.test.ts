import { expect, test } from 'bun:test';
import { matchJumps } from './match-jumps.ts';

const jumps = [{ label: 'Home' }, { label: 'Dark appearance' }, { label: 'History' }];

test('nothing typed shows everything in its order', () => {
  expect(matchJumps(jumps, '  ')).toEqual(jumps);
});

test('every typed word must begin a word of the name, in any order and case', () => {
  expect(matchJumps(jumps, 'H').map((jump) => jump.label)).toEqual(['Home', 'History']);
  expect(matchJumps(jumps, 'app dark').map((jump) => jump.label)).toEqual(['Dark appearance']);
  expect(matchJumps(jumps, 'pear')).toEqual([]);
});
