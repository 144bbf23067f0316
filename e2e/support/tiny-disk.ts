import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A real disk of its own in memory, small enough to be full. */
export interface TinyDisk {
  readonly path: string;
  /** Leaves only so much room. */
  fillUpTo(freeBytes: number): void;
  makeRoom(): void;
  remove(): void;
}

/** Null where this process may not mount one. */
export function mountTinyDisk(sizeBytes: number): TinyDisk | null {
  const path = mkdtempSync(join(tmpdir(), 'lumiku-tiny-'));
  const mount = ['mount', '-t', 'tmpfs', '-o', `size=${sizeBytes}`, 'tmpfs', path];
  if (process.getuid?.() !== 0 || !Bun.spawnSync(mount).success) {
    rmSync(path, { recursive: true });
    return null;
  }
  const ballast = join(path, '.ready-ballast');
  return {
    path,
    fillUpTo: (freeBytes) => {
      rmSync(ballast, { force: true });
      const { bavail, bsize } = statfsSync(path);
      writeFileSync(ballast, new Uint8Array(Math.max(0, bavail * bsize - freeBytes)));
    },
    makeRoom: () => rmSync(ballast, { force: true }),
    remove: () => {
      Bun.spawnSync(['umount', '-l', path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}
