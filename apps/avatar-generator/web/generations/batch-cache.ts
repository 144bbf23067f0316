import type { QueryClient } from '@tanstack/react-query';
import type { BatchWithItems, Generation } from '../../contract.ts';
import { generationKeys } from './query-keys.ts';

/**
 * Puts the newest state of a picture into its batch where that is shown. Sums come from the server: asked for again
 * when a picture came to another state, without starting over a question that is on its way.
 */
export function noteBatchItem(
  client: QueryClient,
  batchId: string,
  generation: Generation,
  isNews: boolean,
): void {
  client.setQueryData<BatchWithItems>(generationKeys.batch(batchId), (batch) =>
    batch === undefined
      ? batch
      : {
          ...batch,
          items: batch.items.map((item) => (item.id === generation.id ? generation : item)),
        },
  );
  if (!isNews) return;
  const gently = { cancelRefetch: false };
  void client.invalidateQueries({ queryKey: generationKeys.batch(batchId) }, gently);
  void client.invalidateQueries({ queryKey: generationKeys.batches() }, gently);
}
