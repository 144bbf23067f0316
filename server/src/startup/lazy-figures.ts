import type { FigureJob, FigurePool } from '@lumiku/figure';

export interface LazyFigures extends FigurePool {
  /** Has the threads draw once before a picture is asked for, unless they have drawn: the first is slow, as they compile. */
  warm(job: () => FigureJob): void;
}

/** A pool whose threads start with the first picture: a process that draws none pays for none. */
export function lazyFigures(create: () => FigurePool): LazyFigures {
  let pool: FigurePool | null = null;
  const render: FigurePool['render'] = (job, watch) => {
    pool ??= create();
    return pool.render(job, watch);
  };
  return {
    render,
    warm: (job) => {
      // Whoever wants a picture next is told what is wrong.
      if (pool === null) render(job()).catch(() => undefined);
    },
    close: async () => {
      await pool?.close();
    },
  };
}
