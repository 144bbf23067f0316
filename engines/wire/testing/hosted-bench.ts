import type { Engine } from '../../engine.ts';
import type { EngineBench, Quirk } from '../../testing/engine-harness.ts';
import type { Seen } from './service-server.ts';

/** What the protocol servers of hosted services have in common. */
export interface HostedServer<Played> {
  readonly url: string;
  /** Every request that came. */
  readonly seen: readonly Seen[];
  play(quirk: Played): void;
  release(): void;
  creates(): readonly unknown[];
  /** Left out: the service cannot be asked to stop. */
  stops?(): number;
  loraScale(): number | null;
  close(): Promise<void>;
}

/** The bench around such a server. @param played what each quirk is called there */
export function hostedBench<Played>(
  server: HostedServer<Played>,
  deps: { secret: string; played: Readonly<Record<Quirk, Played>>; newEngine(): Engine },
): EngineBench {
  return {
    url: server.url,
    newEngine: deps.newEngine,
    play: (quirk) => server.play(deps.played[quirk]),
    release: server.release,
    creates: () => server.creates().length,
    stops: () => server.stops?.() ?? 0,
    sent: () => server.seen.map(({ target, bytes }) => ({ url: target, body: String(bytes) })),
    keys: [deps.secret],
    loraScale: server.loraScale,
    close: server.close,
  };
}
