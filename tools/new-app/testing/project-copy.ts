import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';

const ROOMS = ['apps', 'engines', 'poses', 'server', 'web', 'e2e', 'bench'];
const MADE = new Set(['node_modules', 'dist', 'data', '.git', '.toolchain', '.artifacts']);

/** This project as it stands in another folder, with the packages that are installed here. */
export interface ProjectCopy {
  readonly root: string;
  /** A digest of every source file by its path. */
  sources(): Promise<Map<string, string>>;
  remove(): Promise<void>;
}

/** @param project absolute path of the project; its packages are installed. */
export async function copyProject(project: string): Promise<ProjectCopy> {
  const root = await mkdtemp(join(tmpdir(), 'lumiku-copy-'));
  await cp(project, root, {
    recursive: true,
    filter: (path) => path === project || !MADE.has(basename(path)),
  });
  await symlink(join(project, 'node_modules'), join(root, 'node_modules'));
  for (const workspace of await workspacesOf(project)) await linkPackages(project, root, workspace);
  return {
    root,
    sources: () => readSources(root),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}

async function workspacesOf(project: string): Promise<string[]> {
  const packages = await readdir(join(project, 'packages'));
  return [...packages.map((name) => `packages/${name}`), ...ROOMS];
}

/** Packages of others are shared with the project; those of ours must be the copy's own. */
async function linkPackages(project: string, root: string, workspace: string): Promise<void> {
  const from = join(project, workspace, 'node_modules');
  const to = join(root, workspace, 'node_modules');
  for (const name of await readdir(from).catch(() => [])) {
    await mkdir(to, { recursive: true });
    if (name !== '@lumiku') {
      await symlink(join(from, name), join(to, name));
      continue;
    }
    await mkdir(join(to, name));
    for (const own of await readdir(join(from, name))) {
      const target = relative(project, await realpath(join(from, name, own)));
      await symlink(join(root, target), join(to, name, own));
    }
  }
}

async function readSources(root: string): Promise<Map<string, string>> {
  const all = await Array.fromAsync(new Bun.Glob('**/*').scan({ cwd: root, dot: true }));
  const paths = all.filter((path) => !path.split('/').some((part) => MADE.has(part)));
  const digests = paths.sort().map(async (path) => {
    const bytes = await readFile(join(root, path));
    return [path, Bun.hash(bytes).toString(16)] as const;
  });
  return new Map(await Promise.all(digests));
}
