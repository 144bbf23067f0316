import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { removeFromLists } from './app-lists.ts';

/**
 * Takes an app out of both lists and its folder away. What git does not have is put aside, not deleted.
 * @returns where the folder was put, relative to the project; null when it is gone and git has all of it.
 */
export async function removeApp(root: string, id: string): Promise<string | null> {
  await removeFromLists(root, id);
  const folder = join(root, 'apps', id);
  if (await isInGit(root, id)) {
    await rm(folder, { recursive: true });
    return null;
  }
  const aside = `.artifacts/removed-apps/${id}-${Date.now()}`;
  await mkdir(join(root, '.artifacts/removed-apps'), { recursive: true });
  await rename(folder, join(root, aside));
  return aside;
}

/** Whether every file of the app is committed as it is. */
async function isInGit(root: string, id: string): Promise<boolean> {
  const git = Bun.spawn(
    ['git', 'status', '--porcelain', '--untracked-files=all', '--', `apps/${id}`],
    { cwd: root, stdout: 'pipe', stderr: 'ignore' },
  );
  const changes = await new Response(git.stdout).text();
  return (await git.exited) === 0 && changes === '';
}
