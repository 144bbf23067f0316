// Photos beside the figures their suggestion gives: `bun bench/figure-likeness.ts <out.png> <photo>...`; photos stay where they are.
import { existsSync } from 'node:fs';
import type { LookChoice } from '@lumiku/contract';
import { createVision } from '@lumiku/vision';
import sharp from 'sharp';
import { lookOf } from './figure-sheets/looks.ts';
import { atEase } from './figure-sheets/poses.ts';
import { drawSheet } from './figure-sheets/sheet.ts';

const SIDE = 340;
const [out, ...photos] = process.argv.slice(2);
if (!out || photos.length === 0 || !photos.every((photo) => existsSync(photo))) {
  console.error(
    'Say where the sheet goes and name photos: bun bench/figure-likeness.ts <out.png> <photo>...',
  );
  process.exit(1);
}

const vision = createVision({ memoryLimitMb: 1500, recycleAfter: 100, timeoutMs: 60_000 });
const seen: { photo: Buffer; suggestion: LookChoice }[] = [];
for (const path of photos) {
  const bytes = await Bun.file(path).bytes();
  const report = await vision.look(bytes);
  const [face] = report.faces;
  if (!report.usable || !face) {
    console.error(`${path}: ${report.problems.map(({ message }) => message).join(' ')}`);
    continue;
  }
  console.log(path, JSON.stringify(report.suggestion));
  const { box } = face;
  const side = Math.min(report.width, report.height, Math.round(box.height * report.height * 2.6));
  const left = Math.round((box.x + box.width / 2) * report.width - side / 2);
  const top = Math.round((box.y + box.height / 2) * report.height - side * 0.45);
  const within = (at: number, most: number) => Math.max(0, Math.min(at, most - side));
  const photo = await sharp(bytes)
    .rotate()
    .extract({
      left: within(left, report.width),
      top: within(top, report.height),
      width: side,
      height: side,
    })
    .resize(SIDE, SIDE)
    .png()
    .toBuffer();
  seen.push({ photo, suggestion: report.suggestion });
}
await vision.close();
const figures = `${out}.figures.png`;
const cells = seen.map(({ suggestion }, at) => {
  const look = lookOf({ hairStyle: 'short', gender: 'unisex', ...suggestion });
  return { label: `${at + 1}`, look, pose: atEase(look.gender), yaw: 0, framing: 'bust' as const };
});
await drawSheet(figures, cells, { columns: cells.length, widthPx: SIDE, heightPx: SIDE });
const drawn = await sharp(figures).metadata();
await sharp({
  create: { width: drawn.width, height: drawn.height + SIDE, channels: 3, background: '#ffffff' },
})
  .composite([
    ...seen.map(({ photo }, at) => ({ input: photo, left: at * SIDE, top: 0 })),
    { input: figures, left: 0, top: SIDE },
  ])
  .png()
  .toFile(out);
await Bun.file(figures).delete();
console.log(`${seen.length} of ${photos.length} photos drawn to ${out}`);
