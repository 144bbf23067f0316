// Every test there is, in a few processes, closed by one line: N passed, N failed.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runSuite, type SuiteResult } from './tests/run-suite.ts';
import { ensureTestTools } from './tests/test-tools.ts';

const root = join(import.meta.dir, '..');
/**
 * Lanes side by side, because most tests wait for a database, a browser or a dying process rather than for a core.
 * Within a lane one process after the other: a browser or a picture never makes a test of the database wait.
 */
const LANES = [
  [
    ['packages', 'engines', 'poses', 'tools', 'web'],
    ['bench', 'e2e/story', 'e2e/figure-preview'],
  ],
  [
    ['server', 'apps'],
    ['e2e/scaled-out', 'e2e/bad-input'],
  ],
  [
    ['e2e/kill', 'e2e/containers', 'e2e/curl'],
    ['e2e/poses', 'e2e/screens'],
  ],
] as const;

const total: SuiteResult = { passed: 0, failed: 0 };

async function runLane(suites: readonly (readonly string[])[]): Promise<void> {
  for (const folders of suites) {
    console.log(`Testing ${folders.join(', ')} …`);
    const { passed, failed } = await runSuite(root, folders);
    total.passed += passed;
    total.failed += failed;
  }
}

try {
  await ensureTestTools();
  refuseForgotten(LANES.flat(2));
  await Promise.all(LANES.map(runLane));
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
  total.failed += 1;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** A folder with tests that no lane names would pass unseen. */
function refuseForgotten(named: readonly string[]): void {
  const rooms = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^(\.|node_modules$|data$)/.test(entry.name))
    .map((entry) => entry.name);
  const tests = new Bun.Glob(`{${rooms.join(',')}}/**/*.test.{ts,tsx}`).scanSync({ cwd: root });
  const forgotten = [...tests].filter(
    (path) =>
      !path.includes('node_modules/') && !named.some((folder) => path.startsWith(`${folder}/`)),
  );
  if (forgotten.length > 0) throw new Error(`No lane runs these tests:\n${forgotten.join('\n')}`);
}
