import { expect, test } from 'bun:test';
import type { AppCard } from '@lumiku/contract';
import { pricesOf } from './prices-of.ts';

function card(id: string, prices: Record<string, number>, isEnabled = true): AppCard {
  const words = { en: id, id };
  return {
    id,
    name: words,
    description: words,
    icon: 'images',
    version: '1.0.0',
    routePrefix: `/api/apps/${id}`,
    prices,
    access: { requiresAuthentication: true, requiresSubscription: false, roles: ['user'] },
    flags: { enabled: isEnabled, beta: false, comingSoon: false },
    tile: { order: 1, colour: 'purple' },
  };
}
const picture = { key: 'base', words: { en: 'A picture', id: 'Satu gambar' } };
const hd = { key: 'hd', words: { en: 'In HD', id: 'Dalam HD' }, isExtra: true };

test('prices come in the order and words of the app, not of the manifest', () => {
  const rows = pricesOf([card('generator', { hd: 2, base: 5 })], () => [picture, hd]);
  expect(rows.map((row) => [row.words.en, row.credits, row.isExtra])).toEqual([
    ['A picture', 5, false],
    ['In HD', 2, true],
  ]);
});

test('a price the screens have no words for is still shown', () => {
  const rows = pricesOf([card('generator', { base: 5, clip: 20 })], () => [picture, hd]);
  expect(rows.map((row) => row.words.en)).toEqual(['A picture', 'clip']);
});

test('an app that is off shows no price', () => {
  expect(pricesOf([card('generator', { base: 5 }, false)], () => [picture])).toEqual([]);
});
