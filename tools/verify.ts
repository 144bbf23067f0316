// Everything that can be checked without running the product: format, lint, types, boundaries, dead code, documents,
// generated files, lengths and names. Seconds, not minutes. Names of checks after the command run only those.
import { join } from 'node:path';
import { crossedBoundaries } from './verify/boundaries.ts';
import { deadReferences } from './verify/doc-references.ts';
import { longFiles } from './verify/file-length.ts';
import { vagueNames } from './verify/file-names.ts';

const root = join(import.meta.dir, '..');
process.chdir(root);

/** @returns what is wrong, ready to print; nothing when all is well. */
type Check = () => Promise<string[]>;

function command(...args: string[]): Check {
  return async () => {
    const run = Bun.spawn(args, {
      stdout: 'pipe',
      stderr: 'pipe',
      env: { ...process.env, FORCE_COLOR: '0' },
    });
    const [out, err, code] = await Promise.all([
      new Response(run.stdout).text(),
      new Response(run.stderr).text(),
      run.exited,
    ]);
    return code === 0 ? [] : [`${out}${err}`.trim()];
  };
}

/** What is in the repository, or about to be. */
async function sourceFiles(): Promise<string[]> {
  const list = Bun.spawn(['git', 'ls-files', '--cached', '--others', '--exclude-standard'], {
    stdout: 'pipe',
  });
  const files = (await new Response(list.stdout).text()).split('\n').filter(Boolean);
  if ((await list.exited) === 0) {
    const there = await Promise.all(files.map((file) => Bun.file(file).exists()));
    return files.filter((_, index) => there[index]);
  }
  const ignored = /(^|\/)(node_modules|dist|data|\.toolchain|\.artifacts|\.git)\//;
  const all = await Array.fromAsync(new Bun.Glob('**/*').scan({ dot: true }));
  return all.filter((file) => !ignored.test(file));
}

const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const bun = process.execPath;
const files = await sourceFiles();
const checks: Record<string, Check> = {
  'format and lint': command(bin('biome'), 'check', '--diagnostic-level=error', '.'),
  // Remembers what it checked: the next run looks only at what changed.
  types: command(
    ...[bin('tsc'), '--noEmit', '-p', '.', '--incremental'],
    ...['--tsBuildInfoFile', 'node_modules/.cache/types.tsbuildinfo'],
  ),
  boundaries: () => crossedBoundaries(files),
  'dead code': command(bun, '--bun', bin('knip'), '--no-progress', '--no-config-hints'),
  'generated files': command(bun, 'tools/write-generated.ts', '--check'),
  documents: () => deadReferences(files),
  'file lengths': () => longFiles(files),
  names: async () => vagueNames(files),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => checks[name] === undefined);
if (unknown.length > 0) {
  console.error(`No check is called ${unknown.join(', ')}: ${Object.keys(checks).join(', ')}.`);
  process.exit(1);
}
const chosen = Object.entries(checks).filter(
  ([name]) => asked.length === 0 || asked.includes(name),
);

let failures = 0;
await Promise.all(
  chosen.map(async ([name, check]) => {
    const startedAt = performance.now();
    const problems = await check();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    if (problems.length > 0) failures++;
    const mark = problems.length === 0 ? 'ok  ' : 'FAIL';
    console.log([`${mark} ${name} (${seconds} s)`, ...problems].join('\n'));
  }),
);
console.log(failures === 0 ? 'Everything is in order.' : `${failures} of the checks failed.`);
process.exitCode = failures === 0 ? 0 : 1;
