import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SuiteResult {
  passed: number;
  /** Skipped and unfinished (todo) tests and files that could not be loaded are failures too. */
  failed: number;
}

/**
 * Runs the tests of some folders in one process of their own and shows what does not pass as it happens.
 * @param folders relative to the project; those without a test are left out.
 */
export async function runSuite(root: string, folders: readonly string[]): Promise<SuiteResult> {
  const withTests = folders.filter((folder) => hasTests(root, folder));
  if (withTests.length === 0) return { passed: 0, failed: 0 };
  const reports = await mkdtemp(join(tmpdir(), 'lumiku-report-'));
  const report = join(reports, 'report.xml');
  const child = Bun.spawn(
    [
      ...[process.execPath, 'test', ...withTests.map((folder) => `./${folder}`)],
      ...['--timeout', '60000', '--reporter=junit', `--reporter-outfile=${report}`],
    ],
    { cwd: root, stdin: 'ignore', stdout: 'pipe', stderr: 'pipe', env: testEnvironment() },
  );
  await Promise.all([showUnlessPassed(child.stdout), showUnlessPassed(child.stderr)]);
  const code = await child.exited;
  const file = Bun.file(report);
  const xml = (await file.exists()) ? await file.text() : '';
  await rm(reports, { recursive: true, force: true });
  const slowest = slowestFiles(xml);
  if (slowest !== '') console.log(`Slowest of ${folders.join(', ')}: ${slowest}`);
  const result = readReport(xml);
  // A file that cannot even be loaded has no test in the report.
  return code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result;
}

function hasTests(root: string, folder: string): boolean {
  const tests = new Bun.Glob('**/*.test.{ts,tsx}').scanSync({ cwd: join(root, folder) });
  for (const path of tests) if (!path.includes('node_modules/')) return true;
  return false;
}

/** Nothing the operator of this machine has set may change what the tests see. */
function testEnvironment(): Record<string, string | undefined> {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(LUMIKU_|DATABASE_URL$|REDIS_|STORAGE_|OTEL_|E2E_STUDIO$|JWT_SECRET$|UPLOAD_PATH$|PORT$|HOST$)/.test(
        name,
      ),
  );
  return { ...Object.fromEntries(kept), NODE_ENV: 'test' };
}

async function showUnlessPassed(stream: ReadableStream<Uint8Array>): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of stream) {
    const lines = `${rest}${decoder.decode(bytes, { stream: true })}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (!isNoise(line)) console.log(line);
  }
  if (rest !== '' && !isNoise(rest)) console.log(rest);
}

function isNoise(line: string): boolean {
  return /^\s*(\(pass\)|\d+ (pass|fail|skip|todo|expect\(\) calls)|bun test v|Ran \d+ tests?)/.test(
    line,
  );
}

/** Adds up the root element of a JUnit report. */
export function readReport(xml: string): SuiteResult {
  const root = /<testsuites\b[^>]*>/.exec(xml)?.[0] ?? '';
  const count = (name: string) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(root)?.[1] ?? 0);
  const failed = count('failures') + count('errors') + count('skipped');
  return { passed: count('tests') - failed, failed };
}

const WORTH_NAMING_SECONDS = 20;

/** The files a suite spent its time on, longest first; none when all were quick. */
export function slowestFiles(xml: string): string {
  return [...xml.matchAll(/<testsuite name="([^"]+)" file="\1"[^>]* time="([\d.]+)"/g)]
    .map(([, file = '', seconds]) => ({ file, seconds: Number(seconds) }))
    .filter(({ seconds }) => seconds >= WORTH_NAMING_SECONDS)
    .sort((one, other) => other.seconds - one.seconds)
    .map(({ file, seconds }) => `${file} ${seconds.toFixed(0)} s`)
    .join(', ');
}
