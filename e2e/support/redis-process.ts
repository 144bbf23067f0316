import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real Redis on a free port of this machine, its data in memory only. */
export async function startRedis(): Promise<{
  url: string;
  flush(): Promise<void>;
  stop(): Promise<void>;
}> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'lumiku-redis-'));
  const child = Bun.spawn(
    ['redis-server', '--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder],
    { stdout: 'pipe', stderr: 'inherit' },
  );
  const decoder = new TextDecoder();
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += decoder.decode(chunk, { stream: true });
    if (printed.includes('Ready to accept connections')) break;
  }
  const url = `redis://127.0.0.1:${port}`;
  return {
    url,
    flush: async () => {
      await Bun.$`redis-cli -p ${port} flushall`.quiet();
    },
    stop: async () => {
      child.kill();
      await child.exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}
