import { expect, test } from 'bun:test';
import { downloadHref, drawingHref } from './download-links.ts';
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

test('a picture in line art can be had as SVG, one in another style or without lines cannot', () => {
  const words = { en: '', id: '' };
  const style = { names: words, about: words, sampleUrl: '' };
  const styles = [
    { ...style, id: 'line-art', shading: 'line' as const },
    { ...style, id: 'realistic', shading: 'clay' as const },
  ];
  const drawn = aGeneration({ stylePreset: 'line-art' });
  expect(drawingHref(drawn, styles)).toBe(
    `/api/apps/avatar-generator/generations/${drawn.id}/drawing.svg`,
  );
  expect(drawingHref(generation, styles)).toBeNull();
  expect(drawingHref({ ...drawn, kind: 'clip' }, styles)).toBeNull();
  expect(drawingHref({ ...drawn, outputImageUrl: null }, styles)).toBeNull();
});
