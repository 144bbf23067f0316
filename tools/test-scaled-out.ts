// The browser tests once more, against a studio of two web and two worker processes on PostgreSQL and Redis:
// bun tools/test-scaled-out.ts [folder|bucket] [folders of tests]. Minutes, so `npm test` runs only a part of it.
import { join } from 'node:path';
import { ensureTestTools } from './tests/test-tools.ts';

const root = join(import.meta.dir, '..');
const [first = '', ...rest] = process.argv.slice(2);
const isShape = first === 'folder' || first === 'bucket';
const shapes = isShape ? [first] : ['folder', 'bucket'];
const given = isShape ? rest : process.argv.slice(2);
const suites = given.length > 0 ? given : ['e2e/story', 'e2e/poses', 'e2e/screens'];

await ensureTestTools();
let isWell = true;
for (const pictures of shapes) {
  console.log(`Two web, two workers, pictures in a ${pictures}: ${suites.join(', ')} …`);
  const child = Bun.spawn([process.execPath, 'test', ...suites.map((suite) => `./${suite}`)], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'test',
      E2E_STUDIO: pictures === 'folder' ? 'several' : 'several-with-bucket',
    },
  });
  isWell = (await child.exited) === 0 && isWell;
}
process.exitCode = isWell ? 0 : 1;
