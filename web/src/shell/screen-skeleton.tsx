import { Skeleton, useWords } from '@lumiku/ui-kit';

/** While a screen is on its way. */
export function ScreenSkeleton() {
  const { t } = useWords();
  return (
    <div className="grid gap-4">
      <span role="status" className="sr-only">
        {t({ en: 'Loading', id: 'Memuat' })}
      </span>
      <Skeleton className="h-48 rounded-l" />
      <Skeleton className="h-24 rounded-l" />
      <Skeleton className="h-24 rounded-l" />
    </div>
  );
}
