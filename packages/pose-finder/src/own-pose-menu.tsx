import type { PoseTemplate } from '@lumiku/contract';
import { Menu, MenuItem, useToasts, useWords } from '@lumiku/ui-kit';
import { useQueryClient } from '@tanstack/react-query';
import { PencilLine, TextCursorInput, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { NameDialog } from './name-dialog.tsx';
import { poseApi } from './pose-api.ts';
import { poseKeys } from './pose-keys.ts';
import { usePoseDeletion } from './use-pose-deletions.ts';

/** What only the owner of a pose can do: rename it, change it, delete it with time to undo. */
export function OwnPoseMenu({
  pose,
  trigger,
  onEdit,
  onDeleted,
}: {
  pose: PoseTemplate;
  trigger: ReactNode;
  onEdit: (poseId: string) => void;
  onDeleted?: () => void;
}) {
  const { t, language } = useWords();
  const [isNaming, setNaming] = useState(false);
  const remove = usePoseDeletion();
  return (
    <>
      <Menu trigger={trigger}>
        <MenuItem icon={TextCursorInput} onSelect={() => setNaming(true)}>
          {t({ en: 'Rename', id: 'Ganti nama' })}
        </MenuItem>
        <MenuItem icon={PencilLine} onSelect={() => onEdit(pose.id)}>
          {t({ en: 'Edit', id: 'Sunting' })}
        </MenuItem>
        <MenuItem
          icon={Trash2}
          isDangerous
          onSelect={() => {
            remove(pose);
            onDeleted?.();
          }}
        >
          {t({ en: 'Delete', id: 'Hapus' })}
        </MenuItem>
      </Menu>
      {isNaming && (
        <RenamePoseDialog
          id={pose.id}
          name={pose.names[language]}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  );
}

function RenamePoseDialog({
  id,
  name,
  onClose,
}: {
  id: string;
  name: string;
  onClose: () => void;
}) {
  const { t } = useWords();
  const toasts = useToasts();
  const client = useQueryClient();
  const keep = async (wanted: string) => {
    const pose = await poseApi.change(id, { name: wanted });
    client.setQueryData(poseKeys.one(id), pose);
    await client.invalidateQueries({ queryKey: poseKeys.pages });
    toasts.say({ words: t({ en: 'Renamed', id: 'Nama diganti' }) });
    onClose();
  };
  return (
    <NameDialog
      title={t({ en: 'Rename the pose', id: 'Ganti nama pose' })}
      suggestion={name}
      keep={keep}
      onClose={onClose}
    />
  );
}
