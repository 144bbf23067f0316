import type { AppCard } from '@lumiku/contract';
import { KeyValues, Price, useWords } from '@lumiku/ui-kit';
import { screensOf } from '../../app-list.ts';
import { pricesOf } from './prices-of.ts';

/** What things cost, in each app's own words; and what never costs anything. */
export function PriceList({ cards }: { cards: readonly AppCard[] }) {
  const { t } = useWords();
  const rows = pricesOf(cards, (id) => screensOf(id)?.priceWords);
  return (
    <KeyValues
      rows={[
        ...rows.map((row) => ({
          key: row.key,
          name: t(row.words),
          value: <Price credits={row.credits} isExtra={row.isExtra} />,
        })),
        {
          key: 'failed',
          name: t({ en: 'Anything that fails', id: 'Apa pun yang gagal' }),
          value: <Price credits={0} />,
        },
      ]}
    />
  );
}
