import { expect, test } from 'bun:test';
import { outlineOnThread } from '@lumiku/figure/outline';
import sharp from 'sharp';
import { outlinePicture } from './outline-picture.ts';
import { provenanceXmp } from './provenance.ts';

const SIDE = 120;
const drawing = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}"><circle cx="60" cy="60" r="40" fill="#fff" stroke="#000" stroke-width="6"/></svg>`,
);

/** Mean difference of two pictures' grey values at the size of the drawing. */
async function difference(one: Uint8Array, other: Uint8Array): Promise<number> {
  const grey = (file: Uint8Array) =>
    sharp(file)
      .flatten({ background: '#ffffff' })
      .resize(SIDE, SIDE)
      .toColourspace('b-w')
      .raw()
      .toBuffer();
  const [a, b] = [await grey(one), await grey(other)];
  return a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0) / a.length;
}

test('a drawing and its outlines look the same, and the mark of the picture goes with them', async () => {
  const picture = await sharp(drawing)
    .flatten({ background: '#ffffff' })
    .withXmp(provenanceXmp('algorithmicMedia', 'local'))
    .png()
    .toBuffer();
  const outlined = await outlinePicture(picture, outlineOnThread);
  expect(await difference(picture, outlined)).toBeLessThan(3);
  const text = new TextDecoder().decode(outlined);
  expect(text).toContain(`width="${SIDE}" height="${SIDE}"`);
  expect(text).toContain('digitalsourcetype/algorithmicMedia<');
});

test('a transparent sheet stays transparent around what is drawn', async () => {
  const outlined = await outlinePicture(await sharp(drawing).png().toBuffer(), outlineOnThread);
  const alpha = await sharp(outlined).resize(SIDE, SIDE).extractChannel('alpha').raw().toBuffer();
  expect([alpha[0], alpha[60 * SIDE + 60]]).toEqual([0, 255]);
  expect(new TextDecoder().decode(outlined)).not.toContain('<rect');
});
