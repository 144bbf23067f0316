import { creditKeys, meKey } from '@lumiku/app-kit/web';
import { Badge, Button, Dialog, useToasts, useWords } from '@lumiku/ui-kit';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { creatorKeys } from '../creator/query-keys.ts';
import { LookFooter } from './look-footer.tsx';
import { LookPhase } from './look-phase.tsx';
import { useLeaveGuard } from './use-leave-guard.ts';
import { usePreviewStore, useShownPreview } from './use-preview-store.ts';
import { WordsFooter, WordsPhase } from './words-phase.tsx';

/**
 * From words to an avatar: first the words, then pictures to look at, of which one is saved. Open while the address
 * says so, so that the way back closes it; leaving unsaved previews is asked about first.
 */
export function NewAvatarDialog({
  projectId,
  beginWith,
  onClose,
}: {
  projectId: string;
  beginWith: 'words' | 'look';
  onClose: () => void;
}) {
  const { t, number } = useWords();
  const { phase, making, previews, open } = usePreviewStore();
  const shown = useShownPreview();
  const client = useQueryClient();
  const guard = useLeaveGuard();
  const save = useSave(() => {
    // The other previews stay on the server for their hour; the album offers them again.
    guard.letGo();
    onClose();
  });

  useEffect(() => {
    void open(projectId, beginWith);
  }, [open, projectId, beginWith]);
  // Whatever way the dialog is left, what is in the making has nobody to look at it any more.
  useEffect(
    () => () => {
      const { cancelPreview, clearPreview } = usePreviewStore.getState();
      void cancelPreview();
      clearPreview();
      void client.invalidateQueries({ queryKey: creatorKeys.previews(projectId) });
    },
    [client, projectId],
  );

  const index = previews.findIndex((preview) => preview.previewId === shown?.previewId);
  const title =
    phase === 'words'
      ? t({ en: 'New avatar', id: 'Avatar baru' })
      : making !== null
        ? t({ en: 'Drawing a preview', id: 'Menggambar pratinjau' })
        : shown?.avatarId
          ? t({ en: 'Saved in this album', id: 'Tersimpan di album ini' })
          : t({ en: 'Save this one?', id: 'Simpan yang ini?' });
  return (
    <>
      <Dialog
        isOpen
        onClose={onClose}
        title={title}
        besideTitle={
          phase === 'look' &&
          making === null &&
          index !== -1 && (
            <Badge className="phone:hidden">
              {t({
                en: `Preview ${number(index + 1)} of ${number(previews.length)}`,
                id: `Pratinjau ${number(index + 1)} dari ${number(previews.length)}`,
              })}
            </Badge>
          )
        }
        width={phase === 'words' ? 760 : 980}
        footer={
          phase === 'words' ? (
            <WordsFooter />
          ) : (
            <LookFooter onSave={() => void save()} onClose={onClose} />
          )
        }
      >
        {phase === 'words' ? <WordsPhase /> : <LookPhase />}
      </Dialog>
      {guard.question && <LeaveQuestion {...guard.question} isMaking={making !== null} />}
    </>
  );
}

/** Saves the preview in sight, says so, and closes. */
function useSave(onSaved: () => void): () => Promise<void> {
  const { t } = useWords();
  const toasts = useToasts();
  const client = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    const avatar = await usePreviewStore.getState().savePreview();
    if (avatar === null) return;
    client.setQueryData(creatorKeys.avatar(avatar.id), avatar);
    for (const queryKey of [creatorKeys.all, creditKeys.all, meKey]) {
      void client.invalidateQueries({ queryKey });
    }
    toasts.say({
      words: t({ en: `${avatar.name} is saved`, id: `${avatar.name} tersimpan` }),
      action: {
        label: t({ en: 'Open', id: 'Buka' }),
        onClick: () => void navigate({ to: '/create/avatars/$id', params: { id: avatar.id } }),
      },
    });
    onSaved();
  };
}

function LeaveQuestion({
  isMaking,
  stay,
  leave,
}: {
  isMaking: boolean;
  stay: () => void;
  leave: () => void;
}) {
  const { t } = useWords();
  return (
    <Dialog
      isOpen
      isSmall
      isAlert
      onClose={stay}
      title={
        isMaking
          ? t({ en: 'Stop drawing?', id: 'Berhenti menggambar?' })
          : t({ en: 'Leave without saving?', id: 'Pergi tanpa menyimpan?' })
      }
      description={
        isMaking
          ? t({
              en: 'The picture in the making is dropped. Nothing was charged.',
              id: 'Gambar yang sedang dibuat dibuang. Tidak ada yang dibayar.',
            })
          : t({
              en: 'Your previews stay in this album until their hour is over; then they are gone.',
              id: 'Pratinjaumu tetap di album ini sampai satu jamnya habis; setelah itu hilang.',
            })
      }
      footer={
        <>
          {/* First, so that the keyboard begins at the safe way on. */}
          <Button kind="primary" onClick={stay}>
            {t({ en: 'Keep looking', id: 'Tetap di sini' })}
          </Button>
          <Button onClick={leave}>{t({ en: 'Leave', id: 'Pergi' })}</Button>
        </>
      }
    />
  );
}
