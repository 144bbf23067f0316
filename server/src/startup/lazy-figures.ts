import type { FigurePool } from '@lumiku/figure';

/** A pool whose threads start with the first picture: a process that draws none pays for none. */
export function lazyFigures(create: () => FigurePool): FigurePool {
  let pool: FigurePool | null = null;
  return {
    render: (job, watch) => {
      pool ??= create();
      return pool.render(job, watch);
    },
    close: async () => {
      await pool?.close();
    },
  };
}
