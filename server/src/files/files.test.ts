import { afterEach, beforeEach, describe, expect, test } from 'bun:test';
import { mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fault } from '@lumiku/contract';
import { outlineOnThread } from '@lumiku/figure/outline';
import sharp from 'sharp';
import { createFiles, type Files } from './create-files.ts';
import { createDiskStorage } from './disk-storage.ts';
import { safeStem } from './file-name.ts';
import { STORAGE_BENCHES, type StorageBench } from './testing/storage-benches.ts';
import { parseUploadUrl } from './upload-path.ts';

const LIMITS = { sizeBytesMax: 10_000_000, pixelsMax: 40_000_000 };
const clock = { now: () => new Date() };
const HOUR_MS = 3_600_000;
let bench: StorageBench;
let files: Files;

const jpeg = () =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: '#336699' } })
    .jpeg()
    .toBuffer();
const upload = async (name = 'Me at the beach.JPG') => new File([await jpeg()], name);
const fileNames = async () =>
  (await bench.everything()).map((path) => path.split('/').at(-1) ?? '');
const fileOf = (url: string) => url.replace('/uploads/', '');
const makeOld = (url: string) => bench.makeOld(fileOf(url));

describe('names', () => {
  test('a path in the file name, unicode and length leave only a safe name', () => {
    const names: [string, string][] = [
      ['../../etc/passwd', 'passwd'],
      ['C:\\Users\\ayu\\Foto Saya.jpeg', 'foto-saya'],
      ['..', 'picture'],
      ['.htaccess', 'picture'],
      ['写真.png', 'picture'],
      ['Crème brûlée.webp', 'creme-brulee'],
      ['a\u0000b\u202Egpj.exe', 'a-b-gpj'],
      ['%2e%2e%2f.jpg', '2e-2e-2f'],
      ['x'.repeat(500), 'x'.repeat(60)],
      ['', 'picture'],
    ];
    for (const [given, safe] of names) expect(safeStem(given)).toBe(safe);
  });

  test('no traversal is a stored URL', () => {
    const evil = [
      '/uploads/../secret',
      '/uploads/app/../../etc/passwd',
      '/uploads/app/u/../x.jpg',
      '/uploads/app/u/.hidden',
      '/uploads/app/u/%2e%2e%2fx',
      '/uploads/app/u/a/b.jpg',
      '/uploads/app/u/a\\b.jpg',
      '/uploads//u/a.jpg',
      '/uploads/app/u/a\u0000.jpg',
    ];
    for (const url of evil) expect(parseUploadUrl(url)).toBeNull();
  });
});

test('a full disk is said in plain words and leaves nothing behind', async () => {
  // A real ENOSPC from a real device; Linux has it, elsewhere there is none to be had.
  const folder = await mkdtemp(join(tmpdir(), 'lumiku-files-'));
  const storage = createDiskStorage(folder, () => open('/dev/full', 'w'));
  const full = createFiles({ storage, limits: LIMITS, clock, outline: outlineOnThread });
  const error: unknown = await full
    .forApp('my-app')
    .accept({ userId: 'u', file: await upload() })
    .catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'STORAGE_FULL', status: 503 });
  const left = await readdir(folder, { recursive: true, withFileTypes: true });
  expect(left.filter((entry) => entry.isFile())).toEqual([]);
  await rm(folder, { recursive: true });
});

describe.each(STORAGE_BENCHES)('kept in %s', (_, start) => {
  beforeEach(async () => {
    bench = await start();
    files = createFiles({
      storage: bench.storage,
      limits: LIMITS,
      clock,
      outline: outlineOnThread,
    });
  });
  afterEach(() => bench.stop());

  describe('images of an app', () => {
    test('an uploaded file lands under its app and user with time and safe name', async () => {
      const { url } = await files
        .forApp('my-app')
        .accept({ userId: 'user-1', file: await upload('../../../tmp/Me & you.jpg') });
      expect(url).toMatch(/^\/uploads\/my-app\/user-1\/\d{13}-me-you-[0-9a-f]{8}\.jpg$/);
      expect(await fileNames()).toEqual([url.split('/').at(-1) ?? '']);
    });

    test('what is accepted can be read, made small and removed, and removing again is fine', async () => {
      const images = files.forApp('my-app');
      const stored = await images.accept({ userId: 'u', file: await upload() });
      expect(stored).toMatchObject({ mediaType: 'image/jpeg', widthPx: 64, heightPx: 48 });
      expect((await images.read(stored.url)).byteLength).toBe(stored.sizeBytes);
      const small = await images.thumbnail(stored, 'u', 16);
      expect(small).toMatchObject({ mediaType: 'image/webp', widthPx: 16, heightPx: 12 });
      await images.remove([stored.url, null, undefined, small.url]);
      await images.remove([stored.url]);
      expect(await fileNames()).toEqual([]);
      expect(await images.read(stored.url).catch((error: unknown) => error)).toBeInstanceOf(Fault);
    });

    test("another app's pictures can neither be read nor removed", async () => {
      const stored = await files.forApp('a').accept({ userId: 'u', file: await upload() });
      const other = files.forApp('b');
      expect(await other.read(stored.url).catch((error: unknown) => error)).toBeInstanceOf(Fault);
      await other.remove([stored.url, '/etc/passwd', '/uploads/b/../a/u/x.jpg']);
      expect(await fileNames()).toHaveLength(1);
    });

    test('a picture this server made carries its mark, also in its thumbnail', async () => {
      const images = files.forApp('my-app');
      const made = await images.store({
        userId: 'u',
        name: 'result',
        bytes: await sharp(await jpeg())
          .png()
          .toBuffer(),
        mediaType: 'image/png',
        source: 'algorithmicMedia',
        engine: 'local <&>',
      });
      expect(made.mediaType).toBe('image/png');
      const small = await images.thumbnail(made, 'u', 32);
      for (const { url } of [made, small]) {
        const { xmp } = await sharp(await images.read(url)).metadata();
        const mark = xmp?.toString() ?? '';
        expect(mark).toContain('http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia');
        expect(mark).toContain('Lumiku local &#60;&#38;&#62;');
      }
    });

    test('a broken picture from an engine is not stored', async () => {
      const error: unknown = await files
        .forApp('my-app')
        .store({
          userId: 'u',
          name: 'result',
          bytes: (await jpeg()).subarray(0, 200),
          mediaType: 'image/jpeg',
          source: 'algorithmicMedia',
          engine: 'local',
        })
        .catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: 'PICTURE_BROKEN', status: 502 });
      expect(await fileNames()).toEqual([]);
    });
  });

  describe('the orphan sweeper', () => {
    test('removes old files no row names, also half-written ones, and nothing else', async () => {
      const images = files.forApp('my-app');
      const [named, orphan, young] = await Promise.all(
        ['named', 'orphan', 'young'].map(async (name) =>
          images.accept({ userId: 'u', file: await upload(`${name}.jpg`) }),
        ),
      );
      if (!named || !orphan || !young) throw new Error('three were uploaded');
      const half = '/uploads/my-app/u/.0b0e7c1a-0000-4000-8000-000000000000.part';
      await bench.put(fileOf(half), 'half a picture');
      for (const url of [named.url, orphan.url, half]) await makeOld(url);
      const report = await files.sweep({
        apps: new Map([['my-app', async () => [named.url]]]),
        userIds: ['u'],
        graceMs: HOUR_MS,
      });
      expect(report.removed.sort()).toEqual([half, orphan.url].sort());
      expect(report).toMatchObject({ missing: [], kept: 2, unknownApps: [] });
      expect((await fileNames()).sort()).toEqual(
        [named.url, young.url].map((url) => url.split('/').at(-1) ?? '').sort(),
      );
    });

    test('removes what people without an account left, and their folder', async () => {
      const { url } = await files.forApp('my-app').accept({ userId: 'gone', file: await upload() });
      await makeOld(url);
      const report = await files.sweep({
        apps: new Map([['my-app', async () => []]]),
        userIds: [],
      });
      expect(report.removed).toEqual([url]);
      expect(await bench.everything()).toEqual([]);
      expect(await Array.fromAsync(files.storage.folders('my-app'))).toEqual([]);
    });

    test('tells which rows have lost their file, even when the whole folder is gone', async () => {
      const lost = '/uploads/my-app/u/1-lost-00000000.jpg';
      const report = await files.sweep({
        apps: new Map([['my-app', async (userId) => (userId === 'u' ? [lost] : [])]]),
        userIds: ['u', 'v'],
      });
      expect(report.missing).toEqual([lost]);
    });

    test('leaves the folders of apps it does not know alone, and says so', async () => {
      const { url } = await files
        .forApp('switched-off')
        .accept({ userId: 'u', file: await upload() });
      await makeOld(url);
      const report = await files.sweep({ apps: new Map(), userIds: ['u'] });
      expect(report).toMatchObject({ removed: [], unknownApps: ['switched-off'] });
      expect(await fileNames()).toHaveLength(1);
    });
  });

  test('everything a person stored is listed for their export and removed with them, nobody else', async () => {
    for (const appId of ['a', 'b']) {
      await files.forApp(appId).accept({ userId: 'leaves', file: await upload() });
      await files.forApp(appId).accept({ userId: 'stays', file: await upload() });
    }
    const listed: string[] = [];
    for await (const { name } of files.listPerson('leaves')) listed.push(name);
    expect(listed.map((name) => name.split('/')[0]).sort()).toEqual(['a', 'b']);
    await files.removePerson('leaves');
    expect(await fileNames()).toHaveLength(2);
    for await (const { name } of files.listPerson('leaves')) throw new Error(`${name} is left`);
    expect(await files.removePerson('../stays').catch((error: unknown) => error)).toBeInstanceOf(
      Error,
    );
  });
});
