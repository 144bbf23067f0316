import { expect, test } from 'bun:test';
import {
  SCENE_ASPECTS,
  SCENE_BACKDROPS,
  SCENE_FRAMINGS,
  SCENE_LIGHTS,
  Scene,
  SceneAspect,
  SceneBackdrop,
  SceneFraming,
  SceneLight,
  scenePixels,
  scenePrompt,
} from './scene.ts';

test('every choice of a scene has its words, once', () => {
  const ids = (choices: readonly { id: string }[]): string[] => choices.map(({ id }) => id);
  expect(ids(SCENE_LIGHTS).toSorted()).toEqual(SceneLight.options.toSorted());
  expect(ids(SCENE_BACKDROPS).toSorted()).toEqual(SceneBackdrop.options.toSorted());
  expect(ids(SCENE_FRAMINGS).toSorted()).toEqual(SceneFraming.options.toSorted());
  expect(ids(SCENE_ASPECTS).toSorted()).toEqual(SceneAspect.options.toSorted());
});

test('the shorter side is what was asked for and both are multiples of 8', () => {
  expect(SceneAspect.options.map((aspect) => Object.values(scenePixels(aspect, 768)))).toEqual([
    [768, 768],
    [768, 960],
    [768, 1024],
    [768, 1368],
    [1368, 768],
  ]);
});

test('a scene is told in words as far as it was chosen', () => {
  expect(scenePrompt({})).toBe('');
  expect(scenePrompt({ light: 'golden', backdrop: 'arch' })).toBe(
    'warm low golden hour light, cream wall with a terracotta arch behind the person',
  );
  expect(scenePrompt({ framing: 'bust', backdrop: '#aabbcc' })).toBe(
    'head and shoulders portrait, plain background in the colour #aabbcc',
  );
  expect(scenePrompt({ transparent: true, backdrop: 'arch' })).toBe('plain white background');
});

test('a colour that is none is refused', () => {
  expect(Scene.safeParse({ backdrop: '#FFF' }).success).toBe(false);
  expect(Scene.safeParse({ backdrop: 'beach' }).success).toBe(false);
  expect(Scene.safeParse({ backdrop: '#0a0b0c', aspect: '9:16' }).success).toBe(true);
});
