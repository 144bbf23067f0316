import { readdir } from 'node:fs/promises';
import { basename, extname, join, relative } from 'node:path';
import { Fault } from '@lumiku/contract';

/** A file of the folder and, where there is one, the mask that cuts its person out. */
export interface ImportFile {
  /** From the folder, with slashes. */
  readonly path: string;
  readonly file: string;
  readonly mask: string | null;
}

export interface ImportFolder {
  readonly files: readonly ImportFile[];
  /** The first table of labels at the top of the folder. */
  readonly labels: string | null;
  /** Folders nobody could look into, with why. */
  readonly closed: readonly { readonly path: string; readonly error: unknown }[];
}

const MASK_NAME = /^(?<name>.+?)[-_ .](?:mask|segm|segmentation)$/i;
const MASK_FOLDER = /(^|\/)(masks?|segmentations?)(\/|$)/i;

/** `a/b.jpg` and its mask `a/b_mask.png` or `masks/a/b.png` share this. */
function keyOf(path: string): string {
  const plain = path.replace(MASK_FOLDER, '$1').slice(0, -extname(path).length || undefined);
  const name = basename(plain);
  return plain.slice(0, plain.length - name.length) + (MASK_NAME.exec(name)?.groups?.name ?? name);
}

function isMask(path: string): boolean {
  return MASK_FOLDER.test(path) || MASK_NAME.test(basename(path, extname(path)));
}

/** Everything in the folder and below, sorted, masks put beside their pictures. @throws Fault IMPORT_FOLDER_UNREADABLE */
export async function readImportFolder(root: string): Promise<ImportFolder> {
  const paths: string[] = [];
  const closed: { path: string; error: unknown }[] = [];
  const walk = async (folder: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
      if (folder === root) throw folderUnreadable(root, error);
      closed.push({ path: relative(root, folder), error });
      return [];
    });
    for (const entry of entries.toSorted((a, b) => a.name.localeCompare(b.name))) {
      if (entry.name.startsWith('.')) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await walk(path);
      else paths.push(relative(root, path).replaceAll('\\', '/'));
    }
  };
  await walk(root);
  const tables = paths.filter((path) => /\.csv$/i.test(path));
  const masks = new Map(paths.filter(isMask).map((path) => [keyOf(path), path]));
  const files = paths
    .filter((path) => !isMask(path) && !/\.csv$/i.test(path))
    .map((path): ImportFile => {
      const mask = masks.get(keyOf(path));
      return { path, file: join(root, path), mask: mask === undefined ? null : join(root, mask) };
    });
  const labels = tables.find((path) => !path.includes('/'));
  return { files, labels: labels === undefined ? null : join(root, labels), closed };
}

function folderUnreadable(root: string, cause: unknown): Fault {
  const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
  return new Fault({
    code: 'IMPORT_FOLDER_UNREADABLE',
    status: 422,
    message: isMissing ? `There is no folder ${root}.` : `The folder ${root} cannot be read.`,
    fix: isMissing
      ? 'Check the path; it is taken from where the command runs.'
      : 'Give the user who runs the command the right to read it.',
    cause,
  });
}
