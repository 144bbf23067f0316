// Every test there is, in a few processes, closed by one line: N passed, N failed.
import { join } from 'node:path';
import { runSuite, type SuiteResult } from './tests/run-suite.ts';
import { ensureTestTools } from './tests/test-tools.ts';

const root = join(import.meta.dir, '..');
/** Apart, so that a browser or a picture never makes a test of the database wait. */
const SUITES = [
  ['packages', 'engines', 'poses', 'tools', 'web'],
  ['server', 'apps'],
  ['bench', 'e2e'],
];

const total: SuiteResult = { passed: 0, failed: 0 };
try {
  await ensureTestTools();
  for (const folders of SUITES) {
    console.log(`Testing ${folders.join(', ')} …`);
    const { passed, failed } = await runSuite(root, folders);
    total.passed += passed;
    total.failed += failed;
  }
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
  total.failed += 1;
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
