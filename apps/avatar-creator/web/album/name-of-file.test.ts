import { expect, test } from 'bun:test';
import { nameOfFile } from './name-of-file.ts';

test('a file somebody named becomes a name', () => {
  expect(nameOfFile('sari_merah-muda.jpg')).toBe('Sari merah muda');
  expect(nameOfFile('Budi 2.png')).toBe('Budi 2');
});

test('a name a camera or a phone gave is no name', () => {
  for (const name of [
    'IMG_20261121_101500.jpg',
    'DSC0042.JPG',
    'PXL_20260101_1.jpg',
    'image.png',
    'WhatsApp Image 2026-11-21 at 10.15.00.jpeg',
    '12345.webp',
  ]) {
    expect([name, nameOfFile(name)]).toEqual([name, '']);
  }
});
