import { asApiFault } from '@lumiku/app-kit/web';
import { Button, Card, useWords } from '@lumiku/ui-kit';

/** One part of the page that could not be shown; the rest of it stands. */
export function PartFailed({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useWords();
  const fault = asApiFault(error);
  return (
    <Card role="alert" className="flex flex-wrap items-center justify-between gap-3 p-5">
      <p className="text-14 text-ink-2">
        {fault.message} {fault.fix}
      </p>
      <Button onClick={reset}>{t({ en: 'Try again', id: 'Coba lagi' })}</Button>
    </Card>
  );
}
