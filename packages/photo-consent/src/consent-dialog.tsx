import { asApiFault } from '@lumiku/app-kit/web';
import { Button, Dialog, useWords, Verdict } from '@lumiku/ui-kit';
import { BookUser, CalendarX, EyeOff, ScanFace, ShieldCheck, UserCheck } from 'lucide-react';
import { useState } from 'react';
import { useConsent } from './use-consent.ts';

/** One for each sentence of the terms. */
const ICONS = [ScanFace, EyeOff, CalendarX, BookUser, UserCheck];

/** Asked once, before the first photo leaves the device: what it is used for, and the way back. */
export function ConsentDialog({
  isOpen,
  onClose,
  onAgreed,
}: {
  isOpen: boolean;
  /** Not agreed: the photo is not used. */
  onClose: () => void;
  onAgreed?: () => void;
}) {
  const { t } = useWords();
  const { consent, give } = useConsent();
  const [state, setState] = useState<{ isBusy: boolean; fault: unknown }>({
    isBusy: false,
    fault: null,
  });
  const agree = async () => {
    if (consent === undefined) return;
    setState({ isBusy: true, fault: null });
    try {
      await give(consent.version);
      setState({ isBusy: false, fault: null });
      onAgreed?.();
    } catch (fault) {
      setState({ isBusy: false, fault });
    }
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      isSmall
      width={440}
      title={t({ en: 'Before your photo is used', id: 'Sebelum fotomu dipakai' })}
      footer={
        <>
          <Button onClick={onClose}>{t({ en: 'Not now', id: 'Nanti saja' })}</Button>
          <Button kind="primary" isBusy={state.isBusy} onClick={() => void agree()}>
            {t({ en: 'I agree', id: 'Saya setuju' })}
          </Button>
        </>
      }
    >
      <ul className="grid gap-3.5">
        {(consent?.terms ?? []).map((words, index) => {
          const Icon = ICONS[index] ?? ShieldCheck;
          return (
            <li key={words.en} className="flex gap-3 text-14 text-ink-2">
              <Icon
                aria-hidden
                className="mt-0.5 size-5 shrink-0 text-accent-ink"
                strokeWidth={1.75}
              />
              {t(words)}
            </li>
          );
        })}
      </ul>
      <p className="mt-4 text-13 text-ink-3">
        {t({
          en: 'Asked once and recorded. You can take it back at any time, under your photo or in your account.',
          id: 'Ditanyakan sekali dan dicatat. Bisa kamu tarik kapan saja, di bawah fotomu atau di akunmu.',
        })}
      </p>
      {state.fault !== null && (
        <div className="mt-3">
          <Verdict kind="wrong" title={asApiFault(state.fault).message}>
            {asApiFault(state.fault).fix}
          </Verdict>
        </div>
      )}
    </Dialog>
  );
}
