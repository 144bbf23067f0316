import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { z } from 'zod';
import { readImports } from './read-imports.ts';

export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
}

const Manifest = z.object({
  name: z.string(),
  exports: z.record(z.string(), z.string()).default({}),
});

/** Every import between two files of this repository. Paths are relative to its root. */
export async function importGraph(files: readonly string[]): Promise<Arrow[]> {
  const entries = await workspaceEntries(files);
  const sources = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file));
  const arrows = await Promise.all(
    sources.map(async (from) => {
      const code = await Bun.file(from).text();
      return readImports(from, code).flatMap(({ specifier, isType }) => {
        const to = resolveImport(from, specifier, entries);
        return to === null ? [] : [{ from, to, isType }];
      });
    }),
  );
  return arrows.flat();
}

/** `@lumiku/contract` → `packages/contract/src/index.ts`, for every door of every workspace. */
async function workspaceEntries(files: readonly string[]): Promise<Map<string, string>> {
  const entries = new Map<string, string>();
  for (const path of files.filter((file) => /[^/]\/package\.json$/.test(file))) {
    const manifest = Manifest.safeParse(await Bun.file(path).json());
    if (!manifest.success) continue;
    for (const [door, target] of Object.entries(manifest.data.exports)) {
      const specifier = join(manifest.data.name, door);
      entries.set(specifier, normalize(join(dirname(path), target)));
    }
  }
  return entries;
}

function resolveImport(
  from: string,
  specifier: string,
  entries: Map<string, string>,
): string | null {
  const [bare = ''] = specifier.split('?');
  if (!bare.startsWith('.')) return entries.get(bare) ?? null;
  const path = normalize(join(dirname(from), bare));
  const candidates = [path, `${path}.ts`, `${path}.tsx`, join(path, 'index.ts')];
  return candidates.find((one) => /\.\w+$/.test(one) && existsSync(one)) ?? null;
}
