import { IconButton, Link, Menu, MenuItem, useWords } from '@lumiku/ui-kit';
import { Ellipsis, Pencil, Trash2, UserRound } from 'lucide-react';
import { useState } from 'react';
import type { Project } from '../../contract.ts';
import { useDeletions } from '../creator/use-deletions.ts';
import { AlbumDialog } from './album-dialog.tsx';

/** An album by its newest pictures, its name and how many are in it. */
export function AlbumTile({ project }: { project: Project }) {
  const { t } = useWords();
  const [isEditing, setEditing] = useState(false);
  const deleteAlbum = useDeleteAlbum();
  return (
    <li className="group relative min-w-0">
      <Link href={`/create/${project.id}`} className="block text-ink no-underline">
        <Cover urls={project.coverUrls} />
        <span className="mt-2 flex items-baseline gap-2 pr-8 text-14 font-medium">
          <span className="truncate">{project.name}</span>
        </span>
        <span className="num block text-13 text-ink-3">{useCount()(project.avatarCount)}</span>
      </Link>
      <span className="absolute right-0 bottom-1">
        <Menu
          trigger={
            <IconButton
              kind="quiet"
              size="s"
              icon={Ellipsis}
              hasTooltip={false}
              label={`${t({ en: 'More', id: 'Lainnya' })}: ${project.name}`}
            />
          }
        >
          <MenuItem icon={Pencil} onSelect={() => setEditing(true)}>
            {t({ en: 'Rename or describe', id: 'Ubah nama atau keterangan' })}
          </MenuItem>
          <MenuItem icon={Trash2} isDangerous onSelect={() => deleteAlbum(project)}>
            {t({ en: 'Delete', id: 'Hapus' })}
          </MenuItem>
        </Menu>
      </span>
      {isEditing && <AlbumDialog project={project} onClose={() => setEditing(false)} />}
    </li>
  );
}

/** One picture fills the cover; from four on they share it. */
function Cover({ urls }: { urls: readonly string[] }) {
  const shown = urls.length >= 4 ? urls.slice(0, 4) : urls.slice(0, 1);
  return (
    <span
      className={`grid aspect-4/5 gap-0.5 overflow-hidden rounded-m bg-sunken transition-[filter] quick group-hover:brightness-98 ${shown.length === 4 ? 'grid-cols-2 grid-rows-2' : ''}`}
    >
      {shown.length === 0 && (
        <span className="grid place-items-center text-ink-3">
          <UserRound aria-hidden className="size-10" strokeWidth={1.25} />
        </span>
      )}
      {shown.map((url) => (
        <img
          key={url}
          src={url}
          alt=""
          loading="lazy"
          decoding="async"
          className="size-full min-h-0 object-cover object-[50%_15%]"
        />
      ))}
    </span>
  );
}

/** `9 avatars`, `No avatars yet` */
export function useCount(): (count: number) => string {
  const { t, number } = useWords();
  return (count) =>
    count === 0
      ? t({ en: 'No avatars yet', id: 'Belum ada avatar' })
      : t({
          en: `${number(count)} ${count === 1 ? 'avatar' : 'avatars'}`,
          id: `${number(count)} avatar`,
        });
}

/** Deletes an album with everything in it, after the time to undo. */
export function useDeleteAlbum(): (project: Project) => void {
  const { t, number } = useWords();
  const { deleteAlbumLater } = useDeletions();
  return (project) => {
    const { name, avatarCount } = project;
    deleteAlbumLater(
      project,
      avatarCount === 0
        ? t({ en: `“${name}” deleted`, id: `“${name}” dihapus` })
        : t({
            en: `“${name}” and its ${avatarCount === 1 ? 'avatar' : `${number(avatarCount)} avatars`} deleted`,
            id: `“${name}” dan ${number(avatarCount)} avatarnya dihapus`,
          }),
    );
  };
}
