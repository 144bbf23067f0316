import type { PoseEditor } from '@lumiku/pose-editor';
import { ConfirmDialog, useWords } from '@lumiku/ui-kit';
import { useBlocker } from '@tanstack/react-router';
import type { RefObject } from 'react';

/** Asks whoever would leave with changes that are not saved: by back, a link, or closing the page. */
export function LeaveQuestion({
  editor,
  isFree,
}: {
  editor: PoseEditor;
  /** Saving itself leads elsewhere and is not asked. */
  isFree: RefObject<boolean>;
}) {
  const { t } = useWords();
  const isUnsaved = () => editor.document.state().isChanged && !isFree.current;
  const blocker = useBlocker({
    shouldBlockFn: isUnsaved,
    enableBeforeUnload: isUnsaved,
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
      onConfirm={() => blocker.proceed?.()}
      onClose={() => blocker.reset?.()}
    />
  );
}
