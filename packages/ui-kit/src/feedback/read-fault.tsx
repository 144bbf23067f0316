import { Button } from '../controls/button.tsx';
import { useWords } from '../language/words-provider.tsx';
import { ErrorState } from './empty-state.tsx';

/** In the place of what could not be read: why, how to mend it, and another try. */
export function ReadFault({
  fault: { message, fix },
  onRetry,
}: {
  fault: { message: string; fix?: string | undefined };
  onRetry: () => unknown;
}) {
  const { t } = useWords();
  return (
    <ErrorState
      title={message}
      action={
        <Button onClick={() => void onRetry()}>{t({ en: 'Try again', id: 'Coba lagi' })}</Button>
      }
    >
      {fix}
    </ErrorState>
  );
}
