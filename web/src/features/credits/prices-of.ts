import type { AppScreens } from '@lumiku/app-kit/web';
import type { AppCard, Words } from '@lumiku/contract';

export interface PriceRow {
  key: string;
  words: Words;
  credits: number;
  isExtra: boolean;
}

/** The prices of every app that is on, in the order and words its screens give; a price without words shows its key. */
export function pricesOf(
  cards: readonly AppCard[],
  wordsOf: (appId: string) => AppScreens['priceWords'],
): PriceRow[] {
  return cards
    .filter((card) => card.flags.enabled && !card.flags.comingSoon)
    .flatMap((card) => {
      const named = wordsOf(card.id) ?? [];
      const inOrder = [
        ...named.filter(({ key }) => key in card.prices),
        ...Object.keys(card.prices)
          .filter((key) => !named.some((price) => price.key === key))
          .map((key) => ({ key, words: { en: key, id: key }, isExtra: false })),
      ];
      return inOrder.map(({ key, words, isExtra = false }) => ({
        key: `${card.id}.${key}`,
        words,
        credits: card.prices[key] ?? 0,
        isExtra,
      }));
    });
}
