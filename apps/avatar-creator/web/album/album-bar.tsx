import { Button, IconButton, Menu, MenuItem, PageActions, useWords } from '@lumiku/ui-kit';
import { useNavigate } from '@tanstack/react-router';
import { Ellipsis, ImageUp, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Project } from '../../contract.ts';
import { AlbumDialog } from '../albums/album-dialog.tsx';
import { useCount, useDeleteAlbum } from '../albums/album-tile.tsx';

/** What the album is for, how much is in it, and what can be done with it. */
export function AlbumBar({
  project,
  onNew,
  onUpload,
}: {
  project: Project;
  onNew: () => void;
  onUpload: () => void;
}) {
  const { t } = useWords();
  const navigate = useNavigate();
  const count = useCount();
  const deleteAlbum = useDeleteAlbum();
  const [isEditing, setEditing] = useState(false);
  const remove = async () => {
    deleteAlbum(project);
    await navigate({ to: '/create' });
  };
  return (
    <div className="mb-5 flex flex-wrap items-center gap-x-3 gap-y-3">
      <PageActions>
        <Menu
          trigger={
            <IconButton
              kind="quiet"
              icon={Ellipsis}
              hasTooltip={false}
              label={t({ en: 'More: edit, delete', id: 'Lainnya: ubah, hapus' })}
            />
          }
        >
          <MenuItem icon={Pencil} onSelect={() => setEditing(true)}>
            {t({ en: 'Rename or describe', id: 'Ubah nama atau keterangan' })}
          </MenuItem>
          <MenuItem icon={ImageUp} onSelect={onUpload}>
            {t({ en: 'Upload a picture', id: 'Unggah gambar' })}
          </MenuItem>
          <MenuItem icon={Trash2} isDangerous onSelect={() => void remove()}>
            {t({ en: 'Delete the album', id: 'Hapus album' })}
          </MenuItem>
        </Menu>
      </PageActions>
      <p className="min-w-0 flex-1 break-words text-ink-2 phone:basis-full">
        {project.description !== null && <>{withFullStop(project.description)} </>}
        <span className="num">{count(project.avatarCount)}.</span>
      </p>
      <Button icon={ImageUp} onClick={onUpload} className="phone:flex-1">
        {t({ en: 'Upload', id: 'Unggah' })}
      </Button>
      <Button kind="primary" icon={Plus} onClick={onNew} className="phone:flex-1">
        {t({ en: 'New avatar', id: 'Avatar baru' })}
      </Button>
      {isEditing && <AlbumDialog project={project} onClose={() => setEditing(false)} />}
    </div>
  );
}

function withFullStop(text: string): string {
  return /[.!?…]$/u.test(text) ? text : `${text}.`;
}
