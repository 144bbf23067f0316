import { asApiFault } from '@lumiku/app-kit/web';
import type { PoseTemplate } from '@lumiku/contract';
import { poseApi, poseKeys } from '@lumiku/pose-finder';
import { ConfirmDialog, IconButton, useToasts, useWords } from '@lumiku/ui-kit';
import { useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';

/** What only the owner of a pose can do. */
export function OwnPoseMenu({ pose, onGone }: { pose: PoseTemplate; onGone: () => void }) {
  const { t, language } = useWords();
  const toasts = useToasts();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    try {
      await poseApi.remove(pose.id);
      setAsking(false);
      onGone();
      await client.invalidateQueries({ queryKey: poseKeys.pages });
    } catch (cause) {
      const { message, fix } = asApiFault(cause);
      toasts.say({ words: message, detail: fix, tone: 'bad' });
    } finally {
      setBusy(false);
    }
  };
  const name = pose.names[language];
  return (
    <>
      <IconButton
        icon={Trash2}
        kind="danger"
        label={t({ en: 'Delete', id: 'Hapus' })}
        onClick={() => setAsking(true)}
      />
      <ConfirmDialog
        isOpen={isAsking}
        isDangerous
        isBusy={isBusy}
        title={t({ en: `Delete “${name}”?`, id: `Hapus “${name}”?` })}
        description={t({
          en: 'Pictures made with it stay.',
          id: 'Gambar yang dibuat dengannya tetap ada.',
        })}
        confirm={t({ en: 'Delete', id: 'Hapus' })}
        onConfirm={() => void remove()}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
