import type { FigurePool } from '@lumiku/figure';
import { createFigurePool } from '@lumiku/figure/pool';
import type { Engine } from '../../engine.ts';
import type { EngineHarness } from '../../testing/engine-harness.ts';
import { createLocalEngine } from '../create-local-engine.ts';

const NO_SERVICE = 'there is no service';
const NO_KEY = 'there is no key';

let shared: FigurePool | undefined;
function drawing(): FigurePool {
  shared ??= createFigurePool({ workers: 1 });
  return shared;
}

/** The local engine beside a pool that can be held back. */
export const harness: EngineHarness = {
  id: 'local',
  style: 'jobs',
  whenKilled: { beforeAnswer: 'found again', beforeResult: 'followed by its ticket' },
  lacks: {
    '401 wrong key': NO_KEY,
    '402 unpaid': NO_KEY,
    '429 with Retry-After': NO_SERVICE,
    '503 loading': NO_SERVICE,
    '200 with an error inside': NO_SERVICE,
    'NSFW flag': 'it draws nothing of the kind',
    'work that fails': NO_SERVICE,
    'wrong type': NO_SERVICE,
    'expired result': 'a result is drawn again',
    'truncated download': NO_SERVICE,
    'ambiguous submit, taken': 'nothing is drawn before a ticket is followed',
    'crash before the ticket': 'nothing is drawn before a ticket is followed',
    'ambiguous submit, not taken': 'nothing is drawn before a ticket is followed',
    'dropped connection': NO_SERVICE,
    'keys stay secret': NO_KEY,
    seed: 'nothing is sent',
    'steps and guidance': 'nothing is sent',
  },
  engineAt: () => createLocalEngine({ pool: drawing() }),
  async start() {
    const pool = drawing();
    let creates = 0;
    let stops = 0;
    let gate = Promise.withResolvers<void>();
    gate.resolve();
    const held: FigurePool = {
      ...pool,
      render: async (job, options) => {
        await Promise.race([gate.promise, stopped(options?.signal)]);
        return await pool.render(job, options);
      },
    };
    const counted = (engine: Engine): Engine => ({
      ...engine,
      submit: async (request, options) => {
        const ticket = await engine.submit(request, options);
        creates += 1;
        return ticket;
      },
      cancel: async (ticket) => {
        stops += 1;
        await engine.cancel(ticket);
      },
    });
    return {
      url: '',
      newEngine: () => counted(createLocalEngine({ pool: held })),
      play: (quirk) => {
        if (quirk === 'holds') gate = Promise.withResolvers<void>();
      },
      release: () => gate.resolve(),
      creates: () => creates,
      stops: () => stops,
      sent: () => [],
      keys: [],
      // Starting threads takes longer than drawing: the next case uses the same ones.
      close: async () => undefined,
    };
  },
};

function stopped(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) resolve();
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}
