import { afterEach, beforeEach, expect, setDefaultTimeout, spyOn, test } from 'bun:test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { runCommand } from './run-command.ts';

/** Drawing shares a small machine with everything else; time is not what is tested. */
setDefaultTimeout(120_000);

const TOKEN = 'r8_only-for-this-test';
let folder = '';
let printed = '';
const note = (line: unknown): void => {
  printed += `${String(line)}\n`;
};
spyOn(console, 'log').mockImplementation(note);
spyOn(console, 'error').mockImplementation(note);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lumiku-engines-'));
  printed = '';
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (args: string[], environment: Record<string, string> = {}) =>
  runCommand(args, { LUMIKU_DATA_DIR: folder, ...environment });

test('lumiku engines lists what is configured and what is not, with licences, and no key', async () => {
  expect(await run(['engines'], { REPLICATE_API_TOKEN: TOKEN, COMMERCIAL: 'true' })).toBe(0);
  expect(printed).toContain('Replicate (replicate)');
  expect(printed).toContain('NON-COMMERCIAL');
  expect(printed).toContain('This would do: FLUX_MODEL=black-forest-labs/FLUX.1-schnell');
  expect(printed).toMatch(/Not configured:[\s\S]*comfyui/);
  expect(printed).not.toContain(TOKEN);
});

test('lumiku engines check makes a real picture, looks at it and keeps it where it is told', async () => {
  const file = join(folder, 'check.png');
  expect(await run(['engines', 'check', 'local', '--save', file])).toBe(0);
  expect(printed).toMatch(/ok {4}picture: 768 × 1024 PNG, \d+ kB/);
  expect(printed).toMatch(/\d s, free, text-to-image/);
  expect(await sharp(file).metadata()).toMatchObject({ width: 768, height: 1024 });
});

test('what cannot be checked is told with what to do', async () => {
  expect(await run(['engines', 'check', 'replicate'])).toBe(1);
  expect(printed).toContain('Replicate is not configured.\nSet REPLICATE_API_TOKEN');
  printed = '';
  expect(await run(['engines', 'check', 'warp'])).toBe(1);
  expect(printed).toContain('There is no engine "warp".');
  printed = '';
  expect(await run(['engines', 'check', 'local', '--kind', 'smell'])).toBe(1);
  expect(printed).toContain('There is no kind "smell".');
});

test('a service that is away is told in words, without a key', async () => {
  const gone = { COMFYUI_URL: 'http://127.0.0.1:9' };
  expect(await run(['engines', 'check', 'comfyui'], gone)).toBe(1);
  expect(printed).toContain('WRONG service: The engine cannot be reached right now.');
  expect(printed).toContain('See whether the address is right');
});
