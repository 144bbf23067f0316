import { api } from '@lumiku/app-kit/web';
import type { AppCard } from '@lumiku/contract';
import { useQueries } from '@tanstack/react-query';
import { z } from 'zod';

const Stats = z.object({ data: z.record(z.string(), z.number()) });

export interface AppStats {
  byId: ReadonlyMap<string, Record<string, number>>;
  /** Every app that counts has answered. */
  isKnown: boolean;
  /** Any count of any app is above zero. */
  hasMadeAnything: boolean;
}

/** The figures of each app, from the path its manifest names. */
export function useAppStats(cards: readonly AppCard[]): AppStats {
  const counting = cards.filter((card) => card.flags.enabled && card.tile.statsPath !== undefined);
  return useQueries({
    queries: counting.map((card) => ({
      queryKey: [card.id, 'stats'],
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        (await api.get(`${card.routePrefix}${card.tile.statsPath}`, { schema: Stats, signal }))
          .data,
    })),
    combine: (results) => {
      const byId = new Map<string, Record<string, number>>();
      results.forEach(({ data }, index) => {
        const card = counting[index];
        if (card && data) byId.set(card.id, data);
      });
      return {
        byId,
        isKnown: results.length > 0 && byId.size === counting.length,
        hasMadeAnything: [...byId.values()].some((stats) =>
          Object.values(stats).some((value) => value > 0),
        ),
      };
    },
  });
}
