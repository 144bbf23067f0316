import { expect, test } from 'bun:test';
import { downloadHref } from './download-links.ts';
import { aGeneration } from './testing/a-generation.ts';

const generation = aGeneration();

test('a file is named after its pose, quality and generation, whatever its kind', () => {
  expect(downloadHref(generation, 'webp')).toBe(
    '/uploads/out.png?download=arms-crossed-hd-0199a0f2&format=webp',
  );
});

test('a picture that is not there has no download', () => {
  expect(downloadHref({ ...generation, outputImageUrl: null }, 'png')).toBeNull();
});
