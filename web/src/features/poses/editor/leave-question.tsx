import type { PoseEditor } from '@lumiku/pose-editor';
import { ConfirmDialog, useWords } from '@lumiku/ui-kit';
import { useBlocker } from '@tanstack/react-router';
import type { RefObject } from 'react';
import type { EditorDraft } from './use-draft.ts';

/** Asks whoever would leave with changes that are not saved: by back, a link, or closing the page. */
export function LeaveQuestion({
  editor,
  draft,
  isFree,
}: {
  editor: PoseEditor;
  draft: EditorDraft;
  /** Saving itself leads elsewhere and is not asked. */
  isFree: RefObject<boolean>;
}) {
  const { t } = useWords();
  const isUnsaved = () => editor.document.state().isChanged && !isFree.current;
  const blocker = useBlocker({
    shouldBlockFn: isUnsaved,
    // A reload loses nothing where drafts are kept; asking then would only be in the way.
    enableBeforeUnload: () => isUnsaved() && !draft.keepNow(),
    withResolver: true,
  });
  return (
    <ConfirmDialog
      isOpen={blocker.status === 'blocked'}
      isDangerous
      title={t({ en: 'Leave without saving?', id: 'Tinggalkan tanpa menyimpan?' })}
      description={t({
        en: 'What you changed on this pose would be lost.',
        id: 'Perubahanmu pada pose ini akan hilang.',
      })}
      confirm={t({ en: 'Leave', id: 'Tinggalkan' })}
      onConfirm={() => {
        draft.forget();
        blocker.proceed?.();
      }}
      onClose={() => blocker.reset?.()}
    />
  );
}
