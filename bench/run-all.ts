// Every benchmark, one after another in a process of its own: a cold one must not warm the next. Names given choose some.
import { join } from 'node:path';

const BENCHES = [
  'start-up',
  'accept',
  'first-call',
  'figure',
  'figure-memory',
  'pages',
  'poses',
  'scroll',
  'jobs',
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !BENCHES.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench "${unknown.join('", "')}". There is: ${BENCHES.join(', ')}.`);
  process.exit(1);
}
let failed = 0;
for (const name of wanted.length > 0 ? wanted : BENCHES) {
  const bench = Bun.spawn([process.execPath, join(import.meta.dirname, `${name}.ts`)], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if ((await bench.exited) !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
