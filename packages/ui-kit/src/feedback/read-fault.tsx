import { Button } from '../controls/button.tsx';
import { useWords } from '../language/words-provider.tsx';
import { ErrorState } from './empty-state.tsx';

/** In the place of what could not be read: why, how to mend it, and another try. */
export function ReadFault({
  fault,
  onRetry,
}: {
  /** As the server says it, or in a screen's own words. */
  fault: ({ message: string } | { title: string }) & { fix?: string | undefined };
  onRetry: () => unknown;
}) {
  const { t } = useWords();
  return (
    <ErrorState
      title={'title' in fault ? fault.title : fault.message}
      action={
        <Button onClick={() => void onRetry()}>{t({ en: 'Try again', id: 'Coba lagi' })}</Button>
      }
    >
      {fault.fix}
    </ErrorState>
  );
}
