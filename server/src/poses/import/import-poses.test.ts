import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from 'bun:test';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { createVision } from '@lumiku/vision';
import { samplePhotos } from '@lumiku/vision/testing';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { createPhotos } from '../../photos/index.ts';
import { poseTemplates } from '../tables.ts';
import { type PosesBench, startPosesBench } from '../testing/poses-bench.ts';
import { readImportFolder } from './import-folder.ts';
import { readImportLabels } from './import-labels.ts';
import { Skipped, skippedBy } from './import-picture.ts';
import { type ImportOutcome, importPoses } from './import-poses.ts';

// Pictures are looked at one after another, beside whatever else the machine does.
setDefaultTimeout(120_000);

const photos = samplePhotos();
const vision = createVision({ memoryLimitMb: 1500, recycleAfter: 1000, timeoutMs: 60_000 });
let bench: PosesBench;
let folder: string;
beforeAll(async () => {
  bench = await startPosesBench();
  folder = await mkdtemp(join(tmpdir(), 'lumiku-import-'));
  await fill(folder);
}, 120_000);
afterAll(async () => {
  await Promise.all([bench.stop(), vision.close()]);
  await rm(folder, { recursive: true, force: true });
});

/** A PNG that says it holds two hundred megapixels, and would unpack to them. */
function hugePng(): Uint8Array {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(20_000, 0);
  size.writeUInt32BE(10_000, 4);
  size.set([8, 2, 0, 0, 0], 8);
  const chunk = (kind: string, data: Uint8Array): Buffer => {
    const named = Buffer.concat([Buffer.from(kind), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(Buffer.alloc(60_001))),
    chunk('IEND', new Uint8Array()),
  ]);
}

async function fill(root: string): Promise<void> {
  await mkdir(join(root, 'more'));
  await copyFile(photos.footballer, join(root, 'a_kick-01.jpg'));
  await copyFile(photos.footballer, join(root, 'more', 'copy.jpg'));
  await sharp(photos.footballer).flop().jpeg().toFile(join(root, 'b-mirrored.jpg'));
  await copyFile(photos.cat, join(root, 'cat.png'));
  await copyFile(photos.astronaut, join(root, 'half.png'));
  const whole = await readFile(photos.footballer);
  await writeFile(join(root, 'broken.jpg'), whole.subarray(0, whole.length / 2));
  await writeFile(join(root, 'notes.txt'), 'not a picture');
  await copyFile(join(root, 'notes.txt'), join(root, 'more', 'notes.md'));
  await writeFile(join(root, 'empty.png'), '');
  await writeFile(join(root, 'scan.png'), hugePng());
  await sharp(photos.cat).resize(60).png().toFile(join(root, 'tiny.png'));
  await writeFile(
    join(root, 'labels.csv'),
    'file,gender,name,name_id,tags\na_kick-01.jpg,men,Long kick,Tendangan panjang,sport|football\n',
  );
}

async function run(root: string, signal = new AbortController().signal): Promise<ImportOutcome[]> {
  const { files, labels } = await readImportFolder(root);
  const labelOf = labels === null ? () => ({ tags: [] }) : await readImportLabels(labels);
  const deps = { db: bench.db, photos: createPhotos({ vision }), index: bench.poses.index };
  return await Array.fromAsync(importPoses(deps, files, labelOf, signal));
}

describe('importing a folder', () => {
  test('interrupted after one picture it goes on with the next', async () => {
    const stop = new AbortController();
    const { files } = await readImportFolder(folder);
    const deps = { db: bench.db, photos: createPhotos({ vision }), index: bench.poses.index };
    const seen: ImportOutcome[] = [];
    const labelOf = await readImportLabels(join(folder, 'labels.csv'));
    for await (const outcome of importPoses(deps, files, labelOf, stop.signal)) {
      seen.push(outcome);
      stop.abort();
    }
    expect(seen.map(({ path, outcome }) => [path, outcome])).toEqual([
      ['a_kick-01.jpg', 'imported'],
    ]);
  });

  test('interrupted while a picture is looked at it ends quietly and leaves that one for the next run', async () => {
    const stop = new AbortController();
    const { files } = await readImportFolder(folder);
    const waits = {
      detectPoses: (_photo: Uint8Array, signal?: AbortSignal) =>
        new Promise<never>((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
          stop.abort();
        }),
    };
    const deps = { db: bench.db, photos: waits, index: bench.poses.index };
    const outcomes = importPoses(deps, files, () => ({ tags: [] }), stop.signal);
    const seen = await Array.fromAsync(outcomes);
    expect(seen.map(({ path, outcome }) => [path, outcome])).toEqual([
      ['a_kick-01.jpg', 'done before'],
    ]);
  });

  test('makes templates, and says of each other file why it did not', async () => {
    const outcomes = new Map((await run(folder)).map((one) => [one.path, one]));
    expect(outcomes.get('a_kick-01.jpg')?.outcome).toBe('done before');
    const reasons = Object.fromEntries(
      [...outcomes.values()].flatMap(({ path, reason }) => (reason ? [[path, reason]] : [])),
    );
    expect(reasons).toEqual({
      'b-mirrored.jpg': 'like_another',
      'broken.jpg': 'unreadable',
      'cat.png': 'nobody',
      'empty.png': 'not_a_picture',
      'half.png': 'half_body',
      'more/copy.jpg': 'same_file',
      'more/notes.md': 'not_a_picture',
      'notes.txt': 'not_a_picture',
      'scan.png': 'too_many_pixels',
      'tiny.png': 'too_small',
    });
    expect(outcomes.get('more/copy.jpg')?.detail).toContain('a_kick-01.jpg');
  });

  test('a template has what the table says of its picture, and is listed for everybody', async () => {
    const [row] = await bench.db
      .select()
      .from(poseTemplates)
      .where(eq(poseTemplates.source, 'import'));
    expect(row).toMatchObject({
      names: { en: 'Long kick', id: 'Tendangan panjang' },
      gender: 'male',
      tags: ['sport', 'football'],
    });
    const before = bench.poses.index.size;
    await bench.poses.refresh();
    expect(bench.poses.index.size).toBe(before + 1);
    const ayu = await bench.addPerson();
    expect((await bench.ask(`/api/poses/${row?.id}`, ayu)).status).toBe(200);
    expect((await bench.ask(`/api/poses/${row?.id}/thumbnail.webp`, null)).status).toBe(200);
  });

  test('a second time does nothing', async () => {
    const outcomes = await run(folder);
    expect(outcomes.filter(({ outcome }) => outcome === 'imported')).toEqual([]);
  });

  test('a mask tells which of two people is meant', async () => {
    const root = await mkdtemp(join(tmpdir(), 'lumiku-masks-'));
    try {
      const left = await sharp(photos.footballer).resize(420).toBuffer();
      const two = sharp({ create: { width: 840, height: 280, channels: 3, background: '#777' } });
      await two
        .composite([
          { input: left, left: 0, top: 0 },
          { input: left, left: 420, top: 0 },
        ])
        .jpeg()
        .toFile(join(root, 'two.jpg'));
      const white = {
        create: { width: 420, height: 280, channels: 3, background: '#fff' },
      } as const;
      await sharp({ create: { width: 840, height: 280, channels: 3, background: '#000' } })
        .composite([{ input: await sharp(white).png().toBuffer(), left: 0, top: 0 }])
        .png()
        .toFile(join(root, 'two_mask.png'));
      const { files } = await readImportFolder(root);
      expect(files.map(({ path, mask }) => [path, mask !== null])).toEqual([['two.jpg', true]]);
      const [outcome] = await run(root);
      expect(outcome?.reason).not.toBe('several_people');
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  });
});

describe('what an operator did wrong', () => {
  test('a folder that is not there, a table with a wrong line', async () => {
    await expect(readImportFolder('/no/such/folder')).rejects.toMatchObject({
      code: 'IMPORT_FOLDER_UNREADABLE',
    });
    const table = join(folder, 'wrong.csv');
    await writeFile(table, 'file,gender\na.jpg,martian\n');
    await expect(readImportLabels(table)).rejects.toThrow('Line 2 of wrong.csv has the gender');
    await writeFile(table, 'title\nx\n');
    await expect(readImportLabels(table)).rejects.toThrow('has no picture');
    await rm(table);
  });

  test('a file that may not be read is skipped for that reason', () => {
    const error = Object.assign(new Error('denied'), { code: 'EACCES' });
    expect(skippedBy(error)).toBeInstanceOf(Skipped);
    expect(skippedBy(error).reason).toBe('no_permission');
  });
});
