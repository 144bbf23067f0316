import { afterEach, beforeEach, describe, expect, test } from 'bun:test';
import { createServer, type Server } from 'node:net';
import { createS3Storage } from './s3-storage.ts';
import { type S3Server, startS3Server } from './testing/s3-server.ts';

const PICTURE = { appId: 'my-app', userId: 'u', name: '1-me.jpg' };
const BYTES = new TextEncoder().encode('bytes of a picture');

let server: S3Server;
beforeEach(() => {
  server = startS3Server();
});
afterEach(() => server.stop());

const placeOf = ({ endpoint, bucket, region, key }: S3Server) => ({
  ...{ endpoint, bucket, region, ...key, prefix: '', isBucketInHost: false },
});
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error: unknown) => error,
  );

describe('a bucket', () => {
  test('may also stand in the name of the host', async () => {
    const endpoint = server.endpoint.replace('127.0.0.1', 'localhost');
    const storage = createS3Storage({ ...placeOf(server), endpoint, isBucketInHost: true });
    await storage.write(PICTURE, BYTES);
    expect(await storage.read(PICTURE)).toEqual(BYTES);
    expect(server.keys()).toEqual(['my-app/u/1-me.jpg']);
  });

  test('that refuses says why to the operator and nothing secret to anybody', async () => {
    const right = placeOf(server);
    const wrong = [
      [{ ...right, secretAccessKey: 'not it' }, 'SignatureDoesNotMatch'],
      [{ ...right, accessKeyId: 'nobody' }, 'InvalidAccessKeyId'],
      [{ ...right, bucket: 'elsewhere' }, 'NoSuchBucket'],
      [{ ...right, region: 'moon-1' }, 'AuthorizationHeaderMalformed'],
    ] as const;
    for (const [place, internal] of wrong) {
      const storage = createS3Storage(place);
      const refused = { code: 'STORAGE_UNWRITABLE', status: 503, internal };
      expect(await faultOf(storage.check())).toMatchObject(refused);
      expect(await faultOf(storage.write(PICTURE, BYTES))).toMatchObject(refused);
      expect(storage.place).not.toContain(place.secretAccessKey);
    }
    expect(server.keys()).toEqual([]);
  });

  test('without room says so, and keeps nothing', async () => {
    server.trouble('full');
    const storage = createS3Storage(placeOf(server));
    expect(await faultOf(storage.write(PICTURE, BYTES))).toMatchObject({
      ...{ code: 'STORAGE_FULL', status: 503 },
    });
    expect(server.keys()).toEqual([]);
  });
});

describe('a server of buckets', () => {
  test('that is busy for a moment is asked again', async () => {
    const storage = createS3Storage(placeOf(server));
    server.trouble('errors');
    const writing = storage.write(PICTURE, BYTES);
    while ((server.asked.get('PUT') ?? 0) === 0) await Bun.sleep(1);
    server.trouble(null);
    await writing;
    expect(await storage.read(PICTURE)).toEqual(BYTES);
  });

  test('that stays away is a passing fault for everything one may want', async () => {
    const storage = createS3Storage(placeOf(server));
    await storage.write(PICTURE, BYTES);
    await server.stop();
    const wants = [
      storage.read(PICTURE),
      storage.find(PICTURE),
      storage.stream(PICTURE, { start: 0, end: 3 }),
      storage.write({ ...PICTURE, name: '2-me.jpg' }, BYTES),
      storage.remove(PICTURE),
      storage.apps(),
      Array.fromAsync(storage.folders('my-app')),
      storage.removeFolder('my-app', 'u'),
      storage.check(),
      storage.tryOut(),
    ];
    for (const fault of await Promise.all(wants.map(faultOf))) {
      expect(fault).toMatchObject({ code: 'STORAGE_AWAY', status: 503, retryAfterSeconds: 10 });
    }
  });

  test('that breaks off in the middle never yields half a picture', async () => {
    const cutting = await startCuttingServer();
    const endpoint = `http://127.0.0.1:${cutting.port}`;
    const storage = createS3Storage({ ...placeOf(server), endpoint });
    expect(await faultOf(storage.read(PICTURE))).toMatchObject({ code: 'STORAGE_AWAY' });
    cutting.server.close();
  });
});

/** Promises a hundred bytes, sends four and hangs up. */
async function startCuttingServer(): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => {
    socket.once('data', () => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf', () => socket.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, port: address.port };
}
