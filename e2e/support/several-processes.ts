import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { openDatabase } from '@lumiku/server/db';
import { startS3Server } from '@lumiku/server/testing/s3';
import { filesUnder } from './files-under.ts';
import {
  type StudioProcess,
  type StudioProcessOptions,
  startProcess,
  temporaryDataDir,
} from './one-process.ts';
import { startRedis } from './redis-process.ts';

/**
 * One studio as a cluster has it: two processes that speak with people behind one address, two that work, on a
 * PostgreSQL and a Redis of their own; pictures in a folder they share, or in a bucket.
 */
export async function startSeveral(
  { dataDir, env }: StudioProcessOptions,
  pictures: 'folder' | 'bucket',
): Promise<StudioProcess> {
  const own = temporaryDataDir();
  const bucket = pictures === 'bucket' ? startS3Server() : null;
  const [database, redis] = await Promise.all([
    openDatabase({ dataDir: join(own.path, 'database') }),
    startRedis(),
  ]);
  const shared = {
    DATABASE_URL: database.url,
    REDIS_URL: redis.url,
    JWT_SECRET: crypto.randomUUID() + crypto.randomUUID(),
    ...(bucket?.environment('lumiku') ?? { UPLOAD_PATH: join(dataDir, 'uploads') }),
    ...env,
  };
  const start = (role: 'web' | 'worker') =>
    startProcess({
      dataDir: temporaryDataDir(own.path).path,
      env: { ...shared, LUMIKU_ROLE: role },
    });
  const roles = ['web', 'web', 'worker', 'worker'] as const;
  const parts = await Promise.all(roles.map(start));
  const door = await openDoor(parts.slice(0, 2).map(({ url }) => Number(new URL(url).port)));
  const end = async (how: 'kill' | 'stop') => {
    door.close();
    await Promise.all(parts.map((part) => part[how]()));
    await Promise.all([redis.stop(), database.close(), bucket?.stop()]);
    own.remove();
  };
  return {
    url: door.url,
    dataDir,
    storedFiles: (appId, userId) => {
      if (!bucket) return filesUnder(join(dataDir, 'uploads', appId, userId));
      const prefix = `lumiku/${appId}/${userId}/`;
      const keys = bucket.keys().filter((key) => key.startsWith(prefix));
      return keys.map((key) => key.slice(prefix.length));
    },
    output: () => parts.map((part) => part.output()).join(''),
    exited: Promise.race(parts.map(({ exited }) => exited)),
    kill: () => end('kill'),
    stop: () => end('stop'),
  };
}

/** One address for several processes: each new connection goes to the next of them, whole and unread. */
async function openDoor(ports: readonly number[]): Promise<{ url: string; close(): void }> {
  let turn = 0;
  const open = new Set<Socket>();
  const server = createServer((guest) => {
    const host = connect(ports[turn++ % ports.length] ?? 0, '127.0.0.1');
    for (const [one, other] of [
      [guest, host],
      [host, guest],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
    guest.pipe(host).pipe(guest);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
