import { afterEach, beforeEach, describe, expect, test } from 'bun:test';
import type { StoredFile } from './storage.ts';
import { STORAGE_BENCHES, type StorageBench } from './testing/storage-benches.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const path = (name: string, userId = 'u', appId = 'my-app') => ({ appId, userId, name });
const textOf = async (stream: ReadableStream<Uint8Array> | null) =>
  stream && (await new Response(stream).text());

describe.each(STORAGE_BENCHES)('files in %s', (_, start) => {
  let bench: StorageBench;
  beforeEach(async () => {
    bench = await start();
  });
  afterEach(() => bench.stop());

  test('come back byte by byte, with their size and time, until they are removed', async () => {
    const { storage } = bench;
    const written = crypto.getRandomValues(new Uint8Array(60_000));
    const before = Date.now();
    await storage.write(path('1-me.jpg'), written);
    expect(await storage.read(path('1-me.jpg'))).toEqual(written);
    const found = await storage.find(path('1-me.jpg'));
    expect(found).toMatchObject({ path: path('1-me.jpg'), sizeBytes: 60_000 });
    expect(Math.abs((found?.modifiedAt.getTime() ?? 0) - before)).toBeLessThan(60_000);
    await storage.remove(path('1-me.jpg'));
    await storage.remove(path('1-me.jpg'));
    expect(await bench.everything()).toEqual([]);
  });

  test('that are not there are null, wherever one looks', async () => {
    const { storage } = bench;
    expect(await storage.read(path('1-no.jpg'))).toBeNull();
    expect(await storage.find(path('1-no.jpg'))).toBeNull();
    expect(await storage.stream(path('1-no.jpg'), { start: 0, end: 4 })).toBeNull();
    expect(await storage.filesOf('my-app', 'nobody')).toEqual([]);
    expect(await storage.apps()).toEqual([]);
    expect(await Array.fromAsync(storage.folders('my-app'))).toEqual([]);
    await storage.removeFolder('my-app', 'nobody');
  });

  test('are streamed whole, in parts and empty', async () => {
    const { storage } = bench;
    await storage.write(path('1-a.jpg'), bytesOf('0123456789'));
    await storage.write(path('2-b.jpg'), bytesOf(''));
    const part = async (start: number, end: number) =>
      textOf(await storage.stream(path('1-a.jpg'), { start, end }));
    expect(await part(0, 9)).toBe('0123456789');
    expect(await part(3, 5)).toBe('345');
    expect(await part(9, 9)).toBe('9');
    expect((await storage.read(path('2-b.jpg')))?.length).toBe(0);
  });

  test('may be left in the middle of a stream, which harms nobody', async () => {
    const { storage } = bench;
    await storage.write(path('1-a.jpg'), new Uint8Array(3_000_000));
    const stream = await storage.stream(path('1-a.jpg'), { start: 0, end: 2_999_999 });
    const reader = stream?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect((await storage.read(path('1-a.jpg')))?.length).toBe(3_000_000);
  });

  test('are listed by app and person, across pages, and a name that begins like another is another', async () => {
    const { storage } = bench;
    const stored = [
      ...['1.jpg', '2.jpg', '3.jpg', '4.jpg', '5.jpg'].map((name) => path(name, 'ayu')),
      path('1.jpg', 'ayu2'),
      path('1.jpg', 'budi'),
      path('1.jpg', 'ayu', 'my-app-2'),
      path('1.jpg', 'ayu', 'another'),
    ];
    for (const one of stored) await storage.write(one, bytesOf(one.name));
    expect((await storage.apps()).sort()).toEqual(['another', 'my-app', 'my-app-2']);
    const names = (files: StoredFile[]) => files.map((file) => file.path.name).sort();
    const folders = await Array.fromAsync(storage.folders('my-app'));
    const byPerson = folders.map(({ userId, files }): [string, string[]] => [userId, names(files)]);
    expect(byPerson.sort(([a], [b]) => a.localeCompare(b))).toEqual([
      ['ayu', ['1.jpg', '2.jpg', '3.jpg', '4.jpg', '5.jpg']],
      ['ayu2', ['1.jpg']],
      ['budi', ['1.jpg']],
    ]);
    expect(names(await storage.filesOf('my-app', 'ayu'))).toHaveLength(5);
    await storage.removeFolder('my-app', 'ayu');
    expect(await storage.filesOf('my-app', 'ayu')).toEqual([]);
    expect(await bench.everything()).toEqual([
      'another/ayu/1.jpg',
      'my-app-2/ayu/1.jpg',
      'my-app/ayu2/1.jpg',
      'my-app/budi/1.jpg',
    ]);
  });

  test('many at once are each whole', async () => {
    const { storage } = bench;
    const all = Array.from({ length: 40 }, (_, at) => path(`${at}.jpg`, `u${at % 4}`));
    await Promise.all(all.map((one) => storage.write(one, bytesOf(one.name.repeat(2_000)))));
    const read = await Promise.all(all.map((one) => storage.read(one)));
    const texts = read.map((bytes) => new TextDecoder().decode(bytes ?? undefined));
    expect(texts).toEqual(all.map(({ name }) => name.repeat(2_000)));
  });

  test('its place can be checked and tried out, which leaves nothing', async () => {
    await bench.storage.check();
    await bench.storage.tryOut();
    expect(await bench.everything()).toEqual([]);
    expect(bench.storage.place).not.toBe('');
  });
});
