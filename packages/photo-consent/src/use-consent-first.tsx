import { type ReactNode, useState } from 'react';
import { ConsentDialog } from './consent-dialog.tsx';
import { useConsent } from './use-consent.ts';

/**
 * For what needs the person's consent: `first` goes on at once where it is given, else after the question.
 * @returns the question, to be rendered beside what asks it.
 */
export function useConsentFirst(): { first: (goOn: () => void) => void; question: ReactNode } {
  const { consent } = useConsent();
  const [waiting, setWaiting] = useState<(() => void) | null>(null);
  return {
    first: (goOn) => (consent?.isGiven ? goOn() : setWaiting(() => goOn)),
    question: (
      <ConsentDialog
        isOpen={waiting !== null}
        onClose={() => setWaiting(null)}
        onAgreed={() => {
          setWaiting(null);
          waiting?.();
        }}
      />
    ),
  };
}
