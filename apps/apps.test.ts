import { afterAll, expect, test } from 'bun:test';
import type { AppScreens } from '@lumiku/app-kit/web';
import { AppCard } from '@lumiku/contract';
import { createTestStudio } from '@lumiku/server/testing/studio';
import { z } from 'zod';
import * as screensByName from './screens.ts';

const studio = await createTestStudio();
afterAll(() => studio.stop());
const ayu = await studio.signUp();
const { data: cards } = z
  .object({ data: z.array(AppCard) })
  .parse(await (await ayu.fetch('/api/apps')).json());
const screens = Object.values<AppScreens>(screensByName);

test('every app people may open has screens, and every screen has its app', () => {
  expect(screens.map(({ id }) => id).sort()).toEqual(cards.map(({ id }) => id).sort());
});

test('no two screens have the same address', () => {
  const paths = screens.flatMap((app) => app.screens.map(({ path }) => path));
  expect(new Set(paths).size).toBe(paths.length);
});

test.each(cards.map((card) => [card.id, card] as const))(
  'the tile of %s leads to a screen of its own and gets its figures',
  async (id, card) => {
    const own = screens.find((app) => app.id === id);
    expect(own?.screens.map(({ path }) => path)).toContain(own?.home ?? '');
    if (card.tile.statsPath === undefined) return;
    const answer = await ayu.fetch(`${card.routePrefix}${card.tile.statsPath}`);
    const { data } = z
      .object({ data: z.record(z.string(), z.number()) })
      .parse(await answer.json());
    expect(own?.tileLine?.(data)).toBeDefined();
  },
);
