import { existsSync } from 'node:fs';

/** A program or picture the tests use that is no package of ours: the Debian package that brings it. */
interface TestTool {
  readonly debian: string;
  readonly what: string;
  isThere(): boolean;
}

const TOOLS: readonly TestTool[] = [
  { debian: 'redis-server', what: 'Redis', isThere: () => Bun.which('redis-server') !== null },
  {
    debian: 'postgresql-client',
    what: 'a client of PostgreSQL',
    isThere: () => Bun.which('pg_isready') !== null,
  },
  {
    debian: 'ffmpeg',
    what: 'ffmpeg, for clips as MP4',
    isThere: () => Bun.which('ffmpeg') !== null,
  },
  { debian: 'curl', what: 'curl', isThere: () => Bun.which('curl') !== null },
  { debian: 'openssl', what: 'OpenSSL', isThere: () => Bun.which('openssl') !== null },
  {
    debian: 'chromium',
    what: 'the Chromium browser',
    isThere: () => ['chromium', 'chromium-browser'].some((name) => Bun.which(name) !== null),
  },
  {
    debian: 'python3-skimage',
    what: 'sample photos',
    isThere: () => existsSync('/usr/lib/python3/dist-packages/skimage/data/astronaut.png'),
  },
  {
    debian: 'opencv-doc',
    what: 'sample photos',
    isThere: () => existsSync('/usr/share/doc/opencv-doc/opencv4/html/example.jpg'),
  },
];

/**
 * Installs what the tests need and this machine lacks, where that can be done without asking.
 * @throws Error that says what to install
 */
export async function ensureTestTools(): Promise<void> {
  const missing = TOOLS.filter((tool) => !tool.isThere());
  if (missing.length === 0) return;
  const packages = missing.map((tool) => tool.debian);
  const asRoot = await rootPrefix();
  if (asRoot !== null) {
    console.log(`Installing what the tests need: ${packages.join(', ')} …`);
    await run([...asRoot, 'apt-get', 'update', '-qq']);
    await run([
      ...asRoot,
      'apt-get',
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      ...packages,
    ]);
  }
  const still = TOOLS.filter((tool) => !tool.isThere());
  if (still.length === 0) return;
  const list = still.map((tool) => `  ${tool.debian} (${tool.what})`).join('\n');
  throw new Error(
    `The tests need what is not on this machine:\n${list}\nOn Debian: apt-get install ${still.map((tool) => tool.debian).join(' ')}`,
  );
}

/** How to run something as root without being asked for a password; null when there is no way. */
async function rootPrefix(): Promise<string[] | null> {
  if (Bun.which('apt-get') === null) return null;
  if (process.getuid?.() === 0) return [];
  if (Bun.which('sudo') === null) return null;
  const sudo = Bun.spawn(['sudo', '-n', 'true'], { stdio: ['ignore', 'ignore', 'ignore'] });
  return (await sudo.exited) === 0 ? ['sudo', '-n'] : null;
}

async function run(command: string[]): Promise<void> {
  const child = Bun.spawn(command, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  await child.exited;
}
