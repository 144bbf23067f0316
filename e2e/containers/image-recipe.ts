import { cpSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DockerfileParser, type Instruction } from 'dockerfile-ast';

export const PROJECT = join(import.meta.dir, '../..');

/** A Dockerfile as its stages, each a list of instructions. */
export function readStages(file: string): Instruction[][] {
  const stages: Instruction[][] = [];
  for (const instruction of DockerfileParser.parse(readFileSync(file, 'utf8')).getInstructions()) {
    if (instruction.getKeyword() === 'FROM') stages.push([]);
    stages.at(-1)?.push(instruction);
  }
  return stages;
}

export const argumentsOf = (stage: readonly Instruction[], keyword: string): string[] =>
  stage
    .filter((instruction) => instruction.getKeyword() === keyword)
    .map((instruction) => instruction.getRawArgumentsContent() ?? '');

/**
 * Does what the first stage says, in a folder that stands for the image: the project's own files as `COPY . .` would
 * bring them, then every RUN. @returns the folder; `app` and `bin` in it are the image's /app and /usr/local/bin.
 */
export async function buildOutsideContainers(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'lumiku-image-'));
  const app = join(root, 'app');
  mkdirSync(join(root, 'bin'));
  const listed = await Bun.$`git ls-files -z --cached --others --exclude-standard`
    .cwd(PROJECT)
    .text();
  for (const path of listed.split('\0').filter(Boolean)) {
    mkdirSync(join(app, dirname(path)), { recursive: true });
    cpSync(join(PROJECT, path), join(app, path));
  }
  const [build = []] = readStages(join(PROJECT, 'Dockerfile'));
  for (const command of argumentsOf(build, 'RUN')) {
    const here = command.replaceAll('/usr/local/bin', join(root, 'bin')).replaceAll('\\\n', ' ');
    const path = `${join(root, 'bin')}:${pathWithoutBun()}`;
    const run = Bun.spawn(['sh', '-c', here], {
      cwd: app,
      env: { PATH: path, HOME: root },
      stdout: 'pipe',
      stderr: 'pipe',
    });
    const [out, err, code] = await Promise.all([
      new Response(run.stdout).text(),
      new Response(run.stderr).text(),
      run.exited,
    ]);
    if (code !== 0) throw new Error(`RUN ${command}\nended with ${code}:\n${out}${err}`);
  }
  return root;
}

/** The image has only Node at first; a Bun of this machine must not help. */
function pathWithoutBun(): string {
  const folders = (process.env.PATH ?? '').split(':');
  return folders.filter((folder) => Bun.which('bun', { PATH: folder }) === null).join(':');
}
