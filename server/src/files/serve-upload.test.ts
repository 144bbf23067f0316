import { afterAll, beforeAll, describe, expect, test } from 'bun:test';
import type { StoredImage } from '@lumiku/app-kit';
import sharp from 'sharp';
import { type SignedUp, startTestPlatform, type TestPlatform } from '../testing/test-platform.ts';
import { STORAGE_BENCHES, type StorageBench } from './testing/storage-benches.ts';

/** A database starts in a second; on a busy machine in many. */
const STARTS_MS = 60_000;
let bench: StorageBench;
let studio: TestPlatform;
let ayu: SignedUp;
let admin: SignedUp;
let photo: StoredImage;
let bytes: Uint8Array<ArrayBuffer>;
const fetched = async (response: Response) => new Uint8Array(await response.arrayBuffer());

describe.each(STORAGE_BENCHES)('a stored picture in %s', (_, start) => {
  beforeAll(async () => {
    bench = await start();
    studio = await startTestPlatform({ storage: bench.storage });
    admin = await studio.signUp('owner@example.com');
    ayu = await studio.signUp('ayu@example.com');
    const original = await sharp({
      create: { width: 90, height: 120, channels: 3, background: '#caa27c' },
    })
      .jpeg()
      .toBuffer();
    const images = studio.files.forApp('my-app');
    photo = await images.accept({ userId: ayu.user.id, file: new File([original], 'me.jpg') });
    bytes = new Uint8Array(await images.read(photo.url));
  }, STARTS_MS);
  afterAll(async () => {
    await studio.stop();
    await bench.stop();
  });

  test('is served to its owner by cookie, bearer token and API key, for private caches only', async () => {
    const made = await studio.post('/api/auth/api-key/create', { name: 'k' }, ayu.bearer);
    const key = String(Object(await made.json()).key);
    for (const proof of [ayu.bearer, { cookie: ayu.cookie }, { 'x-api-key': key }]) {
      const response = await studio.get(photo.url, proof);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('image/jpeg');
      expect(response.headers.get('cache-control')).toContain('private');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(await fetched(response)).toEqual(bytes);
    }
  });

  test('does not exist for anybody else, not even an admin; strangers must sign in', async () => {
    expect((await studio.get(photo.url, admin.bearer)).status).toBe(404);
    expect((await studio.get(photo.url)).status).toBe(401);
  });

  test('cannot be used to climb out of the folder', async () => {
    const own = `/uploads/my-app/${ayu.user.id}`;
    const evil = [
      `${own}/..%2f..%2f..%2fetc%2fpasswd`,
      `${own}/%2e%2e/%2e%2e/secret`,
      `${own}/.hidden`,
      `${own}/`,
      own,
      '/uploads/',
      `/uploads/../../${ayu.user.id}/x.jpg`,
    ];
    for (const path of evil) {
      expect((await studio.get(path, ayu.bearer)).status).toBe(404);
    }
  });

  test('is not sent again to who has it', async () => {
    const first = await studio.get(photo.url, ayu.bearer);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).not.toBe('');
    const again = await studio.get(photo.url, { ...ayu.bearer, 'if-none-match': etag });
    expect([again.status, (await fetched(again)).length]).toEqual([304, 0]);
    const other = await studio.get(photo.url, { ...ayu.bearer, 'if-none-match': '"other"' });
    expect(other.status).toBe(200);
  });

  test('is served in parts', async () => {
    const part = async (range: string, more: Record<string, string> = {}) => {
      const response = await studio.get(photo.url, { ...ayu.bearer, range, ...more });
      return {
        status: response.status,
        of: response.headers.get('content-range'),
        got: await fetched(response),
      };
    };
    const size = bytes.length;
    expect(await part('bytes=0-9')).toEqual({
      status: 206,
      of: `bytes 0-9/${size}`,
      got: bytes.slice(0, 10),
    });
    expect(await part('bytes=-5')).toMatchObject({ status: 206, got: bytes.slice(-5) });
    expect(await part('bytes=10-')).toMatchObject({ status: 206, got: bytes.slice(10) });
    expect(await part(`bytes=${size}-`)).toMatchObject({ status: 416, of: `bytes */${size}` });
    expect(await part('lines=1-2')).toMatchObject({ status: 200, got: bytes });
    expect(await part('bytes=0-9', { 'if-range': '"changed"' })).toMatchObject({ status: 200 });
  });

  test('answers HEAD with its size alone', async () => {
    const response = await studio.fetch(photo.url, { method: 'HEAD', headers: ayu.bearer });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe(String(bytes.length));
    expect(await fetched(response)).toHaveLength(0);
  });

  test('is saved under the name asked for, with its own ending and nothing that breaks the header', async () => {
    const named = async (name: string) => {
      const url = `${photo.url}?download=${encodeURIComponent(name)}`;
      return (await studio.get(url, ayu.bearer)).headers.get('content-disposition');
    };
    expect(await named('My avatar')).toBe(
      `attachment; filename="My avatar.jpg"; filename*=UTF-8''My%20avatar.jpg`,
    );
    expect(await named('"; x=1\r\nSet-Cookie: a=b')).toBe(
      `attachment; filename="__; x=1  Set-Cookie: a=b.jpg"; filename*=UTF-8''%22%3B%20x%3D1%20%20Set-Cookie%3A%20a%3Db.jpg`.replace(
        '__',
        '_',
      ),
    );
    expect(await named('../写真.exe')).toContain(
      `filename*=UTF-8''..%20%E5%86%99%E7%9C%9F.exe.jpg`,
    );
    expect(await named('')).toContain('picture.jpg');
  });

  test('is saved as another kind of file, with the mark that says how it was made', async () => {
    const drawn = await sharp({
      create: { width: 30, height: 40, channels: 3, background: '#336699' },
    })
      .png()
      .toBuffer();
    const picture = await studio.files.forApp('my-app').store({
      userId: ayu.user.id,
      name: 'picture',
      bytes: drawn,
      mediaType: 'image/png',
      source: 'algorithmicMedia',
      engine: 'local',
    });
    for (const [format, ending] of [
      ['jpeg', '.jpg'],
      ['webp', '.webp'],
    ]) {
      const url = `${picture.url}?download=hips&format=${format}`;
      const response = await studio.get(url, ayu.bearer);
      expect(response.headers.get('content-type')).toBe(`image/${format}`);
      expect(response.headers.get('content-disposition')).toContain(`filename="hips${ending}"`);
      const saved = await sharp(await fetched(response)).metadata();
      expect(saved).toMatchObject({ format, width: 30, height: 40 });
      expect(saved.xmp?.toString()).toContain('algorithmicMedia');
    }
  });

  test('is not saved as a kind nobody knows, nor for anybody else', async () => {
    const unknown = await studio.get(`${photo.url}?format=tiff`, ayu.bearer);
    expect(unknown.status).toBe(400);
    expect(await unknown.json()).toMatchObject({ error: { code: 'UPLOAD_FORMAT_UNKNOWN' } });
    expect((await studio.get(`${photo.url}?format=webp`, admin.bearer)).status).toBe(404);
  });

  test('is gone once it was removed', async () => {
    const images = studio.files.forApp('my-app');
    const small = await images.thumbnail(photo, ayu.user.id, 32);
    expect((await studio.get(small.url, ayu.bearer)).status).toBe(200);
    await images.remove([small.url]);
    expect((await studio.get(small.url, ayu.bearer)).status).toBe(404);
  });
});
