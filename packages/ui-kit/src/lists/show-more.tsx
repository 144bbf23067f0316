import { Button } from '../controls/button.tsx';
import { useWords } from '../language/words-provider.tsx';

/** The way to the next page of a list; nothing at its end. */
export function ShowMore({
  pages,
  place,
}: {
  pages: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  /** At the end of a table's foot, or in the middle under a grid. */
  place: 'foot' | 'under';
}) {
  const { t } = useWords();
  if (!pages.hasNextPage) return null;
  return (
    <Button
      size={place === 'foot' ? 's' : 'm'}
      className={place === 'foot' ? 'ml-auto' : 'mx-auto mt-6 flex w-fit'}
      isBusy={pages.isFetchingNextPage}
      onClick={() => void pages.fetchNextPage()}
    >
      {t({ en: 'Show more', id: 'Tampilkan lagi' })}
    </Button>
  );
}
