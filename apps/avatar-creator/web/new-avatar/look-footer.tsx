import { Button, useClock, useIsPhone, useWords } from '@lumiku/ui-kit';
import { Check, RefreshCw, X } from 'lucide-react';
import { PRICES } from '../../contract.ts';
import { isSavable } from './preview-state.ts';
import { ProblemLine, useMissingCredits, useMustWait } from './problem-line.tsx';
import { usePreviewStore, useShownPreview } from './use-preview-store.ts';

/** Stop while it is being made; then another one, free, or this one, for its price. */
export function LookFooter({ onSave, onClose }: { onSave: () => void; onClose: () => void }) {
  const { t } = useWords();
  const { making, comparedIds, cancelPreview, compare } = usePreviewStore();
  if (making !== null) {
    return (
      <Button size="l" icon={X} isBusy={making.isCancelling} onClick={() => void cancelPreview()}>
        {t({ en: 'Stop drawing', id: 'Berhenti menggambar' })}
      </Button>
    );
  }
  if (comparedIds.length > 0) {
    return (
      <Button size="l" icon={Check} onClick={() => compare([])}>
        {t({ en: 'Done comparing', id: 'Selesai membanding' })}
      </Button>
    );
  }
  return <Decide onSave={onSave} onClose={onClose} />;
}

function Decide({ onSave, onClose }: { onSave: () => void; onClose: () => void }) {
  const { t } = useWords();
  const { name, isSaving, regenerate } = usePreviewStore();
  const shown = useShownPreview();
  const isPhone = useIsPhone();
  const nowMs = useClock();
  const mustWait = useMustWait();
  const missing = useMissingCredits();
  const isOpen = shown !== undefined && isSavable(shown, nowMs);
  return (
    <>
      <ProblemLine />
      <Button kind="quiet" size="l" className="mr-auto phone:hidden" onClick={onClose}>
        {isOpen ? t({ en: 'Cancel', id: 'Batal' }) : t({ en: 'Close', id: 'Tutup' })}
      </Button>
      <Button
        size="l"
        icon={RefreshCw}
        disabled={mustWait || isSaving || shown === undefined}
        onClick={() => void regenerate()}
        className="phone:px-3"
      >
        {isPhone
          ? t({ en: 'Again, free', id: 'Lagi, gratis' })
          : t({ en: 'Regenerate, free', id: 'Buat lagi, gratis' })}
      </Button>
      {isOpen && (
        <Button
          kind="primary"
          size="l"
          price={PRICES.avatar}
          isBusy={isSaving}
          disabled={name.trim() === '' || missing > 0}
          onClick={onSave}
        >
          {t({ en: 'Save', id: 'Simpan' })}
        </Button>
      )}
    </>
  );
}
