import { Button, ButtonLink, Menu, MenuItem, useWords } from '@lumiku/ui-kit';
import { useNavigate } from '@tanstack/react-router';
import { ChevronDown, Download, Pencil, PersonStanding, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Avatar } from '../../contract.ts';
import { useDeletions } from '../creator/use-deletions.ts';
import { AvatarDialog } from './avatar-dialog.tsx';
import { DOWNLOAD_FORMATS, downloadHref, sourceRefOf } from './avatar-links.ts';

/** Everything that can be done with one avatar. */
export function AvatarActions({ avatar }: { avatar: Avatar }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { deleteAvatarLater } = useDeletions();
  const [isEditing, setEditing] = useState(false);
  const remove = async () => {
    deleteAvatarLater(
      avatar,
      t({ en: `“${avatar.name}” deleted`, id: `“${avatar.name}” dihapus` }),
    );
    await navigate({ to: '/create/$projectId', params: { projectId: avatar.projectId } });
  };
  return (
    <div className="grid gap-2">
      <UseInGenerator avatar={avatar} className="phone:hidden" />
      <div className="grid grid-cols-2 gap-2">
        <Menu
          align="start"
          trigger={
            <Button icon={Download} iconAfter={ChevronDown}>
              {t({ en: 'Download', id: 'Unduh' })}
            </Button>
          }
        >
          {DOWNLOAD_FORMATS.map(({ format, name, hint }) => (
            <MenuItem key={format} href={downloadHref(avatar, format)} download aside={t(hint)}>
              {name}
            </MenuItem>
          ))}
          <p className="num px-2.5 pt-1 pb-1.5 text-13 text-ink-3">
            {avatar.widthPx} × {avatar.heightPx} px
          </p>
        </Menu>
        <Button icon={Pencil} onClick={() => setEditing(true)}>
          {t({ en: 'Edit', id: 'Ubah' })}
        </Button>
      </div>
      <Button kind="quiet" icon={Trash2} className="text-bad-ink!" onClick={() => void remove()}>
        {t({ en: 'Delete', id: 'Hapus' })}
      </Button>
      {isEditing && <AvatarDialog avatar={avatar} onClose={() => setEditing(false)} />}
    </div>
  );
}

/** Takes the avatar into the generator in place of a photo; where that app is, its screens decide. */
export function UseInGenerator({ avatar, className }: { avatar: Avatar; className?: string }) {
  const { t } = useWords();
  const query = new URLSearchParams({ source: sourceRefOf(avatar) });
  return (
    <ButtonLink
      kind="primary"
      size="l"
      icon={PersonStanding}
      href={`/generate?${query}`}
      {...(className ? { className } : {})}
    >
      {t({ en: 'Put into a pose', id: 'Pasang dalam pose' })}
    </ButtonLink>
  );
}
