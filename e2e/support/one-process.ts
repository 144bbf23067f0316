import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesUnder } from './files-under.ts';

const SERVER = join(import.meta.dir, '../../server/src/main.ts');
const START_TIMEOUT_MS = 60_000;

/** A studio in a process of its own, as an operator runs it. */
export interface StudioProcess {
  readonly url: string;
  readonly dataDir: string;
  /** Names of what one person has stored in one app, wherever this studio keeps it. */
  storedFiles(appId: string, userId: string): string[];
  /** Everything it has printed so far. */
  output(): string;
  /** Resolves when the process is gone, however it went. */
  readonly exited: Promise<number>;
  /** SIGKILL: nothing gets to tidy up. */
  kill(): Promise<void>;
  /** SIGTERM and wait. */
  stop(): Promise<void>;
}

export interface StudioProcessOptions {
  dataDir: string;
  /** Another main than the server's, for studios that die on purpose. */
  entry?: string;
  env?: Record<string, string>;
}

/** One process of a studio. */
export async function startProcess(options: StudioProcessOptions): Promise<StudioProcess> {
  const child = Bun.spawn([process.execPath, options.entry ?? SERVER], {
    // Nothing of the developer's own settings may leak into a studio under test.
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      LUMIKU_DATA_DIR: options.dataDir,
      PORT: '0',
      // A test asks many times a second whether something is done; a browser is told.
      LUMIKU_REQUESTS_PER_MINUTE_FREE: '100000',
      ...options.env,
    },
    cwd: options.dataDir,
    stdout: 'pipe',
    stderr: 'pipe',
  });
  let printed = '';
  const ready = Promise.withResolvers<string>();
  const read = async (stream: ReadableStream<Uint8Array>) => {
    const decoder = new TextDecoder();
    for await (const chunk of stream) {
      printed += decoder.decode(chunk, { stream: true });
      const url = /ready(?:: |; its health is at )(http:\/\/[^\s/]+)/.exec(printed)?.[1];
      if (url) ready.resolve(url);
    }
  };
  void read(child.stdout);
  void read(child.stderr);
  void child.exited.then((code) =>
    ready.reject(new Error(`The studio ended with ${code}:\n${printed}`)),
  );
  const timeout = setTimeout(() => {
    ready.reject(new Error(`The studio did not get ready:\n${printed}`));
    child.kill('SIGKILL');
  }, START_TIMEOUT_MS);
  const url = await ready.promise.finally(() => clearTimeout(timeout));
  return {
    url,
    dataDir: options.dataDir,
    storedFiles: (appId, userId) => filesUnder(join(options.dataDir, 'uploads', appId, userId)),
    output: () => printed,
    exited: child.exited,
    kill: async () => {
      child.kill('SIGKILL');
      await child.exited;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await child.exited;
    },
  };
}

/** A data folder that goes away with `remove`. */
export function temporaryDataDir(parent = tmpdir()): { path: string; remove(): void } {
  const path = mkdtempSync(join(parent, 'lumiku-e2e-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
